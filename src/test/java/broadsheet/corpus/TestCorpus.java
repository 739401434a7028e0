package broadsheet.corpus;

import broadsheet.article.Article;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.SinkReception;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Whole files and folders as a corpus. */
public final class TestCorpus {
  private TestCorpus() {}

  /** All in these files and folders, none inside another. */
  public static Corpus of(List<Path> roots, LocalDate today) {
    SourceReach reach = SourceReach.within(roots, false);
    return Corpus.of(
        roots.stream().map(root -> new Corpus.Part(root, root, List.of(), reach)).toList(), today);
  }

  /** Passes on every article, one after another. */
  public static void read(Corpus corpus, Consumer<Article> sink, Ledger ledger) {
    corpus.read(new SinkReception(sink), ledger, 1);
  }
}
