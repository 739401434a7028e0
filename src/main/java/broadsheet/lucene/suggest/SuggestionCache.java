package broadsheet.lucene.suggest;

import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

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

  private record Asked(String text, int count) {}

  /**
   * The answers of one state of the index.
   *
   * @param reader identifies the state without keeping it open
   * @param today what relative dates in queries mean
   */
  private record Answers(
      IndexReader.@Nullable CacheKey reader,
      LocalDate today,
      ConcurrentMap<Asked, List<String>> known) {

    boolean areOf(IndexReader.CacheKey other, LocalDate day) {
      return other.equals(reader) && day.equals(today);
    }
  }

  private volatile Answers answers = new Answers(null, LocalDate.MIN, new ConcurrentHashMap<>());

  /** Whole queries that begin with a text: see {@link Suggestions#of}. */
  public List<String> of(ReaderSnapshot snapshot, String text, int count) throws IOException {
    if (text.length() > LONGEST) {
      return Suggestions.of(snapshot, text, count);
    }
    ConcurrentMap<Asked, List<String>> known = of(snapshot).known();
    Asked asked = new Asked(text, count);
    List<String> answer = known.get(asked);
    if (answer == null) {
      long start = System.nanoTime();
      answer = Suggestions.of(snapshot, text, count);
      if (System.nanoTime() - start < QUICK.toNanos()) {
        keep(known, asked, answer);
      }
    }
    return answer;
  }

  private static void keep(
      ConcurrentMap<Asked, List<String>> known, Asked asked, List<String> answer) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(asked, answer);
  }

  private Answers of(ReaderSnapshot snapshot) {
    IndexReader.CacheKey reader = snapshot.getIndexReader().getReaderCacheHelper().getKey();
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Answers current = answers;
    if (!current.areOf(reader, today)) {
      current = new Answers(reader, today, new ConcurrentHashMap<>());
      answers = current;
    }
    return current;
  }
}
