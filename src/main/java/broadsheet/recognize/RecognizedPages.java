package broadsheet.recognize;

import broadsheet.path.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The OCR cache: keeps recognized pages in a folder, so that an indexing that was interrupted, and
 * the next rebuild, do not recognize them again. A page is a compressed file that appears as a
 * whole. A folder that cannot be written only costs time. Safe for use by several processes.
 */
record RecognizedPages(Path folder) {
  private static final int MOST = 32 << 20;

  /**
   * A page; empty if it is not kept, or its file is damaged. The time of its file becomes the
   * present, so that pages of no use can be told.
   *
   * @param key of hexadecimal digits
   */
  Optional<byte[]> get(String key) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file(key)))) {
      byte[] alto = in.readNBytes(MOST);
      markUsed(key);
      return Optional.of(alto);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void markUsed(String key) {
    try {
      Files.setLastModifiedTime(file(key), FileTime.from(Instant.now()));
    } catch (IOException e) {
      // The page is recognized again after the next rebuild.
    }
  }

  void put(String key, byte[] alto) {
    try {
      Path file = file(key);
      Path own = Files.createDirectories(folder.resolve(key.substring(0, 2)));
      Path part = Files.createTempFile(own, "page", ".part");
      try {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
          out.write(alto);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // The page is recognized again next time.
    }
  }

  private Path file(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(PathName.toPath(key + ".alto.gz"));
  }
}
