package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.AttackQueries;
import broadsheet.Stress;
import broadsheet.lucene.ManyArticles;
import broadsheet.lucene.TestIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the time of a plain search while sixteen clients send the most costly requests with its
 * time alone, in turn. The result counts only on a machine with nothing else to do.
 */
@Stress
class HostileQueriesIT {

  private static final int ARTICLES = 20_000;
  private static final int ATTACKERS = 16;
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Duration BEGINNING = Duration.ofSeconds(3);

  /** Longer addresses are refused before they are read. */
  private static final int LONGEST = 60_000;

  private static final List<String> ATTACKS =
      AttackQueries.byName().values().stream()
          .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
          .filter(text -> text.length() < LONGEST)
          .toList();

  @TempDir private Path folder;
  private final ConcurrentMap<Integer, Integer> statuses = new ConcurrentHashMap<>();

  /** The 99th percentile of a round's plain searches, in milliseconds. */
  private record Round(double alone, double beside) {
    double slowdown() {
      return beside / alone;
    }
  }

  @Test
  void plainSearchesHardlyWaitForHostileOnes(TestReporter reporter) throws Exception {
    Path index = folder.resolve("index");
    TestIndex.build(index, ManyArticles.of(ARTICLES, 1));
    List<Round> rounds = new ArrayList<>();
    try (Serving serving = Serving.of(index, "--time-limit", "2")) {
      SearchTimes.slowest(serving.address(), ROUND); // until the machine is warm
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(serving));
        reporter.publishEntry(
            String.format(
                Locale.ROOT,
                "%s %.2f, load %.1f",
                rounds.getLast(),
                rounds.getLast().slowdown(),
                load()));
      }
    }
    double slowdown = SearchTimes.median(rounds.stream().map(Round::slowdown).toList());
    reporter.publishEntry(
        String.format(
            Locale.ROOT, "p99 %.2f times alone; hostile answers by status %s", slowdown, statuses));
    assertThat(statuses.keySet()).isSubsetOf(200, 503);
    assertThat(slowdown).as("p99 beside attackers, times alone").isLessThanOrEqualTo(2);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private Round round(Serving serving) throws Exception {
    double alone = SearchTimes.slowest(serving.address(), ROUND);
    AtomicBoolean isOver = new AtomicBoolean();
    try (ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < ATTACKERS; i++) {
        Random random = new Random(i);
        attackers.execute(() -> attack(serving, random, isOver));
      }
      Thread.sleep(BEGINNING);
      double beside = SearchTimes.slowest(serving.address(), ROUND);
      isOver.set(true);
      return new Round(alone, beside);
    } finally {
      isOver.set(true);
    }
  }

  private void attack(Serving serving, Random random, AtomicBoolean isOver) {
    try {
      while (!isOver.get()) {
        String attack = ATTACKS.get(random.nextInt(ATTACKS.size()));
        HttpResponse<String> answer = serving.get("/search.json?q=" + attack);
        statuses.merge(answer.statusCode(), 1, Integer::sum);
      }
    } catch (IOException | InterruptedException e) {
      statuses.merge(0, 1, Integer::sum);
    }
  }
}
