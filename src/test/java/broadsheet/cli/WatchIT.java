package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --watch}: readers see changes to the files without further commands. */
class WatchIT {

  /** The promise is two seconds; a machine that runs all the tests is given more. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Smoke
  @Test
  void newChangedMovedAndDeletedFilesAreSeen() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    article(corpus.resolve("first.txt"), "barley");
    Path index = folder.resolve("index");
    try (Serving serving =
        Serving.readied(
            Program.start(
                "serve",
                corpus.toString(),
                "--watch",
                "--port",
                "0",
                "--index",
                index.toString()))) {
      awaitCount(serving, "barley", 1);
      article(corpus.resolve("second.txt"), "harbour");
      awaitCount(serving, "harbour", 1);
      article(corpus.resolve("second.txt"), "lighthouse");
      awaitCount(serving, "lighthouse", 1);
      awaitCount(serving, "harbour", 0);
      Path deep = Files.createDirectories(corpus.resolve("new/and/deep"));
      article(deep.resolve("third.txt"), "estuary");
      awaitCount(serving, "estuary", 1);
      Files.move(deep.resolve("third.txt"), corpus.resolve("third.txt"));
      awaitId(serving, "estuary", "third");
      Files.delete(corpus.resolve("third.txt"));
      awaitCount(serving, "estuary", 0);
      awaitCount(serving, "", 2);
      assertThat(serving.program().out().lines()).hasSize(1);
    }
  }

  @Test
  void pathIsAddedToAnIndexThereIs() throws Exception {
    Path one = Files.createDirectories(folder.resolve("one"));
    Path two = Files.createDirectories(folder.resolve("two"));
    article(one.resolve("a.txt"), "barley");
    article(two.resolve("b.txt"), "harbour");
    Path index = folder.resolve("index");
    assertThat(Program.run("index", one.toString(), "--index", index.toString()).exitCode())
        .isZero();
    article(one.resolve("c.txt"), "estuary");
    try (Serving serving =
        Serving.readied(
            Program.start(
                "serve", two.toString(), "--watch", "--port", "0", "--index", index.toString()))) {
      awaitCount(serving, "harbour", 1);
      awaitCount(serving, "estuary", 1);
      awaitCount(serving, "barley", 1);
    }
  }

  private static void article(Path file, String word) throws IOException {
    Files.writeString(
        file, "A headline about it\n\nAll that is told here is told of one " + word + ".\n");
  }

  private static void awaitCount(Serving serving, String query, long count) throws Exception {
    JsonNode answer = answer(serving, query);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (answer.at("/total/value").asLong(-1) != count) {
      assertThat(System.nanoTime())
          .as("%s times %s in time; it said: %s", count, query, serving.program().err())
          .isLessThan(end);
      Thread.sleep(50);
      answer = answer(serving, query);
    }
  }

  private static void awaitId(Serving serving, String query, String id) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answer(serving, query).at("/hits/0/id").asText("").equals(id)) {
      assertThat(System.nanoTime()).as("%s in time", id).isLessThan(end);
      Thread.sleep(50);
    }
  }

  /** Exact, since a query without matches shows nothing else instead. */
  private static JsonNode answer(Serving serving, String query) throws Exception {
    return serving.json("/search.json?q=" + query);
  }
}
