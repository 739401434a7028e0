package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.Stress;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.semantic.ConceptEmbedder;
import broadsheet.lucene.semantic.SemanticIndexing;
import broadsheet.lucene.semantic.VectorIndex;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.web.alerts.AlertView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes (SIGKILL) while they write: watched updates with alerts, saved searches, vectors.
 * Judgements are in {@link JudgingServerIT}.
 */
class KilledWritersIT {

  private static final int MANY = 30;
  private static final int ARTICLES = 200;

  /** The number of articles in a batch about the harbour. */
  private static final int HARBOURS = ARTICLES / 10;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Path corpus = Path.of("");
  private Path index = Path.of("");
  private int batches;
  private int aboutTheCommit;

  @BeforeEach
  void indexOneBatch() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    index = folder.resolve("index");
    batch();
    run("index", corpus.toString());
  }

  /** Runs in this process. */
  private void run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", index.toString()));
    StringWriter err = new StringWriter();
    PrintWriter printer = new PrintWriter(err, true);
    assertThat(BroadsheetCommand.run(printer, printer, all.toArray(String[]::new)))
        .as(() -> all + ": " + err)
        .isEqualTo(ExitCode.DONE);
  }

  private void batch() throws IOException {
    int number = batches++;
    String lines =
        IntStream.range(0, ARTICLES)
            .mapToObj(
                i ->
                    "{\"id\": \"b%s-%s\", \"title\": \"Number %s of %s\", \"text\": \"One %s, %s.\"}"
                        .formatted(number, i, i, number, i % 10 == 0 ? "harbour" : "crop", i))
            .collect(Collectors.joining("\n", "", "\n"));
    Path beside = folder.resolve("batch.jsonl");
    Files.writeString(beside, lines);
    Files.move(beside, corpus.resolve("batch-" + number + ".jsonl"));
  }

  @Test
  void killedWatcherLosesAndDoublesNothing() throws Exception {
    killWatchers(1);
  }

  @Test
  @Stress
  void watcherKilledManyTimesLosesAndDoublesNothing() throws Exception {
    killWatchers(MANY);
  }

  private void killWatchers(int kills) {
    run("alert", "add", "harbour");
    List<SavedSearch> saved = Desks.open(index).searches().all();
    Seeds.each(kills - 1, random -> unchecked(() -> killWatcher(mixed(random))));
    run("index", "--update");
    assertThat(Desks.open(index).searches().all()).isEqualTo(saved);
    assertThat(cameIn()).isEqualTo((long) HARBOURS * (batches - 1));
    assertEnoughAboutTheCommit(kills);
  }

  /** An article and its number are in one commit. */
  private void killWatcher(SplittableRandom random) throws Exception {
    try (Serving serving =
        Serving.readied(
            Program.start("serve", "--watch", "--port", "0", "--index", index.toString()))) {
      Set<String> known = names(index);
      batch();
      killAbout(random, serving.program(), index, known, 600);
    }
    run("check");
    assertThat(cameIn()).isEqualTo(harbours() - HARBOURS);
  }

  private long cameIn() {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      SavedSearch saved = Desks.open(index).searches().all().getFirst();
      AlertSearch alert = AlertView.asked(saved, text -> QueryParser.parse(text, LocalDate.EPOCH));
      return engine.count(List.of(alert)).getFirst().count();
    }
  }

  private long harbours() {
    List<String> found = new ArrayList<>();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      engine.export(
          SearchRequest.of(new QueryNode.Word("harbour")).unfolded(),
          article -> found.add(article.id()));
    }
    return found.size();
  }

  @Test
  void killedServerLosesNoAlertItAnswered() throws Exception {
    killSavers(1);
  }

  @Test
  @Stress
  void serverKilledManyTimesLosesNoAlertItAnswered() throws Exception {
    killSavers(MANY);
  }

  private void killSavers(int kills) {
    Seeds.each(kills - 1, random -> unchecked(() -> killSaver(mixed(random))));
  }

  /** Writes without pause, so every kill is within milliseconds of a write. */
  private void killSaver(SplittableRandom random) throws Exception {
    List<String> answered = Collections.synchronizedList(new ArrayList<>());
    for (SavedSearch each : Desks.open(index).searches().all()) {
      Desks.open(index).searches().remove(each.id());
    }
    try (Serving serving = Serving.of(index)) {
      Thread saver = new Thread(saving(serving.address(), answered), "saver");
      saver.start();
      await(() -> !answered.isEmpty());
      Thread.sleep(random.nextInt(150));
      serving.program().kill();
      saver.join();
    }
    List<String> kept =
        Desks.open(index).searches().all().stream().map(SavedSearch::search).toList();
    assertThat(kept).containsAll(answered).hasSizeLessThanOrEqualTo(answered.size() + 1);
    run("alert", "add", "one", "more");
    run("check");
  }

  /** Saves one search after another until the server is gone. */
  private static Runnable saving(URI address, List<String> answered) {
    return () -> {
      try (HttpClient client = HttpClient.newHttpClient()) {
        while (answered.size() < SavedSearches.MOST / 2) {
          String search = "q=tide" + answered.size();
          HttpRequest request =
              HttpRequest.newBuilder(address.resolve("/alerts"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Origin", address.toString())
                  .POST(HttpRequest.BodyPublishers.ofString(search))
                  .build();
          HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
          assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
          answered.add(search);
        }
      } catch (IOException e) {
        // killed
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** The same as {@code index --semantic}, with a tiny model. */
  static final class Vectors {
    private Vectors() {}

    public static void main(String[] args) {
      SemanticIndexing.update(
          Path.of(args[0]), EmbeddingModels.of(new ConceptEmbedder()), (_, _) -> {});
    }
  }

  @Test
  void killedMakingOfVectorsIsDoneAgain() throws Exception {
    killVectorMakers(1);
  }

  @Test
  @Stress
  void makingOfVectorsKilledManyTimesIsDoneAgain() throws Exception {
    killVectorMakers(MANY);
  }

  private void killVectorMakers(int kills) {
    Seeds.each(kills - 1, random -> unchecked(() -> killVectorMaker(mixed(random))));
    SemanticIndexing.update(index, EmbeddingModels.of(new ConceptEmbedder()), (_, _) -> {});
    assertThat(VectorIndex.check(index)).isEqualTo((long) ARTICLES * batches);
    assertEnoughAboutTheCommit(kills);
  }

  private void killVectorMaker(SplittableRandom random) throws Exception {
    batch();
    run("index", "--update");
    Path vectors = index.resolve("semantic/concepts");
    Set<String> known = names(vectors);
    try (Program program =
        Program.start(
            new ProcessBuilder(
                Program.java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Vectors.class.getName(),
                index.toString()))) {
      killAbout(random, program, vectors, known, 1_500);
    }
    run("check");
  }

  /**
   * Two times in three after the files that precede a commit are written, otherwise at any time.
   */
  private void killAbout(
      SplittableRandom random, Program program, Path writing, Set<String> known, int longestMillis)
      throws IOException, InterruptedException {
    if (random.nextInt(3) == 0) {
      Thread.sleep(random.nextInt(longestMillis));
      program.kill();
      return;
    }
    await(() -> !program.isAlive() || isNearCommit(names(writing), known));
    long seenAt = System.nanoTime();
    Thread.sleep(random.nextInt(60));
    boolean isInTime = System.nanoTime() - seenAt < Duration.ofMillis(100).toNanos();
    aboutTheCommit += isInTime && program.isAlive() ? 1 : 0;
    program.kill();
  }

  /** The last file of a segment, or the commit itself. */
  private static boolean isNearCommit(Set<String> now, Set<String> known) {
    return now.stream()
        .filter(name -> !known.contains(name))
        .anyMatch(name -> name.endsWith(".si") || name.contains("segments"));
  }

  private void assertEnoughAboutTheCommit(int kills) {
    if (kills >= MANY) {
      assertThat(aboutTheCommit).isGreaterThanOrEqualTo(kills / 3);
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    } catch (NoSuchFileException e) {
      return Set.of();
    }
    return names;
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(1);
    }
  }

  /** Java's random numbers begin alike for consecutive seeds. */
  private static SplittableRandom mixed(Random random) {
    return new SplittableRandom(random.nextLong());
  }

  private interface Step {
    void take() throws Exception;
  }

  private static void unchecked(Step step) {
    try {
      step.take();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
