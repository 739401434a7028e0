package broadsheet.lucene.suggest;

import broadsheet.lucene.snapshot.BoundedCache;
import broadsheet.lucene.snapshot.ReaderCache;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Completes texts and keeps the answers until the index or the day changes, since most readers type
 * the same beginnings. Keeps at most {@value #MOST} answers to short texts, some 5 MB, and forgets
 * all when full. Thread-safe.
 */
public final class SuggestionCache {

  private static final int MOST = 5_000;

  /** Longer texts are seldom typed twice. */
  private static final int LONGEST = 60;

  /** An answer that took longer may lack something for want of time, and is not kept. */
  private static final Duration QUICK = Duration.ofMillis(50);

  /**
   * @param today what relative dates in queries mean
   */
  private record Asked(String text, int count, LocalDate today) {}

  private final ReaderCache<BoundedCache<Asked, List<String>>> states = new ReaderCache<>();

  /** Whole queries that begin with a text: see {@link Suggestions#of}. */
  public List<String> of(ReaderSnapshot snapshot, String text, int count) throws IOException {
    if (text.length() > LONGEST) {
      return Suggestions.of(CompletionSource.of(snapshot), text, count);
    }
    BoundedCache<Asked, List<String>> known =
        states.of(
            snapshot.getIndexReader().getReaderCacheHelper(),
            () -> new BoundedCache<>(new ConcurrentHashMap<>(), MOST));
    Asked asked = new Asked(text, count, LocalDate.now(ZoneId.systemDefault()));
    Optional<List<String>> answer = known.get(asked);
    return answer.isPresent() ? answer.get() : looked(asked, snapshot, known);
  }

  private static List<String> looked(
      Asked asked, ReaderSnapshot snapshot, BoundedCache<Asked, List<String>> known)
      throws IOException {
    long start = System.nanoTime();
    List<String> answer =
        Suggestions.of(CompletionSource.of(snapshot), asked.text(), asked.count());
    if (System.nanoTime() - start < QUICK.toNanos()) {
      known.keep(asked, answer);
    }
    return answer;
  }
}
