package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.Corpus;
import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.record.Ledger;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.LuceneIndexingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The archive given by {@code -Dcorpus=PATH}, and temporary indexes of it. */
public final class BenchmarkCorpus {

  private BenchmarkCorpus() {}

  public static Corpus corpus() {
    String path = System.getProperty("corpus", "");
    if (path.isEmpty()) {
      throw new IllegalStateException("name an archive with -Dcorpus=PATH, such as Reuters-21578");
    }
    return TestCorpus.of(List.of(Path.of(path)), LocalDate.now(ZoneOffset.UTC));
  }

  /** All its articles, in memory. */
  public static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    TestCorpus.read(corpus(), articles::add, new Ledger());
    return articles;
  }

  /** Indexes as {@code ./broadsheet index} does. */
  public static void index(Path folder) {
    index(folder, session -> TestCorpus.read(corpus(), session::add, new Ledger()));
  }

  /** The same for articles in memory. */
  static void index(Path folder, List<Article> articles) {
    index(folder, session -> articles.forEach(session::add));
  }

  private static void index(Path folder, Consumer<IndexingSession> filling) {
    try (IndexingSession session =
        LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.AS_IS)) {
      filling.accept(session);
      session.commit(List.of());
    }
  }

  /** Creates an empty folder. */
  public static Path newFolder() throws IOException {
    return Files.createTempDirectory("broadsheet-benchmark");
  }

  /** Deletes a folder and its content. */
  public static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
