package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.desk.Desks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved searches across processes: watched, killed, and in parallel. */
class AlertServingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int KILLS = Seeds.orAsked(3);
  private static final int ARTICLES = 400;

  @TempDir private Path folder;
  private Path corpus;
  private Path index;

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    index = folder.resolve("index");
    article("old", "harbour");
  }

  private void article(String name, String word) throws IOException {
    Files.writeString(
        corpus.resolve(name + ".txt"), "Headline of " + name + "\n\nAll about one " + word + ".\n");
  }

  private Program.Ended run(String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", index.toString()));
    return Program.run(all.toArray(String[]::new));
  }

  @Test
  void watchedFilesComeInForAlertsAndNothingIsSentElsewhere() throws Exception {
    try (Serving serving =
        Serving.readied(
            SilentProgram.start(
                folder.resolve("names"),
                "serve",
                corpus.toString(),
                "--watch",
                "--port",
                "0",
                "--index",
                index.toString()))) {
      assertThat(run("alert", "add", "harbour").exitCode()).isZero();
      assertThat(run("alert", "add", "barley").exitCode()).isZero();
      JsonNode alerts = serving.json("/alerts.json").get("alerts");
      assertThat(alerts).hasSize(2);
      article("first", "harbour");
      await(serving, 0, 1);
      article("second", "harbour");
      await(serving, 0, 2);
      assertThat(feed(serving, alerts.at("/0/feed").asText())).containsExactly("second", "first");
      assertThat(feed(serving, alerts.at("/1/feed").asText())).isEmpty();
      assertThat(run("alert", "remove", alerts.at("/0/id").asText()).exitCode()).isZero();
      assertThat(serving.json("/alerts.json").get("alerts")).hasSize(1);
      assertThat(serving.get(alerts.at("/0/feed").asText()).statusCode()).isEqualTo(404);
      SilentProgram.assertSilent(serving);
    }
  }

  @Test
  void updateOfAnotherProcessIsSeenWithoutRestart() throws Exception {
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
    try (Serving serving = Serving.of(index)) {
      assertThat(run("alert", "add", "harbour").exitCode()).isZero();
      article("new", "harbour");
      assertThat(run("index", "--update").exitCode()).isZero();
      await(serving, 0, 1);
    }
  }

  @Test
  void twoWhoSaveAtOnceLoseNothing() throws Exception {
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
    List<Program> adding = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      adding.add(Program.start("alert", "add", "tide" + i, "--index", index.toString()));
    }
    for (Program program : adding) {
      assertThat(program.ended().exitCode()).isZero();
      program.close();
    }
    assertThat(Desks.open(index).searches().all()).hasSize(4);
  }

  /** An article and its number are in one commit. */
  @Test
  void killedUpdatesLoseAndDoubleNothing() throws Exception {
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
    assertThat(run("alert", "add", "harbour").exitCode()).isZero();
    long startedAt = System.nanoTime();
    batch(0);
    assertThat(run("index", "--update").exitCode()).isZero();
    Duration length = Duration.ofNanos(System.nanoTime() - startedAt);
    Seeds.each(KILLS, random -> killOnce(random, length));
    assertThat(run("index", "--update").exitCode()).isZero();
    try (Serving serving = Serving.of(index)) {
      Set<String> harbours = ids(serving, "/search.jsonl?duplicates=show&q=harbour");
      harbours.remove("old");
      assertThat(serving.json("/alerts.json").at("/alerts/0/cameIn").asLong())
          .isEqualTo(harbours.size());
    }
    assertThat(run("check").exitCode()).isZero();
  }

  private int batches;

  private void killOnce(Random random, Duration length) {
    try {
      batch(++batches);
      try (Program program = Program.start("index", "--update", "--index", index.toString())) {
        Thread.sleep(random.nextLong(length.toMillis() * 11 / 10));
        program.kill();
      }
      try (Serving serving = Serving.of(index)) {
        Set<String> found = ids(serving, "/search.jsonl?duplicates=show&q=harbour");
        found.remove("old");
        assertThat(serving.json("/alerts.json").at("/alerts/0/cameIn").asLong())
            .isEqualTo(found.size());
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every tenth is about the harbour. */
  private void batch(int number) throws IOException {
    String lines =
        IntStream.range(0, ARTICLES)
            .mapToObj(
                i ->
                    "{\"id\": \"b%s-%s\", \"title\": \"Number %s of %s\", \"text\": \"One %s, %s.\"}"
                        .formatted(number, i, i, number, i % 10 == 0 ? "harbour" : "field", i))
            .collect(Collectors.joining("\n", "", "\n"));
    Path beside = folder.resolve("batch.jsonl");
    Files.writeString(beside, lines);
    Files.move(beside, corpus.resolve("batch-" + number + ".jsonl"));
  }

  private static Set<String> ids(Serving serving, String path) throws Exception {
    Set<String> ids = new TreeSet<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : serving.get(path).body().lines().toList()) {
      ids.add(mapper.readTree(line).get("id").asText());
    }
    return ids;
  }

  private static List<String> feed(Serving serving, String path) throws Exception {
    return new SyndFeedInput()
        .build(new StringReader(serving.get(path).body())).getEntries().stream()
            .map(SyndEntry::getUri)
            .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
            .toList();
  }

  private static void await(Serving serving, int alert, long count) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (cameIn(serving, alert) != count) {
      assertThat(System.nanoTime())
          .as("%s in time; it said: %s", count, serving.program().err())
          .isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static long cameIn(Serving serving, int alert) throws Exception {
    return serving.json("/alerts.json").at("/alerts/" + alert + "/cameIn").asLong(-1);
  }
}
