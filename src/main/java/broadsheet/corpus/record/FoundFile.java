package broadsheet.corpus.record;

import broadsheet.ledger.FileRecord;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A file that was found but not yet read. Immutable.
 *
 * @param record the known part of its record, without digest and counts
 * @param isReadAlike whether everything that it is read with is in the state that a record of it
 *     has; see {@link FileRecord#companions}
 */
public record FoundFile(FileRecord record, Predicate<FileRecord> isReadAlike) {

  /** A file that is read alone. */
  public FoundFile(FileRecord record) {
    this(record, known -> known.companions().isEmpty());
  }

  /**
   * The record with the digest of the file's bytes, which are read now; empty if they cannot be
   * read.
   */
  public Optional<FileRecord> withDigest() {
    try (InputStream in = Files.newInputStream(PathName.toPath(record.path()))) {
      return Optional.of(
          new FileRecord(
              record.path(),
              record.location(),
              record.readAs(),
              record.stamp(),
              ContentDigest.of(in),
              record.bytes(),
              0,
              0,
              0,
              0));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
