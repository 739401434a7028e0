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
 * The articles in some files and folders. Each file's format is found by looking into it, so
 * folders may nest and mix. Reading is streaming: memory does not grow with the corpus. Immutable.
 */
public final class Corpus {
  /**
   * Something to read.
   *
   * @param root the file or folder that locations are told from
   * @param path what is read of it: itself, or something in it
   * @param excluded globs of what is left out below the root; see {@link Exclusions}
   * @param reach how far links in it lead
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
   * The articles in these files and folders. A root that is given twice, or lies in another, is
   * read once.
   *
   * @param today the day by which a date counts as lying in the future
   * @throws CorpusException when a root does not exist, or there is none
   */
  public static Corpus of(List<Path> roots, LocalDate today) {
    if (roots.isEmpty()) {
      throw new CorpusException("No path given: name a file or folder that holds articles");
    }
    roots.forEach(Corpus::requireExisting);
    SourceReach reach = SourceReach.within(roots, false);
    return ofParts(
        outermost(roots).stream().map(root -> new Part(root, root, List.of(), reach)).toList(),
        today);
  }

  /** The articles in these files and folders, which exist, and none of which lies in another. */
  public static Corpus ofParts(List<Part> parts, LocalDate today) {
    return new Corpus(List.copyOf(parts), Formats.all(new DateReader(today)), "");
  }

  /**
   * The same files, all of them read as one format, whatever they look like.
   *
   * @param formatName one of {@link #formatNames}
   * @throws CorpusException when there is no such format
   */
  public Corpus readAs(String formatName) {
    return new Corpus(parts, formats.only(formatName), formatName);
  }

  /** The formats that can be read. */
  public static List<String> formatNames() {
    return Formats.all(new DateReader(LocalDate.EPOCH)).names();
  }

  /**
   * Gives the name back.
   *
   * @throws CorpusException when there is no such format
   */
  public static String requireFormat(String formatName) {
    return Formats.all(new DateReader(LocalDate.EPOCH)).only(formatName).names().getFirst();
  }

  /** What is read: the roots, without those that lie in others. */
  public List<Path> roots() {
    return parts.stream().map(Part::root).toList();
  }

  /** Counts what lies ahead. Looks at the files' sizes, not into them. */
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
   * Hands every article to the sink, one after another, on the calling thread. What cannot be read
   * is entered in the ledger, and the rest goes on.
   *
   * @param sink what it throws ends the reading and comes out of here as it is
   * @throws CorpusException when the thread is interrupted
   */
  public void read(Consumer<Article> sink, Ledger ledger) {
    read(new SinkReception(sink), ledger, 1);
  }

  /**
   * Hands over every file with its articles.
   *
   * @param threads how many files are read at once; with one, on the calling thread and in the
   *     order of their names
   * @throws CorpusException when the thread is interrupted
   */
  public void read(Reception reception, Ledger ledger, int threads) {
    try (ReadingCrew crew = new ReadingCrew(threads)) {
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
      throw new CorpusException(
          "There is no file or folder " + root + ": name one that holds articles");
    }
  }

  private static List<Path> outermost(List<Path> roots) {
    List<Path> kept = new ArrayList<>();
    List<Path> real = roots.stream().map(Corpus::realPath).toList();
    for (int i = 0; i < roots.size(); i++) {
      Path path = real.get(i);
      boolean isInside = real.stream().anyMatch(r -> !r.equals(path) && path.startsWith(r));
      if (!isInside && real.indexOf(path) == i) {
        kept.add(roots.get(i));
      }
    }
    return List.copyOf(kept);
  }

  private static Path realPath(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      return root.toAbsolutePath().normalize();
    }
  }
}
