package broadsheet.corpus;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Reception;
import broadsheet.corpus.record.SourceFile;
import broadsheet.extension.host.Extensions;
import broadsheet.recognize.Recognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

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
   * @param reach limits where links in it may lead
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

  /** The articles in these files and folders, which must exist, none inside another. */
  public static Corpus of(List<Part> parts, LocalDate today) {
    return of(parts, today, Recognizer.OFF);
  }

  /**
   * The same, with pages that are only pictures.
   *
   * @param recognizer recognizes their text
   */
  public static Corpus of(List<Part> parts, LocalDate today, Recognizer recognizer) {
    return of(parts, today, recognizer, Extensions.installed());
  }

  /**
   * The same, with formats of these extensions rather than those beside the program.
   *
   * @param recognizer recognizes their text
   */
  static Corpus of(
      List<Part> parts, LocalDate today, Recognizer recognizer, Extensions extensions) {
    Formats formats = Formats.all(new DateReader(today), recognizer, extensions);
    return new Corpus(List.copyOf(parts), formats, "");
  }

  /**
   * The same files, all read as one format whatever they look like.
   *
   * @param formatName one of {@link Formats#names}
   * @throws CorpusException if there is no such format
   */
  public Corpus readAs(String formatName) {
    return new Corpus(parts, formats.only(formatName), formatName);
  }

  /**
   * Returns the name if it is that of a format.
   *
   * @throws CorpusException if it is not
   */
  public static String requireFormat(String formatName) {
    DateReader dates = new DateReader(LocalDate.EPOCH);
    Formats.all(dates, Recognizer.OFF, Extensions.installed()).only(formatName);
    return formatName;
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
   * Passes on every file with its articles.
   *
   * @param threads the number of files to read in parallel; one reads on the calling thread in the
   *     order of file names
   * @throws CorpusException if the thread is interrupted
   */
  public void read(Reception reception, Ledger ledger, int threads) {
    // The workers end before the threads, which may be waiting for them.
    try (ReadingCrew crew = new ReadingCrew(threads);
        formats) {
      walk(new CorpusVisitor(reception, ledger, crew, formats, readAs));
      crew.finish();
    }
  }

  private void walk(Walk.Visitor visitor) {
    Walk walk = new Walk(visitor);
    parts.forEach(walk::part);
  }

  /**
   * The size of a corpus before it is read. Immutable.
   *
   * @param files the number of files to open, articles or not
   * @param bytes their size on disk, in compressed form if they are compressed
   */
  public record CorpusSize(long files, long bytes) {

    public static final CorpusSize NOTHING = new CorpusSize(0, 0);

    /** The sum of two sizes. */
    public CorpusSize and(CorpusSize other) {
      return new CorpusSize(files + other.files, bytes + other.bytes);
    }
  }
}
