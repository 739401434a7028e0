package broadsheet.corpus.office;

import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.pack.ZipInput;
import broadsheet.corpus.record.Records;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The parts of an office file that hold text, unpacked in memory. If the file is damaged, the parts
 * before the damage are kept. Immutable.
 *
 * @param damage why the file could not be read to its end; empty if it could
 */
record Parts(Map<String, byte[]> contents, Optional<String> damage) {
  /** The most that the parts of one file may unpack to together, in bytes. */
  static final int MOST = 24 << 20;

  /** The most parts that are kept, as large as a bible in chapters. */
  private static final int MOST_PARTS = 5_000;

  static final String TOO_LARGE = "unpacks to far more than it should";
  private static final int BUFFER = 8 * 1024;

  /**
   * Reads the parts with these names.
   *
   * @throws LimitExceeded if the file, with all that was read before, unpacks to too much
   */
  static Parts of(InputStream in, Predicate<String> names, Records records) throws LimitExceeded {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    Optional<String> damage = Optional.empty();
    try (ZipInput zip = zip(in, records)) {
      int left = MOST;
      ZipArchiveEntry entry = zip.getNextEntry();
      while (entry != null && damage.isEmpty()) {
        if (!entry.isDirectory() && names.test(entry.getName())) {
          byte[] content = content(zip, left);
          left -= content.length;
          boolean isTooLarge = left <= 0 || contents.size() >= MOST_PARTS;
          damage = isTooLarge ? Optional.of(TOO_LARGE) : Optional.empty();
          contents.put(entry.getName(), content);
        }
        // Going on to the next entry unpacks the rest of this one.
        entry = damage.isEmpty() ? zip.getNextEntry() : null;
      }
    } catch (LimitExceeded e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      damage = Optional.of(Damage.CUT_OFF);
    }
    return new Parts(contents, damage);
  }

  private static ZipInput zip(InputStream in, Records records) {
    InputStream open =
        new FilterInputStream(in) {
          @Override
          public void close() {}
        };
    return new ZipInput(open, true, records.file(), records.budget());
  }

  private static byte[] content(InputStream in, int most) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0 && content.size() <= most; read = in.read(buffer)) {
      content.write(buffer, 0, read);
    }
    return content.toByteArray();
  }

  /** A part; empty if the file has none with this name. */
  Optional<byte[]> part(String name) {
    return Optional.ofNullable(contents.get(name));
  }

  boolean has(String name) {
    return contents.containsKey(name);
  }
}
