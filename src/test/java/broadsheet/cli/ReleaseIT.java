package broadsheet.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Smoke;
import broadsheet.cli.common.ExitCode;
import broadsheet.release.Release;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archives that {@code mvn -Pdist package} makes, unpacked into an empty folder. Each build
 * with tests makes the zip.
 */
class ReleaseIT {

  private static final List<String> TOOLS =
      List.of("sh", "dirname", "readlink", "sed", "tr", "mkdir", "nice", "mv");

  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();
  private static final int MEGABYTE = 1_000_000;

  /** The release itself ends in its version, a release file of a model in its language. */
  private static final String ZIP = "broadsheet-*[0-9T].zip";

  @TempDir private Path folder;

  private Path tools = Path.of("");

  @BeforeEach
  void makePathWithoutJava() throws IOException {
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path installed = Path.of("/usr/bin", tool);
      Files.copy(
          Files.exists(installed) ? installed : Path.of("/bin", tool),
          tools.resolve(tool),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static Path released(String glob) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(DIST, glob)) {
      return found.iterator().next();
    }
  }

  /** Skips a test where only the zip was made. */
  private static Path releasedArchive() throws IOException {
    assumeTrue(isReleased("*.tar.gz"), "only with -Pdist");
    return released("*-linux-*.tar.gz");
  }

