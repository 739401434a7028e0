package broadsheet.corpus;

import broadsheet.article.Article;
import broadsheet.corpus.record.Ledger;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The result of reading some files. */
public record Reading(List<Article> articles, Ledger ledger) {
  public static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  public static Reading of(Corpus corpus) {
    List<Article> articles = new ArrayList<>();
    Ledger ledger = new Ledger();
    TestCorpus.read(corpus, articles::add, ledger);
    return new Reading(articles, ledger);
  }

  public static Reading of(Path... roots) {
    return of(TestCorpus.of(List.of(roots), TODAY));
  }

  /** Reads one file with this name and content. */
  public static Reading of(Path folder, String name, String content) {
    return of(write(folder, name, content.getBytes(StandardCharsets.UTF_8)));
  }

  public Article only() {
    if (articles.size() != 1) {
      throw new AssertionError("not one article: " + articles + " " + entries());
    }
    return articles.getFirst();
  }

  public List<LedgerEntry> entries() {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      entries.addAll(ledger.entries(outcome));
    }
    return entries;
  }

  public static Path write(Path folder, String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
