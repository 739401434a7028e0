package broadsheet.files;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this program whole while a build or an upgrade replaces its files by others of the same
 * names: it opens every library early, so that classes which are needed late come from the same
 * build, and gives each a second name (a hard link) in a folder beside the program, so that
 * processes it starts late run the same build too. Nothing helps against a file that is overwritten
 * in place. The folder is deleted at the end; that of a killed program by a later one.
 */
public final class ProgramFiles {
  private static final String PREFIX = "running-";
  private static final String PROPERTY = "java.class.path";

  /** A folder may be so old before it has its lock. */
  private static final Duration START = Duration.ofMinutes(1);

  /** The class path of links on which this program can be started again; null without links. */
  private static volatile @Nullable String kept;

  private ProgramFiles() {}

  /**
   * Keeps them until the process ends, which takes a tenth of a second to prepare. Where no links
   * can be made, later processes take what is there.
   */
  public static void keep() {
    Map<Path, String> libraries = new LinkedHashMap<>();
    Stream.of(System.getProperty(PROPERTY).split(File.pathSeparator, -1))
        .forEach(entry -> add(Path.of(entry).toAbsolutePath(), libraries));
    open(libraries.keySet());
    libraries.keySet().stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .map(Path::getParent)
        .ifPresent(home -> link(home, libraries));
  }

  /** Adds a library and those that its manifest names, each with a name of its own. */
  private static void add(Path library, Map<Path, String> libraries) {
    if (!Files.exists(library)
        || libraries.putIfAbsent(library, libraries.size() + "-" + library.getFileName()) != null
        || !Files.isRegularFile(library)) {
      return;
    }
    try (JarFile jar = new JarFile(library.toFile())) {
      String more =
          jar.getManifest() == null
              ? null
              : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      URI base = library.toUri();
      Stream.of(more == null ? new String[0] : more.strip().split("\\s+"))
          .map(base::resolve)
          .forEach(named -> add(Path.of(named), libraries));
    } catch (IOException | IllegalArgumentException e) {
      // The class loader passes it over, too.
    }
  }

  private static void link(Path home, Map<Path, String> libraries) {
    try {
      removeLeftovers(home);
      Path folder = Files.createTempDirectory(home, PREFIX);
      UseLock lock = UseLock.exclusive(folder).orElseThrow(IOException::new);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder, lock), "links"));
      for (Map.Entry<Path, String> library : libraries.entrySet()) {
        if (Files.isRegularFile(library.getKey())) {
          Files.createLink(folder.resolve(library.getValue()), library.getKey());
        }
      }
      kept = path(folder, libraries);
    } catch (IOException | UnsupportedOperationException | IllegalStateException e) {
      // A folder that nobody can write to, a file system without links, or the end of the program.
    }
  }

  private static String path(Path folder, Map<Path, String> libraries) {
    return libraries.entrySet().stream()
        .map(
            each ->
                Files.isRegularFile(each.getKey())
                    ? folder.resolve(each.getValue())
                    : each.getKey())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Opens what the class loader and connections to resources would open when first needed. */
  private static void open(Collection<Path> libraries) {
    try {
      Thread.currentThread().getContextClassLoader().getResources("none").hasMoreElements();
      for (Path library : libraries) {
        if (Files.isRegularFile(library)) {
          URLConnection connection =
              URI.create("jar:" + library.toUri() + "!/").toURL().openConnection();
          connection.setUseCaches(true);
          connection.connect();
        }
      }
    } catch (IOException e) {
      // A library that cannot be opened is missed where it is needed.
    }
  }

  private static void removeLeftovers(Path home) throws IOException {
    FileTime recently = FileTime.from(Instant.now().minus(START));
    try (DirectoryStream<Path> all = Files.newDirectoryStream(home, PREFIX + "*")) {
      for (Path folder : all) {
        if (Files.getLastModifiedTime(folder).compareTo(recently) < 0) {
          UseLock.exclusive(folder).ifPresent(lock -> delete(folder, lock));
        }
      }
    }
  }

  private static void delete(Path folder, UseLock lock) {
    try (lock;
        DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // A later program tries again.
    }
  }

  /** The class path on which this program can be started again, of absolute paths. */
  public static String classPath() {
    String links = kept;
    return links != null
        ? links
        : Stream.of(System.getProperty(PROPERTY).split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
  }
}
