package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.Stress;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.lucene.LuceneSearchEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills two servers (SIGKILL) that change lists, notes, imports and alerts of the same archive
 * without a pause. Every change that either has confirmed is there afterwards; each other change is
 * there as a whole or not at all.
 */
class KilledDeskIT {

  private static final int MANY = 50;
  private static final int ARTICLES = 200;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** With two writers each, fewer than make as many alerts as there may be. */
  private static final int ROUNDS_KEPT = DeskWriter.WRITERS / 2;

  private static final String SHARED = "Shared";

  @TempDir private Path folder;
  private Path corpus = Path.of("");
  private Path index = Path.of("");
  private final Map<String, String> fingerprints = new HashMap<>();
  private final List<DeskWriter> earlier = new ArrayList<>();
  private int rounds;
  private int inTheMiddle;

  @BeforeEach
  void indexArticles() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    index = folder.resolve("index");
    Files.writeString(
        corpus.resolve("news.jsonl"),
        IntStream.range(0, ARTICLES)
            .mapToObj(
                i ->
                    "{\"id\": \"a%s\", \"title\": \"Number %s\", \"text\": \"One harbour, %s times.\"}"
                        .formatted(i, i, i * 7919))
            .collect(Collectors.joining("\n", "", "\n")));
    done("index", corpus.toString());
    List<String> ids = IntStream.range(0, ARTICLES).mapToObj(i -> "a" + i).toList();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      engine.refs(ids).forEach((id, ref) -> fingerprints.put(id, ref.fingerprint()));
    }
    assertThat(fingerprints).hasSize(ARTICLES);
  }

  private void done(String... args) {
    Program.Ended ended = Program.on(index, args);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void killedServersKeepWhatTheyConfirmed() {
    kill(2);
  }

  @Test
  @Stress
  void serversKilledManyTimesKeepWhatTheyConfirmed() {
    kill(MANY);
    assertThat(inTheMiddle).isGreaterThan(MANY / 3);
  }

  private void kill(int times) {
    Seeds.each(times - 1, random -> killed(mixed(random)));
  }

  private void killed(SplittableRandom random) {
    try {
      beginAnew();
      round(random);
      if (random.nextInt(4) == 0) {
        done("index", corpus.toString());
      }
      done("check");
      earlier.forEach(this::assertKept);
      assertLogged();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Now and then, so that limits are not met; otherwise earlier rounds are verified again. */
  private void beginAnew() {
    if (rounds++ % ROUNDS_KEPT == 0) {
      Desk desk = Desks.open(index);
      desk.lists().all("").forEach(list -> desk.lists().remove(list.id()));
      desk.searches().all().forEach(search -> desk.searches().remove(search.id()));
      desk.lists().create("", SHARED);
      earlier.clear();
    }
  }

  private void round(SplittableRandom random) throws Exception {
    List<DeskWriter> writers = new ArrayList<>();
    try (Serving one = Serving.of(index);
        Serving other = Serving.of(index)) {
      for (Serving serving : List.of(one, other)) {
        String name = "r%s-%s".formatted(rounds, writers.size());
        int slot = earlier.size() + writers.size();
        writers.add(new DeskWriter(name, slot, serving.address(), fingerprints, sharedList().id()));
      }
      List<Thread> threads = writers.stream().map(Thread::new).toList();
      threads.forEach(Thread::start);
      await(writers);
      Thread.sleep(random.nextInt(300));
      one.program().kill();
      Thread.sleep(random.nextInt(3) == 0 ? 0 : random.nextInt(200));
      other.program().kill();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    for (DeskWriter writer : writers) {
      assertThat(writer.trouble()).isEmpty();
      inTheMiddle += writer.isInTheMiddle() ? 1 : 0;
    }
    earlier.addAll(writers);
  }

  private ReadingList sharedList() {
    return Desks.open(index).lists().find("", SHARED).orElseThrow();
  }

  private static void await(List<DeskWriter> writers) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!writers.stream()
        .allMatch(writer -> writer.confirmed() > 5 || !writer.trouble().isEmpty())) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(1);
    }
  }

  private void assertKept(DeskWriter writer) {
    assertThat(writer.possible()).as(writer.name()).contains(kept(writer));
  }

  /** Each change that was made is in the audit log; a kill leaves half a line at most, the last. */
  private void assertLogged() throws IOException {
    Desk desk = Desks.open(index);
    desk.log("looked at", Map.of()); // takes away what is left of a line
    Set<String> logged = new HashSet<>();
    for (String line :
        Files.readAllLines(index.resolveSibling(index.getFileName() + ".desk/audit.jsonl"))) {
      JsonNode change = new ObjectMapper().readTree(line);
      logged.add(change.path("list").asText() + change.path("search").asText());
      change.path("articles").forEach(each -> logged.add(each.asText()));
    }
    for (ReadingList list : desk.lists().all("")) {
      assertThat(logged).contains(list.id());
      desk.lists()
          .entries()
          .articles(list.id())
          .forEach(each -> assertThat(logged).contains(each.id()));
    }
    assertThat(logged).containsAll(desk.searches().all().stream().map(SavedSearch::id).toList());
  }

  /** The part of the desk that one writer wrote. */
  private DeskState kept(DeskWriter writer) {
    Desk desk = Desks.open(index);
    DeskState kept = new DeskState();
    for (ReadingList list : desk.lists().all("")) {
      if (list.name().startsWith(writer.name())) {
        kept.list(list.name());
        desk.lists()
            .entries()
            .of(list.id())
            .forEach(entry -> kept.entry(list.name(), entry.article().id(), entry.note()));
      } else if (list.name().equals(SHARED)) {
        desk.lists().entries().of(list.id()).stream()
            .filter(entry -> writer.isOwn(entry.article().id()))
            .forEach(entry -> kept.shared(entry.article().id()));
      }
    }
    desk.searches().all().stream()
        .map(SavedSearch::search)
        .filter(search -> search.startsWith("q=" + writer.name()))
        .forEach(kept::alert);
    return kept;
  }

  /** Java's random numbers begin alike for consecutive seeds. */
  private static SplittableRandom mixed(Random random) {
    return new SplittableRandom(random.nextLong());
  }
}
