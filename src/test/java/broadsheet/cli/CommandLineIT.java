package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process, for what only a process can show. */
class CommandLineIT {

  private static final String PHRASE = "\"candid, substantial, and fruitful\"";

  /** Stopping has ten seconds of grace, plus the time a process takes to end. */
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);

  @TempDir private Path folder;

  @Smoke
  @Test
  void exitCodeTellsWhetherSomethingWasFound() throws Exception {
    String index = folder.resolve("index").toString();
    Program.Ended built = Program.run("index", "seeds", "--index", index);
    assertThat(built.exitCode()).as(built.err()).isEqualTo(0);
    assertThat(built.err()).isEmpty();
    Program.Ended found = Program.run("search", PHRASE, "--index", index);
    assertThat(found.exitCode()).isEqualTo(0);
    assertThat(found.out()).contains("*candid, substantial, and fruitful*").contains("“");
    assertThat(found.err()).isEmpty();
    assertThat(Program.run("search", "Odesa", "--index", index).exitCode()).isEqualTo(1);
    Program.run("search", "x", "--index", folder.resolve("nowhere").toString()).assertRefused();
  }

  @Smoke
  @Test
  void serveBuildsTheIndexThatIsMissing() throws Exception {
    Path index = folder.resolve("index");
    try (Serving serving =
        Serving.readied(
            Program.start("serve", "seeds", "--port", "0", "--index", index.toString()))) {
      assertThat(serving.program().out())
          .matches("Broadsheet is ready at http://127\\.0\\.0\\.1:\\d+\n");
      assertThat(serving.program().err())
          .contains("Building an index of seeds in " + index + ".", "indexed 1, ");
      assertThat(serving.json("/search.json?q=balloon").at("/total/value").asInt()).isEqualTo(1);
      assertThat(serving.json("/healthz").get("articles").asInt()).isEqualTo(1);
    }
    try (Serving again = Serving.of(index)) {
      assertThat(again.program().err()).isEmpty();
      String port = Integer.toString(again.address().getPort());
      Program.Ended taken = Program.run("serve", "--port", port, "--index", index.toString());
      taken.assertRefused();
      assertThat(taken.err()).contains("Port " + port + " is in use");
    }
  }

  @Test
  void seedsAndIndexLieBesideTheLauncherWhereverItIsCalledFrom() throws Exception {
    Path home = folder.resolve("the house");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createDirectories(home.resolve("seeds"));
    Files.writeString(home.resolve("seeds/zeppelin.txt"), "A zeppelin\n\nIt flew over the town.\n");
    try (Program program = Program.startIn(elsewhere, home, "index")) {
      assertThat(program.ended().out()).startsWith("indexed 1, ");
    }
    assertThat(home.resolve("index")).isDirectory();
    assertThat(elsewhere).isEmptyDirectory();
    try (Program program = Program.startIn(elsewhere, home, "search", "zeppelin")) {
      assertThat(program.ended().out()).contains("A *zeppelin*");
    }
  }

  @Test
  void requestsUnderWayAreAnsweredWhenItIsToldToStop() throws Exception {
    Generations generations = new Generations(folder, 1_000);
    String index = folder.resolve("index").toString();
    Program.run("index", generations.write(0).toString(), "--index", index);
    try (Serving serving = Serving.of(Path.of(index));
        Socket half = new Socket(InetAddress.getLoopbackAddress(), serving.address().getPort())) {
      half.getOutputStream().write(ascii("GET /search.json?q=half HTTP/1.1\r\nHost: local"));
      serving.json("/healthz");
      try (Socket begun = asked(serving, slowSearch(0))) {
        Thread.sleep(500);
        try (Socket second = asked(serving, slowSearch(1));
            Socket third = asked(serving, slowSearch(2))) {
          Thread.sleep(100);
          serving.program().terminate();
          assertThat(answer(begun)).startsWith("HTTP/1.1 200").endsWith("}");
          // On a busy machine these may not have been answered yet, and may be refused.
          assertThat(answer(second)).containsPattern("^HTTP/1.1 (200|503) [^}]*\\{").endsWith("}");
          assertThat(answer(third)).containsPattern("^HTTP/1.1 (200|503) [^}]*\\{").endsWith("}");
        }
      }
      Program.Ended ended = serving.program().ended(STOPS_WITHIN);
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out().lines()).hasSize(1);
      try (ServerSocket free = new ServerSocket(serving.address().getPort())) {
        assertThat(free.isBound()).isTrue();
      }
    }
  }

  /** Each of its patterns is tried on every word. */
  private static String slowSearch(int number) {
    return IntStream.range(0, 120)
        .mapToObj(n -> "*" + number + Integer.toString(n, Character.MAX_RADIX) + "*a")
        .collect(Collectors.joining("+OR+", "/search.json?size=100&q=", ""));
  }

  private static Socket asked(Serving serving, String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), serving.address().getPort());
    socket.setSoTimeout(30_000);
    String head = " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(ascii("GET " + path + head));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return withoutChunkSizes(answer).strip();
  }

  private static String withoutChunkSizes(String answer) {
    return Stream.of(answer.split("\r\n", -1))
        .filter(line -> !line.matches("[0-9A-Fa-f]{1,8}"))
        .collect(Collectors.joining("\r\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
