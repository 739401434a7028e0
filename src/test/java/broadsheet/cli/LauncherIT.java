package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Smoke;
import broadsheet.cli.common.ExitCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a folder of its own with the packaged program. */
class LauncherIT {

  private static final List<String> TOOLS =
      List.of("bash", "sed", "find", "dirname", "readlink", "uname");

  private static final Pattern JAVA_VERSION = Pattern.compile("JAVA_VERSION=\"?(\\d+)");

  @TempDir private Path folder;

  private Path launcher = Path.of("");
  private Path tools = Path.of("");
  private Path oldJdk = Path.of("");

  @BeforeEach
  void makeHouse() throws IOException {
    launcher = makeHome(folder.resolve("the house"));
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      makeScript(tools.resolve(tool), "exec '" + installed(tool) + "' \"$@\"");
    }
    oldJdk = makeOldJdk(folder.resolve("jdk-17"));
  }

  /** A launcher beside a program that counts as built. */
  private static Path makeHome(Path home) throws IOException {
    Path target = Files.createDirectories(home.resolve("target"));
    makeJar(target.resolve("broadsheet.jar"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("src/semantic"));
    Files.createDirectories(home.resolve("web"));
    Files.createDirectories(home.resolve("docs"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Path stamp = Files.writeString(target.resolve("broadsheet.built"), "");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
    return Files.copy(Path.of("broadsheet"), home.resolve("broadsheet"));
  }

  /** A jar that starts the same program as the packaged one. */
  private static void makeJar(Path jar) throws IOException {
    Path packaged = Program.JAR;
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "broadsheet.Main");
    attributes.put(Attributes.Name.CLASS_PATH, packaged.toUri().toString());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private static void makeScript(Path script, String line) throws IOException {
    Files.writeString(script, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path installed(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(Path.of("/usr/bin", tool));
  }

  private static Path makeOldJdk(Path jdk) throws IOException {
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    makeScript(bin.resolve("java"), "echo old java ran; exit 9");
    makeScript(bin.resolve("javac"), "exit 9");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    return jdk;
  }

  private Program.Ended launch(Path script, Map<String, String> environment) throws Exception {
    return launch(script, environment, "--version");
  }

  private Program.Ended launch(Path script, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    try (Program program = Program.start(builder)) {
      return program.ended();
    }
  }

  private static void assertRan(Program.Ended ended) {
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("broadsheet ");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
  }

  private static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  @Smoke
  @Test
  void jdkIsFoundWhereDebianPutsItThoughTheDefaultJavaIsOlder() throws Exception {
    assumeTrue(hasNewJdk(Path.of("/usr/lib/jvm")), "no JDK 25 or newer in /usr/lib/jvm");
    assertRan(launch(launcher, Map.of()));
    assertRan(launch(launcher, Map.of("PATH", oldJdk.resolve("bin") + ":" + tools)));
    assertRan(launch(launcher, Map.of("JAVA_HOME", oldJdk.toString())));
  }

  private static boolean hasNewJdk(Path places) throws IOException {
    if (!Files.isDirectory(places)) {
      return false;
    }
    try (DirectoryStream<Path> jdks = Files.newDirectoryStream(places)) {
      for (Path jdk : jdks) {
        if (Files.isExecutable(jdk.resolve("bin/javac")) && version(jdk.resolve("release")) >= 25) {
          return true;
        }
      }
    }
    return false;
  }

  private static int version(Path release) throws IOException {
    Matcher version = JAVA_VERSION.matcher(Files.exists(release) ? Files.readString(release) : "");
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  @Test
  void oldJdkIsPassedOver() throws Exception {
    assertRan(
        launch(
            launcher,
            Map.of(
                "JAVA_HOME", oldJdk.toString(),
                "PATH", oldJdk.resolve("bin") + ":" + tools,
                "BROADSHEET_JDK_PLACES", folder.resolve("nothing") + ":" + oldJdk + ":" + jdk())));
  }

  @Test
  void javaHomeGoesFirst() throws Exception {
    assertRan(
        launch(
            launcher,
            Map.of("JAVA_HOME", jdk().toString(), "BROADSHEET_JDK_PLACES", oldJdk.toString())));
  }

  @Test
  void jdkBehindALinkOnThePathIsFound() throws Exception {
    Path link = Files.createSymbolicLink(tools.resolve("java"), Program.java());
    try {
      assertRan(launch(launcher, Map.of("BROADSHEET_JDK_PLACES", "")));
    } finally {
      Files.delete(link);
    }
  }

  @Smoke
  @Test
  void noJdkIsSaidInOneLineAndHowToGetOne() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PATH",
            oldJdk.resolve("bin") + ":" + tools,
            "BROADSHEET_JDK_PLACES",
            oldJdk.toString());
    launch(launcher, environment, "check").assertRefused(ExitCode.COULD_NOT_LOOK);
    Program.Ended ended = launch(launcher, environment);
    ended.assertRefused();
    assertThat(ended.err()).contains("JDK 25 or newer", "apt install", "brew install", "JAVA_HOME");
  }

  @Test
  void launcherMayBeCalledThroughLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("a link"), launcher);
    Path linkToLink = Files.createSymbolicLink(folder.resolve("bs"), Path.of("a link"));
    Map<String, String> environment = Map.of("JAVA_HOME", jdk().toString());
    assertRan(launch(link, environment));
    assertRan(launch(linkToLink, environment));
  }

  /** A fake JDK, new enough, that only prints its arguments. */
  private Path tellingJdk() throws IOException {
    Path jdk = folder.resolve("jdk-25");
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    makeScript(bin.resolve("java"), "echo \"$@\"");
    makeScript(bin.resolve("javac"), "exit 9");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    return jdk;
  }

  /** A Maven that writes its arguments beside itself, prints what Maven prints, and then ends. */
  private void makeMaven(int exitCode) throws IOException {
    for (String tool : List.of("mkdir", "mktemp", "mv", "grep", "rm", "touch")) {
      makeScript(tools.resolve(tool), "exec '" + installed(tool) + "' \"$@\"");
    }
    makeScript(
        tools.resolve("mvn"),
        """
        echo "$@" >>"$0.arguments"
        echo '[INFO] Downloading from central: https://repo.example/org/jsoup/jsoup-1.24.1.jar'
        echo '[INFO] Downloading from central: https://repo.example/org/icu/icu4j-78.1.jar'
        echo '[INFO] --- compiler:3.16.0:compile (default-compile) @ broadsheet ---'
        echo '[ERROR] no space left' >&2
        exit %s
        """
            .formatted(exitCode));
  }

  private Map<String, String> unbuilt() throws IOException {
    Files.delete(launcher.resolveSibling("target/broadsheet.built"));
    setJarTime(Instant.now().minusSeconds(60));
    return Map.of("JAVA_HOME", tellingJdk().toString());
  }

  private void setJarTime(Instant time) throws IOException {
    Path jar = launcher.resolveSibling("target/broadsheet.jar");
    Files.setLastModifiedTime(jar, FileTime.from(time));
  }

  /** By hand, with profiles and tests of the user's choice. */
  @Smoke
  @Test
  void whatMavenBuiltIsNotBuiltAgainUntilASourceChanges() throws Exception {
    makeMaven(0);
    Map<String, String> environment = unbuilt();
    setJarTime(Instant.now().plusSeconds(60));
    assertThat(launch(launcher, environment).err()).isEmpty();
    setJarTime(Instant.now().minusSeconds(60));
    assertThat(launch(launcher, environment).err()).startsWith("Building Broadsheet");
  }

  @Smoke
  @Test
  void whatIsRunIsBuiltOnceWithoutTestsAndWhatMavenDownloadsIsShown() throws Exception {
    makeMaven(0);
    Map<String, String> environment = unbuilt();
    Program.Ended ended = launch(launcher, environment);
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("--version");
    assertThat(ended.err())
        .startsWith("Building Broadsheet; this happens once")
        .contains("Downloading file 1: jsoup-1.24.1.jar\n")
        .doesNotContain("icu4j", "\033", "no space left");
    assertThat(launcher.resolveSibling("target/build.log"))
        .content()
        .contains("icu4j-78.1.jar", "(default-compile)", "no space left");
    assertThat(launch(launcher, environment).err()).isEmpty();
    assertThat(launch(launcher, environment, "index", "--semantic").exitCode()).isZero();
    assertThat(tools.resolve("mvn.arguments"))
        .hasContent("-B -Drun package\n-B -Drun -Psemantic package\n");
  }

  @Test
  void faultOfTheBuildIsShown() throws Exception {
    makeMaven(1);
    Program.Ended ended = launch(launcher, unbuilt());
    assertThat(ended.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("[ERROR] no space left\n", "could not be built", "build.log");
    assertThat(launcher.resolveSibling("target/broadsheet.built")).doesNotExist();
  }

  /** A library of the main section would be downloaded before the first page is shown. */
  @Test
  void librariesOfTestsAreInAProfileThatTheLauncherLeavesOut() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    assertThat(build.substring(0, build.indexOf("<profiles>")))
        .contains("<artifactId>lucene-core</artifactId>")
        .doesNotContain("<scope>test</scope>", "error_prone_core", "<phase>pre-integration-test");
    assertThat(build).contains("<name>!run</name>", "<name>run</name>");
  }

  /** The default Java of the system may be older than the JDK that the launcher found. */
  @Test
  void buildOfTheLauncherRunsItsStepsOnTheJdkOfMaven() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    String launched = build.substring(build.indexOf("<id>run</id>"));
    assertThat(launched.substring(0, launched.indexOf("</profile>")))
        .contains("<build.java>${java.home}/bin/java</build.java>");
    assertThat(build).contains("<executable>${build.java}</executable>");
    assertThat(build).doesNotContain("<executable>java</executable>");
  }

  private Path indexWithVectors() throws IOException {
    Files.createDirectories(folder.resolve("an index/semantic"));
    return folder.resolve("an index");
  }

  private void makeModule() throws IOException {
    Path target = launcher.resolveSibling("target");
    Files.createDirectories(target.resolve("semantic"));
    Files.writeString(target.resolve("semantic/broadsheet-semantic.jar"), "");
    Path stamp = Files.writeString(target.resolve("semantic.built"), "");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
  }

  @Test
  void moduleToSearchByMeaningIsThereOnlyWhereItIsNeeded() throws Exception {
    makeModule();
    Map<String, String> environment = Map.of("JAVA_HOME", tellingJdk().toString());
    String index = indexWithVectors().toString();
    assertThat(launch(launcher, environment, "stats").out())
        .contains("-jar ")
        .doesNotContain("semantic");
    String module = "target/semantic/* broadsheet.Main ";
    assertThat(launch(launcher, environment, "stats", "--index", index).out())
        .contains(module + "stats");
    assertThat(launch(launcher, environment, "stats", "--index=" + index).out()).contains(module);
    assertThat(launch(launcher, environment, "index", "--semantic").out()).contains(module);
    assertThat(launch(launcher, environment, "search", "--", "--semantic").out())
        .doesNotContain(module);
  }

  @Test
  void withoutTheModuleAnIndexWithVectorsIsStillSearched() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", tellingJdk().toString());
    String index = indexWithVectors().toString();
    Program.Ended ended = launch(launcher, environment, "stats", "--index", index);
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("-jar ", "stats");
    assertThat(ended.err()).contains("found no mvn", "Continuing without search by meaning.");
    Program.Ended asked = launch(launcher, environment, "index", "--semantic");
    assertThat(asked.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(asked.err()).contains("found no mvn");
  }

  @Test
  void onlyCommandsThatRunLongUseTheSecondCompiler() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", tellingJdk().toString());
    String single = "-XX:TieredStopAtLevel=1 ";
    assertThat(launch(launcher, environment, "search", "oil").out()).contains(single);
    assertThat(launch(launcher, environment, "serve").out())
        .doesNotContain(single)
        .contains("-XX:Tier4InvocationThreshold=50000 ");
    assertThat(launch(launcher, environment, "index").out()).doesNotContain(single);
    assertThat(launch(launcher, environment, "index", "--update").out()).contains(single);
    assertThat(launch(launcher, environment, "index", "--json", "--update", "a").out())
        .contains(single);
    assertThat(launch(launcher, environment, "mcp").out()).doesNotContain(single);
  }

  /**
   * The launcher gets a locale's character set from {@code locale}, so this does not depend on the
   * machine.
   */
  @Test
  void localeIsInUtf8() throws Exception {
    Path jdk = tellingJdk();
    makeScript(jdk.resolve("bin/java"), "echo \"${LC_ALL:-none}\"");
    Path bin = Files.createDirectories(launcher.resolveSibling("bin"));
    Path released = Files.copy(Path.of("src/dist/bin/broadsheet"), bin.resolve("broadsheet"));
    Files.setPosixFilePermissions(released, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String tool : List.of("mkdir", "tr", "sh")) {
      makeScript(tools.resolve(tool), "exec '" + installed(tool) + "' \"$@\"");
    }
    for (Path script : List.of(launcher, released)) {
      assertThat(locale(script, jdk, "")).isEqualTo("C.UTF-8"); // musl has no locale
      makeLocale("*", "ANSI_X3.4-1968", "sv_SE.utf8");
      assertThat(locale(script, jdk, "")).isEqualTo("C.UTF-8"); // as before: none is better
      makeLocale("C.UTF-8", "UTF-8", "");
      assertThat(locale(script, jdk, "")).isEqualTo("C.UTF-8");
      assertThat(locale(script, jdk, "C")).isEqualTo("C.UTF-8");
      assertThat(locale(script, jdk, "fr_FR.ISO-8859-1")).isEqualTo("C.UTF-8");
      makeLocale("sv_SE.utf8", "UTF-8", "POSIX sv_SE.utf8");
      assertThat(locale(script, jdk, "C")).isEqualTo("sv_SE.utf8");
      makeLocale("*", "UTF-8", "");
      assertThat(locale(script, jdk, "")).isEqualTo("none");
      assertThat(locale(script, jdk, "tr_TR.UTF-8")).isEqualTo("tr_TR.UTF-8");
      Files.delete(tools.resolve("locale"));
    }
  }

  private String locale(Path script, Path jdk, String set) throws Exception {
    Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", jdk.toString()));
    if (!set.isEmpty()) {
      environment.put("LC_ALL", set);
    }
    return launch(script, environment).out().strip();
  }

  /** A system with a character set in one locale, and ASCII in all others. */
  private void makeLocale(String locale, String charset, String installed) throws IOException {
    makeScript(
        tools.resolve("locale"),
        """
        [ "$1" = charmap ] || { printf '%%s\\n' %s; exit; }
        case "${LC_ALL:-}" in %s) echo %s ;; *) echo ANSI_X3.4-1968 ;; esac
        """
            .formatted(installed, locale, charset));
  }

  private static String cacheName(Path jdk) {
    return "target/start" + jdk.toString().replace('/', '-') + ".aot";
  }

  @Test
  void cacheForAQuickStartIsMadeInTheBackgroundOnceForEachBuild() throws Exception {
    for (String tool : List.of("nice", "mv")) {
      makeScript(tools.resolve(tool), "exec '" + installed(tool) + "' \"$@\"");
    }
    Path jdk = tellingJdk();
    makeScript(
        jdk.resolve("bin/java"),
        "for a; do case $a in -XX:AOTCacheOutput=*) echo made >\"${a#*=}\"; exit;; esac; done;"
            + " echo \"$@\"");
    Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString());
    Path cache = launcher.resolveSibling(cacheName(jdk));
    assertThat(launch(launcher, environment).err()).isEmpty();
    awaitNewer(cache, FileTime.fromMillis(0));
    FileTime made = Files.getLastModifiedTime(cache);
    assertThat(launch(launcher, environment).out()).contains("-XX:AOTCache=" + cache + " ");
    assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
    assertCheckedOnceChanged(cache, environment);

    Path mapped = Files.createLink(folder.resolve("mapped"), cache);
    Files.writeString(cache, "of a running program");
    FileTime before = Files.getLastModifiedTime(cache);
    setJarTime(Instant.now());
    assertThat(launch(launcher, environment).err()).isEmpty();
    awaitNewer(cache, before);
    assertThat(mapped).hasContent("of a running program");
  }

  private void assertCheckedOnceChanged(Path cache, Map<String, String> environment)
      throws Exception {
    String check = "-XX:+VerifySharedSpaces";
    FileTime made = Files.getLastModifiedTime(cache);
    Path whole = Files.writeString(cache.resolveSibling(cache.getFileName() + ".whole"), "");
    Files.setLastModifiedTime(whole, FileTime.from(made.toInstant().plusSeconds(1)));
    assertThat(launch(launcher, environment).out()).doesNotContain(check);
    Files.setLastModifiedTime(cache, FileTime.from(made.toInstant().plusSeconds(2)));
    assertThat(launch(launcher, environment).out()).contains(check);
    Files.setLastModifiedTime(cache, made);
  }

  private static void awaitNewer(Path file, FileTime time) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (!Files.exists(file) || Files.getLastModifiedTime(file).compareTo(time) <= 0) {
      assertThat(Instant.now()).as("not made: " + file).isBefore(end);
      Thread.sleep(20);
    }
  }

  @Test
  void missingDamagedOrUnsuitableCacheCostsNothingButSpeed() throws Exception {
    Path made = Program.START_CACHE;
    assumeTrue(Files.exists(made), "the build made no cache");
    Path libraries = usePackagedProgram();
    try {
      assertDamageCostsNothing(made);
    } finally {
      Files.delete(libraries);
    }
  }

  private void assertDamageCostsNothing(Path made) throws Exception {
    Path cache = launcher.resolveSibling(cacheName(jdk()));
    Map<String, String> environment = Map.of("JAVA_HOME", jdk().toString());
    Map<String, String> strict = new HashMap<>(environment);
    strict.put("BROADSHEET_JAVA_OPTIONS", "-XX:AOTMode=on");

    Files.createFile(cache.resolveSibling(cache.getFileName() + ".begun"));
    assertRan(launch(launcher, environment));

    Files.copy(made, cache, StandardCopyOption.REPLACE_EXISTING);
    assertRan(launch(launcher, strict));
    Files.writeString(cache.resolveSibling(cache.getFileName() + ".whole"), "");
    assertRan(launch(launcher, strict));
    assertRan(
        launch(
            launcher,
            Map.of(
                "JAVA_HOME",
                jdk().toString(),
                "BROADSHEET_JAVA_OPTIONS",
                "-XX:-UseCompressedOops")));

    try (RandomAccessFile bytes = new RandomAccessFile(cache.toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      bytes.write(new byte[100_000]);
    }
    assertThat(launch(launcher, strict).exitCode()).isNotEqualTo(ExitCode.DONE);
    assertRan(launch(launcher, environment));

    try (RandomAccessFile bytes = new RandomAccessFile(cache.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 3);
    }
    assertRan(launch(launcher, environment));
  }

  /**
   * The cache is valid for the packaged jar and its libraries, wherever they are. Returns a link to
   * the libraries.
   */
  private Path usePackagedProgram() throws IOException {
    Path packaged = Program.JAR;
    Path target = launcher.resolveSibling("target");
    Files.copy(
        packaged,
        target.resolve("broadsheet.jar"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    return Files.createSymbolicLink(
        target.resolve("lib"), packaged.toAbsolutePath().resolveSibling("lib"));
  }
}
