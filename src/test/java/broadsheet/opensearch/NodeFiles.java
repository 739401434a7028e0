package broadsheet.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a node: the libraries and the plugin's zip, as the build with {@code -Popensearch}
 * leaves them in {@code target/opensearch}, and a home folder laid out from them.
 */
public final class NodeFiles {

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
  public static Optional<String> missing() {
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

  /** A new folder for a cluster. */
  static Path newFolder() throws IOException {
    return Files.createTempDirectory("cluster");
  }

  /**
   * The arguments of a JVM that runs a node.
   *
   * @param home laid out before
   * @param folder with the node's {@code opensearch.yml}
   */
  public static List<String> arguments(Path home, Path folder) {
    return List.of(
        "-Dlog4j2.configurationFile=" + home.resolve("log4j2.properties"),
        "-cp",
        home.resolve("lib") + "/*:" + home.resolve("classes"),
        LAUNCHER.replace(".class", "").replace('/', '.'),
        home.toString(),
        folder.toString());
  }

  /** Lays out a home folder: the modules, the plugin, the launcher, and a plugin that hides. */
  static void layOut(Path home) throws IOException {
    layOut(home, zip().orElseThrow());
  }

  /** The same with another build of the plugin. */
  static void layOut(Path home, Path zip) throws IOException {
    layOutPlain(home);
    unzip(zip, home.resolve("plugins/broadsheet"));
    Path jar = home.resolve("hiding.jar");
    pack(
        jar,
        List.of(
            "broadsheet/opensearch/node/HidingPlugin", "broadsheet/lucene/shards/HidingReader"));
    addModule(home, "hiding", "broadsheet.opensearch.node.HidingPlugin", List.of(jar));
  }

  /** Lays out a home folder without the plugin. */
  public static void layOutPlain(Path home) throws IOException {
    List<Path> jars = list(BUILT.resolve("node/lib"));
    addModule(
        home,
        "transport-netty4",
        "org.opensearch.transport.Netty4ModulePlugin",
        jars.stream().filter(NodeFiles::isTransport).toList());
    Path lib = Files.createDirectories(home.resolve("lib"));
    link(jars.stream().filter(jar -> !isTransport(jar)).toList(), lib);
    Path launcher = home.resolve("classes").resolve(LAUNCHER);
    Files.createDirectories(launcher.getParent());
    try (InputStream in = Objects.requireNonNull(launcher()).openStream()) {
      Files.copy(in, launcher);
    }
    Files.writeString(home.resolve("log4j2.properties"), LOGGING);
  }

  /** Adds OpenSearch's security plugin, which is of another release than the node. */
  static void addSecurity(Path home) throws IOException {
    String plugin = "org.opensearch.security.OpenSearchSecurityPlugin";
    addModule(home, "opensearch-security", plugin, list(BUILT.resolve("node/security")));
  }

  private static boolean isTransport(Path jar) {
    return jar.getFileName().toString().contains("netty");
  }

  /** Adds a module of OpenSearch's own: the class of its plugin, and its libraries. */
  public static void addModule(Path home, String name, String plugin, List<Path> jars)
      throws IOException {
    Path module = Files.createDirectories(home.resolve("modules").resolve(name));
    link(jars, module);
    Files.writeString(
        module.resolve("plugin-descriptor.properties"),
        """
        name=%1$s
        description=%1$s
        version=%2$s
        opensearch.version=%2$s
        java.version=21
        classname=%3$s
        """
            .formatted(name, version(), plugin));
  }

  /** Packs the classes of tests whose paths begin like this. */
  private static void pack(Path jar, List<String> beginnings) throws IOException {
    Path classes = Path.of("target", "test-classes");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString();
        if (beginnings.stream().anyMatch(name::startsWith)) {
          out.putNextEntry(new ZipEntry(name));
          Files.copy(file, out);
        }
      }
    }
  }

  private static void link(List<Path> jars, Path folder) throws IOException {
    for (Path jar : jars) {
      Files.createSymbolicLink(folder.resolve(jar.getFileName()), jar.toAbsolutePath());
    }
  }

  /** The version of OpenSearch, from the name of the zip. */
  public static String version() {
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

  /** Deletes the folder of a cluster. */
  static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
