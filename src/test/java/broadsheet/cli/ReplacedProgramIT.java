package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.corpus.pdf.PdfSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server whose program is replaced while it runs, by the steps of the build itself: what is put
 * in its place holds none of its classes.
 */
class ReplacedProgramIT {

  /** Pages that need classes which the first page does not. */
  private static final List<String> PATHS =
      List.of(
          "/search?q=china",
          "/search.json?q=china&facets=all",
          "/search.ris?q=china",
          "/search.bib?q=china",
          "/search.atom?q=china",
          "/search.csv?q=china",
          "/words?q=china",
          "/trends?q=china",
          "/corpus",
          "/alerts",
          "/lists",
          "/help",
          "/help?q=proxy",
          "/openapi.json",
          "/metrics",
          "/healthz");

  private static final Path JARS = Program.JAR.resolveSibling("lib");
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path home;

  @Test
  void serverGoesOnWhenABuildReplacesItsProgram() throws Exception {
    assumeTrue(hasMaven(), "needs Maven");
    layOut();
    Path articles = Files.createDirectory(home.resolve("articles"));
    Files.writeString(articles.resolve("a.txt"), "Talks in China\n\nThey went on.\n");
    String[] serve = {"serve", articles.toString(), "--watch", "--port", "0"};
    try (Serving serving = Serving.readied(launch(serve))) {
      assertThat(serving.get("/").statusCode()).isEqualTo(200);
      rebuild();
      try (Program other = launch("--version")) {
        assertThat(other.ended().exitCode()).isEqualTo(1); // the JVM finds no such class
      }
      Files.write(articles.resolve("b.pdf"), PdfSamples.story("New bridge opens"));
      for (String path : PATHS) {
        assertThat(serving.get(path).statusCode()).as(path).isEqualTo(200);
      }
      awaitArticles(serving, 2);
      serving.program().terminate();
      assertThat(serving.program().ended().err()).doesNotContain("SIGBUS", "Exception");
    }
    try (Stream<Path> left = Files.list(home.resolve("target"))) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("running-")))
          .isEmpty();
    }
  }

  private static boolean hasMaven() throws Exception {
    try (Program maven = Program.start(new ProcessBuilder("sh", "-c", "command -v mvn"))) {
      return maven.ended().exitCode() == 0;
    }
  }

  /** The packaged program with its launcher and start cache, and the build without its sources. */
  private void layOut() throws Exception {
    Path target = Files.createDirectories(home.resolve("target"));
    run(Path.of(""), "cp", "-rp", Program.JAR.toString(), JARS.toString(), target.toString());
    run(Path.of(""), "cp", "-r", "pom.xml", "broadsheet", home.toString());
    run(Path.of(""), "cp", "-r", "--parents", "src/build", "src/main/resources", home.toString());
    Files.createDirectory(home.resolve("web"));
    Files.createDirectory(home.resolve("docs"));
    Path other = Files.createDirectories(target.resolve("run"));
    Files.writeString(other.resolve("other.txt"), "another program");
    Path cache = target.resolve("start" + JDK.toString().replace('/', '-') + ".aot");
    if (Files.exists(Program.START_CACHE)) {
      Files.copy(Program.START_CACHE, cache);
      Files.createFile(target.resolve(cache.getFileName() + ".whole"));
    }
    Files.createFile(target.resolve(cache.getFileName() + ".begun"));
    Path built = Files.createFile(target.resolve("broadsheet.built"));
    Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(600)));
  }

  private static void run(Path folder, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().put("JAVA_HOME", JDK.toString());
    try (Program program = Program.start(builder)) {
      Program.Ended ended = program.ended();
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }
  }

  /** The steps of the build that write where the program runs. */
  private void rebuild() throws Exception {
    run(
        home,
        "mvn",
        "-B",
        "-o",
        "-Drun",
        "-Dmdep.overWriteReleases=true",
        "jar:jar@default-jar",
        "dependency:copy-dependencies@libraries",
        "antrun:run@replace");
  }

  private Program launch(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("broadsheet").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("JAVA_HOME", JDK.toString());
    return Program.start(builder);
  }

  private static void awaitArticles(Serving serving, int wanted) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (serving.json("/healthz").get("articles").asInt() < wanted) {
      assertThat(Instant.now()).as(serving.program()::err).isBefore(end);
      Thread.sleep(50);
    }
  }
}
