package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.RandomArchive;
import broadsheet.engine.SameAnswers;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import broadsheet.query.QueryParser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Readers of an archive who search and export, and compare each answer with that of an embedded
 * engine. Thread-safe.
 */
final class CheckedReaders implements AutoCloseable {

  private static final int READERS = 3;

  /** One request in this many is an export. */
  private static final int EXPORTS = 20;

  private final SearchEngine engine;
  private final List<List<Answer>> expected;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean goOn = true;
  private volatile Duration pause = Duration.ZERO;

  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong partial = new AtomicLong();
  private final AtomicLong slowestMillis = new AtomicLong();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  /** The parts of an answer that must not depend on the engine; hits with scores and marks. */
  private record Answer(
      SearchRequest request,
      long total,
      List<Hit> hits,
      Map<FacetField, List<FacetCount>> facets,
      Timeline timeline,
      List<String> exported) {

    static Answer of(SearchEngine engine, SearchRequest request) {
      return of(request, engine.search(request)).exporting(engine);
    }

    static Answer of(SearchRequest request, SearchResults found) {
      return new Answer(
          request,
          found.total(),
          SameAnswers.untimed(found),
          found.facets(),
          found.timeline(),
          List.of());
    }

    Answer exporting(SearchEngine engine) {
      List<String> all = SearchAnswers.exported(engine, request);
      return new Answer(request, total, hits, facets, timeline, all);
    }

    Answer withoutExport() {
      return new Answer(request, total, hits, facets, timeline, List.of());
    }
  }

  /**
   * Starts them.
   *
   * @param states engines with the archive in each state that it may be in
   * @param within the limits of every query, in the query language; empty for none
   */
  CheckedReaders(SearchEngine engine, List<SearchEngine> states, String within) {
    this.engine = engine;
    List<SearchRequest> asked = requests(within);
    expected =
        states.stream()
            .map(state -> asked.stream().map(request -> Answer.of(state, request)).toList())
            .toList();
    for (int i = 0; i < READERS; i++) {
      Random random = new Random(i);
      threads.add(Thread.ofPlatform().name("reader " + i).start(() -> read(random)));
    }
  }

  /** Asserts that an engine answers 50 requests from one state of the archive. */
  static void assertShows(SearchEngine engine, SearchEngine state) {
    CheckedReaders readers = new CheckedReaders(engine, List.of(state), "");
    while (readers.requests() < 50) {
      ClusterHttp.pause(Duration.ofMillis(10));
    }
    readers.close();
    assertThat(readers.wrong()).isEmpty();
    assertThat(readers.failures()).isEmpty();
    assertThat(engine.articleCount()).isEqualTo(state.articleCount());
  }

  /**
   * Each with every word, alternatives and words near each other, by date and by score; within
   * limits by date alone, because scores depend on what is outside them.
   */
  private static List<SearchRequest> requests(String within) {
    List<SearchRequest> requests = new ArrayList<>();
    SortOrder other = within.isEmpty() ? SortOrder.RELEVANCE : SortOrder.OLDEST;
    for (String word : RandomArchive.WORDS) {
      for (String text : List.of(word, word + " OR harbour", word + " NEAR/5 grain")) {
        String query = "(%s) %s".formatted(text, within);
        for (SortOrder sort : List.of(SortOrder.NEWEST, other)) {
          requests.add(
              new SearchRequest(
                  QueryParser.parse(query.strip(), LocalDate.EPOCH).root(),
                  Filters.none(),
                  sort,
                  1,
                  10));
        }
      }
    }
    return requests;
  }

  private void read(Random random) {
    while (goOn) {
      int which = random.nextInt(expected.getFirst().size());
      boolean isExport = random.nextInt(EXPORTS) == 0;
      long start = System.nanoTime();
      try {
        check(which, isExport);
      } catch (RuntimeException | AssertionError e) {
        failures.add(e);
      }
      requests.incrementAndGet();
      long millis = (System.nanoTime() - start) / 1_000_000;
      slowestMillis.accumulateAndGet(millis, Math::max);
      ClusterHttp.pause(pause);
    }
  }

  private void check(int which, boolean isExport) {
    SearchRequest request = expected.getFirst().get(which).request();
    if (isExport) {
      List<String> exported = SearchAnswers.exported(engine, request);
      if (expected.stream().noneMatch(state -> state.get(which).exported().equals(exported))) {
        wrong.add("export of " + request + ": " + exported);
      }
      return;
    }
    SearchResults found = engine.search(request);
    Answer answer = Answer.of(request, found);
    if (found.completeness() != Completeness.WHOLE) {
      partial.incrementAndGet();
    } else if (expected.stream()
        .noneMatch(state -> state.get(which).withoutExport().equals(answer))) {
      wrong.add("answer " + answer + ", not " + expected.getFirst().get(which));
    }
  }

  /** From now on each reader rests that long after each answer; at first they do not rest. */
  void rest(Duration time) {
    pause = time;
  }

  /** The number of requests answered or failed so far. */
  long requests() {
    return requests.get();
  }

  /** The number of answers with a note that a part of the archive is missing. */
  long partial() {
    return partial.get();
  }

  /** The longest time from a request to its answer. */
  long slowestMillis() {
    return slowestMillis.get();
  }

  /** Answers that match no state of the archive, although they claim to be whole. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Requests without an answer. */
  List<Throwable> failures() {
    return List.copyOf(failures);
  }

  /** Waits for the answers to the last requests. */
  @Override
  public void close() {
    goOn = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
