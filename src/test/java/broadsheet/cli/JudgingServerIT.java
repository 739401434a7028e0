package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.Stress;
import broadsheet.evaluate.Qrels;
import broadsheet.evaluate.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --judge FILE} as a process. */
class JudgingServerIT {

  private static final String SEED = "000_16b52361ac664b14";
  private static final int KILLS = Seeds.orAsked(2);
  private static final int MANY = 30;

  @TempDir private Path folder;

  /** Every judgement that was answered is on disk whenever the server is killed. */
  @Test
  void killedServerLosesNoJudgementItAnswered() throws Exception {
    judgeAndKill(KILLS);
  }

  @Test
  @Stress
  void serverKilledManyTimesLosesNoJudgementItAnswered() throws Exception {
    judgeAndKill(MANY);
  }

  /** Writes without pause, so every kill is within milliseconds of a write. */
  private void judgeAndKill(int kills) throws Exception {
    Path file = folder.resolve("mine.qrels");
    List<String> kept = Collections.synchronizedList(new ArrayList<>());
    for (int round = 0; round < kills; round++) {
      try (Serving serving = serve(file)) {
        Thread judge = new Thread(judging(serving.address(), kept), "judge");
        judge.start();
        awaitMore(kept);
        Thread.sleep(100 + 211L * round % 1_000);
        serving.program().kill();
        judge.join();
      }
      Qrels qrels = Qrels.read(file);
      Topics topics = Topics.read(folder.resolve("mine.qrels.topics.tsv"));
      assertThat(topics.byNumber().values()).extracting("query").containsAll(kept);
      assertThat(qrels.byPair().keySet())
          .allSatisfy(pair -> assertThat(topics.byNumber()).containsKey(pair.topic()))
          .hasSizeGreaterThanOrEqualTo(kept.size());
    }
    assertThat(kept).hasSizeGreaterThan(kills);
  }

  /** Waits for a server's first answer, which takes a while on a busy machine. */
  private static void awaitMore(List<String> kept) throws InterruptedException {
    int before = kept.size();
    for (int tries = 0; kept.size() == before && tries < 3_000; tries++) {
      Thread.sleep(20);
    }
    assertThat(kept).hasSizeGreaterThan(before);
  }

  /** Judges the seed article for one query after another until the server is gone. */
  private static Runnable judging(URI address, List<String> kept) {
    return () -> {
      try (HttpClient client = HttpClient.newHttpClient()) {
        while (true) {
          String query = "balloon" + kept.size();
          HttpRequest request =
              HttpRequest.newBuilder(address.resolve("/judge.json"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Origin", address.toString())
                  .POST(
                      HttpRequest.BodyPublishers.ofString("q=" + query + "&relevance=1&id=" + SEED))
                  .build();
          HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          kept.add(query);
        }
      } catch (IOException e) {
        // killed
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Test
  void secondServerIsRefusedTheSameFile() throws Exception {
    Path file = folder.resolve("mine.qrels");
    try (Serving _ = serve(file)) {
      Program.Ended second = run(file);
      second.assertRefused();
      assertThat(second.err()).contains("mine.qrels is in use by another server");
    }
  }

  @Test
  void fileThatCannotHoldJudgementsIsOneLine() throws Exception {
    Program.Ended missing = run(folder.resolve("missing/mine.qrels"));
    missing.assertRefused();
    assertThat(missing.err()).contains("There is no folder", "Create it, or give another file");

    Program.Ended directory = run(folder);
    directory.assertRefused();
    assertThat(directory.err()).contains("is a folder. Give the name of a file");

    Path broken = folder.resolve("broken.qrels");
    Files.writeString(broken, "1 0 a 1\n1 0 a\n");
    Program.Ended malformed = run(broken);
    malformed.assertRefused();
    assertThat(malformed.err()).contains("Line 2 of", "Mend or delete the line");
    assertThat(broken).hasContent("1 0 a 1\n1 0 a\n");
  }

  private Serving serve(Path file) throws IOException, InterruptedException {
    return Serving.readied(Program.start(arguments(file)));
  }

  private Program.Ended run(Path file) throws IOException, InterruptedException {
    return Program.run(arguments(file));
  }

  private String[] arguments(Path file) {
    String index = folder.resolve("index").toString();
    return new String[] {
      "serve", "seeds", "--port", "0", "--index", index, "--judge", file.toString()
    };
  }
}
