package broadsheet.corpus;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.format.Readers;
import broadsheet.extension.host.Extensions;
import broadsheet.ledger.FileRecord;
import broadsheet.recognize.Recognizer;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the files that an update would read again although they are unchanged, because a reader
 * was revised since. Not thread-safe.
 */
public final class RevisedReaders {
  private final Readers readers;
  private final Map<String, Long> files = new TreeMap<>();

  RevisedReaders(Readers readers) {
    this.readers = readers;
  }

  /** Counts by the readers of this program and its extensions. */
  public static RevisedReaders ofProgram() {
    DateReader dates = new DateReader(LocalDate.EPOCH);
    return new RevisedReaders(Formats.all(dates, Recognizer.OFF, Extensions.installed()).readers());
  }

  /** Counts a file. */
  public void see(FileRecord file) {
    ReadDependencies.revised(file, readers).forEach(format -> files.merge(format, 1L, Long::sum));
  }

  /**
   * The number of files by the name of the format, which is {@link Readers#NONE} for files that no
   * reader knew when there were fewer.
   */
  public Map<String, Long> files() {
    return files;
  }
}
