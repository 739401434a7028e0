package broadsheet.corpus.pack;

import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SourceFile;
import broadsheet.path.PathName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file on disk that is read for another one. It may be compressed.
 *
 * @param reader the file that it is read for
 * @param inflation the budget of that file
 */
public record NamedFile(Path path, SourceFile reader, DecompressionBudget inflation) {

  /** A file that is opened only to find out its format. */
  public static NamedFile peeked(Path path) {
    return new NamedFile(
        path, new SourceFile(path, PathName.of(path), 0), new DecompressionBudget(() -> 0));
  }

  /**
   * The bytes of the file, unpacked.
   *
   * @throws IOException if it cannot be read, is longer than {@link Records#LONGEST_RECORD}, or the
   *     budget is used up
   */
  public byte[] whole() throws IOException {
    byte[] bytes = head(Records.LONGEST_RECORD + 1);
    if (bytes.length > Records.LONGEST_RECORD) {
      throw new Damage(Records.TOO_LONG, PathName.of(path));
    }
    return bytes;
  }

  /**
   * The bytes of the file as they are, of whatever length.
   *
   * @throws IOException if it cannot be read, or the budget is used up
   */
  public InputStream open() throws IOException {
    inflation.check();
    inflation.packed(path, Files.size(path));
    return Files.newInputStream(path);
  }

  /** The first bytes of the file, unpacked. */
  public byte[] head(int length) throws IOException {
    inflation.check();
    try (InputStream disk = new BufferedInputStream(Files.newInputStream(path))) {
      inflation.packed(path, Files.size(path));
      disk.mark(Compression.HEAD);
      Optional<Compression> compression = Compression.of(disk.readNBytes(Compression.HEAD));
      disk.reset();
      Layer in =
          compression.isPresent()
              ? compression.get().open(disk, reader, inflation)
              : Layer.ofUnpacked(disk, reader, inflation);
      return in.readNBytes(length);
    }
  }
}
