package broadsheet.corpus;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Reception;
import broadsheet.corpus.record.SinkReception;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The articles in some files and folders. Each file's format is detected from its content, so
 * folders may nest and mix formats. Reading is streaming: memory use does not grow with the corpus.
 * Immutable.
 */
public final class Corpus {
  /**
   * A path to read.
   *
   * @param root the file or folder that locations are relative to
   * @param path the part of it to read: the root itself, or a path inside it
   * @param excluded globs of what to leave out below the root; see {@link Exclusions}
   * @param reach how far links in it may lead
   */
  public record Part(Path root, Path path, List<String> excluded, SourceReach reach) {}

  private final List<Part> parts;
  private final Formats formats;
  private final String readAs;

  private Corpus(List<Part> parts, Formats formats, String readAs) {
    this.parts = parts;
    this.formats = formats;
    this.readAs = readAs;
  }

  /**
   * The articles in these files and folders. A root that is given twice, or is inside another, is
   * read once.
   *
   * @param today the day after which a date counts as being in the future
   * @throws CorpusException if a root does not exist, or none is given
   */
  public static Corpus of(List<Path> roots, LocalDate today) {
    if (roots.isEmpty()) {
      throw new CorpusException("No path given: give a file or folder that contains articles");
    }
    roots.forEach(Corpus::requireExisting);
    SourceReach reach = SourceReach.within(roots, false);
    return ofParts(
        outermost(roots).stream().map(root -> new Part(root, root, List.of(), reach)).toList(),
        today);
  }

  /** The articles in these files and folders, which must exist, none inside another. */
  public static Corpus ofParts(List<Part> parts, LocalDate today) {
    return new Corpus(List.copyOf(parts), Formats.all(new DateReader(today)), "");
  }

  /**
   * The same files, all read as one format whatever they look like.
   *
   * @param formatName one of {@link #formatNames}
   * @throws CorpusException if there is no such format
   */
  public Corpus readAs(String formatName) {
    return new Corpus(parts, formats.only(formatName), formatName);
  }

  /** The names of all formats. */
  public static List<String> formatNames() {
    return Formats.all(new DateReader(LocalDate.EPOCH)).names();
  }

  /**
   * Returns the name if it is that of a format.
   *
   * @throws CorpusException if it is not
   */
  public static String requireFormat(String formatName) {
    return Formats.all(new DateReader(LocalDate.EPOCH)).only(formatName).names().getFirst();
  }

  /** Measures the corpus by the sizes of its files, without opening them. */
  public CorpusSize size() {
    AtomicLong files = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    walk(
        new Walk.Visitor() {
          @Override
          public void file(SourceFile file) {
            files.incrementAndGet();
            bytes.addAndGet(file.size());
          }

          @Override
          public void skipped(Path path, String reason) {}

          @Override
          public void failed(Path path, IOException cause) {}
        });
    return new CorpusSize(files.get(), bytes.get());
  }

  /**
   * Passes every article to the sink, one after another, on the calling thread. Anything that
   * cannot be read is entered in the ledger, and reading continues.
   *
   * @param sink an exception from it ends the reading and is rethrown as it is
   * @throws CorpusException if the thread is interrupted
   */
  public void read(Consumer<Article> sink, Ledger ledger) {
    read(new SinkReception(sink), ledger, 1);
  }

  /**
   * Passes on every file with its articles.
   *
   * @param threads how many files to read at once; with one, reads on the calling thread in the
   *     order of file names
   * @throws CorpusException if the thread is interrupted
   */
  public void read(Reception reception, Ledger ledger, int threads) {
    try (formats) {
      read(reception, ledger, new ReadingCrew(threads));
    }
  }

  /** Ends the workers before the threads that may be waiting for them. */
  private void read(Reception reception, Ledger ledger, ReadingCrew threads) {
    try (ReadingCrew crew = threads;
        formats) {
      walk(new CorpusVisitor(reception, ledger, crew, formats, readAs));
      crew.finish();
    }
  }

  private void walk(Walk.Visitor visitor) {
    Walk walk = new Walk(visitor);
    parts.forEach(walk::part);
  }

  private static void requireExisting(Path root) {
    if (!Files.exists(root)) {
      throw new CorpusException("No file or folder " + root + ": give one that contains articles");
    }
  }

  private static List<Path> outermost(List<Path> roots) {
    List<Path> kept = new ArrayList<>();
    List<Path> real = roots.stream().map(SourceReach::real).toList();
    for (int i = 0; i < roots.size(); i++) {
      Path path = real.get(i);
      boolean isInside = real.stream().anyMatch(r -> !r.equals(path) && path.startsWith(r));
      if (!isInside && real.indexOf(path) == i) {
        kept.add(roots.get(i));
      }
    }
    return List.copyOf(kept);
  }
}