  private static boolean isReleased(String glob) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(DIST, glob)) {
      return found.iterator().hasNext();
    }
  }

  /** Unpacks a release and returns the folder in it. */
  private Path unpacked(String... command) throws Exception {
    Path place = Files.createTempDirectory(folder, "unpacked");
    try (Program unpacking = Program.start(new ProcessBuilder(command).directory(place.toFile()))) {
      assertThat(unpacking.ended().exitCode()).isZero();
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(place, "broadsheet-*")) {
      return found.iterator().next();
    }
  }

  private Path unpackedArchive() throws Exception {
    return unpacked("tar", "xzf", releasedArchive().toString());
  }

  private Path unpackedZip() throws Exception {
    return unpacked(
        Program.java().resolveSibling("jar").toString(), "xf", released(ZIP).toString());
  }

  private void unpackOver(Path home, String glob) throws Exception {
    Path place = Objects.requireNonNull(home.getParent());
    String jar = Program.java().resolveSibling("jar").toString();
    try (Program unpacking =
        Program.start(
            new ProcessBuilder(jar, "xf", released(glob).toString()).directory(place.toFile()))) {
      assertThat(unpacking.ended().exitCode()).isZero();
    }
  }

  @Test
  void modelsAreFoundWhereTheyAreUnpacked() throws Exception {
    assumeTrue(isReleased("*-meaning-*.zip"), "only with -Pdist,semantic");
    Path home = unpackedArchive();
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(articles.resolve("en.md"), "---\nlanguage: en\n---\nThe ferry was late.\n");
    Files.writeString(articles.resolve("zh.md"), "---\nlanguage: zh\n---\n渡轮误点。\n");
    String[] index = {"index", articles.toString(), "--semantic", "--index", folder + "/semantic"};
    assertThat(run(home, Map.of(), index).err()).contains("docs/semantic.md");
    unpackOver(home, "*-meaning-en.zip");
    assertThat(run(home, Map.of(), index).err()).contains("vectors made for 1 articles");
    unpackOver(home, "*-meaning-zh.zip");
    assertThat(run(home, Map.of(), index).err())
        .contains("vectors made for 1 articles", "unchanged 1");
  }

  private Program start(Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", home + "/bin/broadsheet"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    return Program.start(builder);
  }

  private Program.Ended run(Path home, Map<String, String> environment, String... arguments)
      throws Exception {
    try (Program program = start(home, environment, arguments)) {
      return program.ended();
    }
  }

  @Test
  void archiveAnswersOnTheSeedInASecondWithoutJava() throws Exception {
    Path home = unpackedArchive();
    List<Duration> took = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      took.add(firstAnswer(home, folder.resolve("index" + i)));
    }
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    assumeTrue(load < Runtime.getRuntime().availableProcessors(), "others use this machine");
    assertThat(Collections.min(took)).isLessThan(Duration.ofSeconds(1));
  }

  /** The time until a server that first builds its index has answered a search. */
  private Duration firstAnswer(Path home, Path index) throws Exception {
    Instant start = Instant.now();
    String[] serve = {
      "serve", home.resolve("seeds").toString(), "--port", "0", "--index", index.toString()
    };
    try (Serving serving = Serving.readied(start(home, Map.of(), serve))) {
      assertThat(serving.get("/search?q=china").body()).contains("1 article");
      return Duration.between(start, Instant.now());
    }
  }

  @Test
  void archiveDoesTheMainJobAndUsesItsStartCache() throws Exception {
    Path home = unpackedArchive();
    Map<String, String> strict = Map.of("BROADSHEET_JAVA_OPTIONS", "-XX:AOTMode=on");
    assertThat(run(home, strict, "--version").out())
        .isEqualTo("broadsheet " + Release.current() + "\n");
    assertMainJob(home, strict);
  }

  @Smoke
  @Test
  void zipDoesTheMainJobWithJava() throws Exception {
    Path home = unpackedZip();
    assertThat(home.resolve("docs/query-language.md")).exists();
    assertMainJob(home, Map.of("JAVA_HOME", System.getProperty("java.home")));
  }

  private void assertMainJob(Path home, Map<String, String> environment) throws Exception {
    Path article = Files.writeString(folder.resolve("pier.txt"), "Grain pier reopens\n\nIt did.\n");
    Program.Ended indexed =
        run(home, environment, "index", article.toString(), home.resolve("seeds").toString());
    assertThat(indexed.out()).contains("indexed 2,");
    assertThat(home.resolve("index")).isNotEmptyDirectory();
    Program.Ended found = run(home, environment, "search", "title:pier");
    assertThat(found.out()).contains("1 article", "Grain *pier* reopens");
    assertThat(found.err()).isEmpty();
    assertThat(found.exitCode()).isEqualTo(ExitCode.DONE);
    assertPackIsAnArchiveOfItsOwn(home, environment);
  }

  private void assertPackIsAnArchiveOfItsOwn(Path home, Map<String, String> environment)
      throws Exception {
    Path pack = folder.resolve("a pack");
    Program.Ended packed = run(home, environment, "pack", "title:pier", pack.toString());
    assertThat(packed.out()).as(packed.err()).startsWith("Packed 1 article in " + pack);
    Files.move(home, folder.resolve("gone"));
    try (Serving serving = Serving.readied(start(pack, environment, "serve", "--port", "0"))) {
      assertThat(serving.get("/search?q=pier").body()).contains("1 article", "Grain <mark>pier");
      assertThat(serving.get("/search.json?q=").body()).contains("\"value\":1,");
      assertThat(serving.get("/search.json?q=list:Found").body()).contains("\"value\":1,");
    }
  }

  @Test
  void zipWithoutJavaSaysWhatToInstall() throws Exception {
    Path home = unpackedZip();
    Path launcher = home.resolve("bin/broadsheet");
    Files.writeString(
        launcher, Files.readString(launcher).replaceAll("/(usr|opt|Library)/", "/nowhere/"));
    Program.Ended ended = run(home, Map.of(), "--version");
    ended.assertRefused();
    assertThat(ended.err()).contains("needs Java 25 or newer", "apt install", "JAVA_HOME");
  }

  @Test
  void launchersInTheZipAreExecutable() throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(released(ZIP)).get()) {
      assertThat(Collections.list(zip.getEntries()))
          .filteredOn(entry -> !entry.isDirectory() && (entry.getUnixMode() & 0111) != 0)
          .extracting(entry -> entry.getName().replaceFirst("^[^/]+/", ""))
          .containsExactlyInAnyOrder("broadsheet", "bin/broadsheet");
    }
  }

  @Test
  void launcherForWindowsIsInTheZipWithItsLineEnds() throws Exception {
    String launcher = Files.readString(unpackedZip().resolve("broadsheet.bat"), US_ASCII);
    assertThat(launcher.split("\r\n", -1)).hasSizeGreaterThan(30).endsWith("");
    assertThat(launcher.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(unpackedArchive().resolve("broadsheet.bat")).doesNotExist();
  }

  @Test
  void archivesHaveTheNoticesAndLicencesOfTheirLibraries() throws Exception {
    for (Path home : List.of(unpackedArchive(), unpackedZip())) {
      String notice = withoutLayout(Files.readString(home.resolve("NOTICE")));
      List<String> libraries = new ArrayList<>();
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(home.resolve("lib"), "*.jar")) {
        for (Path jar : jars) {
          for (String text : notices(jar)) {
            assertThat(notice).contains(jar.getFileName().toString().replaceFirst(".jar$", ""));
            assertThat(notice).contains(withoutLayout(text));
            libraries.add(jar.getFileName().toString());
          }
        }
      }
      assertThat(libraries).hasSizeGreaterThan(15).anyMatch(name -> name.startsWith("lucene-core"));
      assertThat(home.resolve("LICENSE")).isNotEmptyFile();
      assertThat(home.resolve("licences.txt"))
          .content()
          .contains("lucene-core", "logback", "icu4j");
      assertThat(home.resolve("broadsheet-sbom.json")).isNotEmptyFile();
    }
  }

  private static List<String> notices(Path library) throws IOException {
    List<String> notices = new ArrayList<>();
    try (ZipFile jar = ZipFile.builder().setPath(library).get()) {
      for (var entry : Collections.list(jar.getEntries())) {
        if (entry.getName().startsWith("META-INF/NOTICE")) {
          notices.add(new String(jar.getInputStream(entry).readAllBytes(), UTF_8));
        }
      }
    }
    return notices;
  }

  private static String withoutLayout(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void archivesAreSmall() throws IOException {
    assertThat(Files.size(released(ZIP))).isLessThan(90L * MEGABYTE);
    assertThat(Files.size(releasedArchive())).isLessThan(140L * MEGABYTE);
  }
}
