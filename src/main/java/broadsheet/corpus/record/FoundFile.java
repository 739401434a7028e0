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
 * @param hasCompanions whether the files that are read with it are still in this state; see {@link
 *     FileRecord#companions}
 */
public record FoundFile(FileRecord record, Predicate<String> hasCompanions) {

  /** A file that is read alone. */
  public FoundFile(FileRecord record) {
    this(record, String::isEmpty);
  }

  /**
   * The record with the digest of the file's bytes, which are read now; empty if they cannot be
   * read.
   */
  public Optional<FileRecord> withDigest() {
    try (InputStream in = Files.newInputStream(PathName.toPath(record.path()))) {
      ContentDigest digest = new ContentDigest();
      byte[] buffer = new byte[ContentDigest.BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return Optional.of(
          new FileRecord(
              record.path(),
              record.location(),
              record.readAs(),
              record.stamp(),
              digest.hex(),
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
