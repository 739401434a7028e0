package broadsheet.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An LRU cache of images in a temporary folder of this process, limited in bytes. Thread-safe. */
final class ScanCache implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScanCache.class);
  private static final String PREFIX = "broadsheet-scans";

  private final long mostBytes;

  /** The sizes of the images, the one asked for last at the end. */
  private final Map<String, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;
  private @Nullable Path folder;

  /** An open image, and its size in bytes. */
  record Stored(InputStream content, long size) {}

  ScanCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Opens an image.
   *
   * @param key the key of letters and digits
   */
  synchronized Optional<Stored> open(String key) throws IOException {
    Long size = sizes.get(key);
    if (size == null || folder == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Stored(Files.newInputStream(folder.resolve(key)), size));
    } catch (NoSuchFileException e) {
      forget(key); // temporary folders are tidied by others
      return Optional.empty();
    }
  }

  private void forget(String key) {
    Long size = sizes.remove(key);
    bytes -= size == null ? 0 : size;
  }

  /** Keeps an image, even if it alone takes more than the limit. */
  synchronized void put(String key, byte[] image) throws IOException {
    Path home = folder;
    if (home == null || !Files.isDirectory(home)) {
      home = Files.createTempDirectory(PREFIX);
      folder = home;
    }
    forget(key);
    Files.write(home.resolve(key), image);
    sizes.put(key, (long) image.length);
    bytes += image.length;
    makeRoom(home, key);
  }

  private void makeRoom(Path home, String newest) throws IOException {
    Iterator<Map.Entry<String, Long>> oldestFirst = sizes.entrySet().iterator();
    while (bytes > mostBytes && oldestFirst.hasNext()) {
      Map.Entry<String, Long> oldest = oldestFirst.next();
      if (!oldest.getKey().equals(newest)) {
        Files.deleteIfExists(home.resolve(oldest.getKey()));
        bytes -= oldest.getValue();
        oldestFirst.remove();
      }
    }
  }

  /** Deletes all images. */
  @Override
  public synchronized void close() {
    sizes.clear();
    bytes = 0;
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("Could not delete {}", folder, e);
    }
    folder = null;
  }
}
