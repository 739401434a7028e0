package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.AttackQueries;
import broadsheet.lucene.ManyArticles;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A server under attack by many expensive queries still answers an ordinary one. */
class AttackedServerIT {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  /** Generous for a busy machine; the test only proves that there is an end. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private static final int ATTACKERS = 6;
  private static final int ORDINARY = 40;
  private static final int LONGEST = 60_000;

  private record Timed(String query, HttpResponse<String> answer, Duration took) {}

  @Test
  void everyoneIsAnsweredInTime() throws Exception {
    try (TestServer server = TestServer.over(ManyArticles.of(2_000, 2), LIMIT);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Timed>>> attacks = new ArrayList<>();
      for (int i = 0; i < ATTACKERS; i++) {
        attacks.add(clients.submit(() -> attack(server)));
      }
      List<Timed> ordinary = new ArrayList<>();
      for (int i = 0; i < ORDINARY; i++) {
        ordinary.add(asked(server, "oil"));
        Thread.sleep(50);
      }
      assertThat(ordinary).allSatisfy(asked -> assertAnswered(asked, 200));
      for (Future<List<Timed>> attack : attacks) {
        assertThat(attack.get()).allSatisfy(asked -> assertAnswered(asked, 200, 503));
      }
    }
  }

  private static List<Timed> attack(TestServer server) throws Exception {
    List<Timed> asked = new ArrayList<>();
    for (String text : AttackQueries.byName().values()) {
      String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
      if (query.length() < LONGEST) {
        asked.add(asked(server, query));
      }
    }
    return asked;
  }

  private static Timed asked(TestServer server, String query) throws Exception {
    long startedAt = System.nanoTime();
    HttpResponse<String> answer = server.get("/search.json?q=" + query);
    return new Timed(query, answer, Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private static void assertAnswered(Timed asked, Integer... statuses) {
    assertThat(asked.answer().statusCode()).as(asked.query()).isIn((Object[]) statuses);
    assertThat(asked.took()).as(asked.query()).isLessThan(LIMIT.plus(SLACK));
    if (asked.answer().statusCode() == 503) {
      assertThat(asked.answer().headers().firstValue("Retry-After")).isPresent();
    }
  }
}
