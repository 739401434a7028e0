package broadsheet.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a node: the libraries and the plugin's zip, as the build with {@code -Popensearch}
 * leaves them in {@code target/opensearch}, and a home folder laid out from them.
 */
final class NodeFiles {

  private static final Path BUILT = Path.of("target", "opensearch");
  private static final String LAUNCHER = "broadsheet/opensearch/node/NodeLauncher.class";

  private static final String LOGGING =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d %-5p [%c{1}] %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      """;

  private NodeFiles() {}

  /** Why there are no files of a node; empty when there are. */
  static Optional<String> missing() {
    return zip().isEmpty() || !Files.isDirectory(BUILT.resolve("node/lib")) || launcher() == null
        ? Optional.of("the plugin for OpenSearch is not built: add -Popensearch")
        : Optional.empty();
  }

  private static Optional<Path> zip() {
    return list(BUILT).stream().filter(file -> file.toString().endsWith(".zip")).findFirst();
  }

  private static @Nullable URL launcher() {
    return NodeFiles.class.getClassLoader().getResource(LAUNCHER);
  }

  /** A new folder for a cluster, among what the build made. */
  static Path newFolder() throws IOException {
    return Files.createTempDirectory(BUILT.toAbsolutePath(), "cluster");
  }

  /** Lays out a home folder: the modules, the plugin and the launcher. */
  static void layOut(Path home) throws IOException {
    Path module = Files.createDirectories(home.resolve("modules/transport-netty4"));
    Path lib = Files.createDirectories(home.resolve("lib"));
    for (Path jar : list(BUILT.resolve("node/lib"))) {
      Path folder = jar.getFileName().toString().contains("netty") ? module : lib;
      Files.createSymbolicLink(folder.resolve(jar.getFileName()), jar.toAbsolutePath());
    }
    Files.writeString(
        module.resolve("plugin-descriptor.properties"),
        """
        name=transport-netty4
        description=Netty 4 based transport
        version=%1$s
        opensearch.version=%1$s
        java.version=21
        classname=org.opensearch.transport.Netty4ModulePlugin
        """
            .formatted(version()));
    unzip(zip().orElseThrow(), home.resolve("plugins/broadsheet"));
    Path launcher = home.resolve("classes").resolve(LAUNCHER);
    Files.createDirectories(launcher.getParent());
    try (InputStream in = Objects.requireNonNull(launcher()).openStream()) {
      Files.copy(in, launcher);
    }
    Files.writeString(home.resolve("log4j2.properties"), LOGGING);
  }

  /** The version of OpenSearch, from the name of the zip. */
  private static String version() {
    String name = zip().orElseThrow().getFileName().toString();
    return name.substring(name.lastIndexOf('-') + 1, name.length() - ".zip".length());
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.copy(in, folder.resolve(entry.getName()));
      }
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
