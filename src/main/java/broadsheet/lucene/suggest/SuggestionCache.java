package broadsheet.lucene.suggest;

import broadsheet.engine.result.Completion;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.reader.ReaderCache;
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
   * @param today the day to which relative dates in queries refer
   * @param names with the corrections of editors
   */
  private record Asked(String text, int count, LocalDate today, FoundNames names) {}

  /** Answers from one state of the index, and facts about its words. */
  private record State(BoundedCache<Asked, List<Completion>> answers, KnownWords words) {}

  private final ReaderCache<State> states = new ReaderCache<>();

  /**
   * Whole queries that begin with a text: see {@link Suggestions#of}.
   *
   * @param index an archive of one part
   */
  public List<Completion> of(IndexParts index, String text, int count) throws IOException {
    ReaderSnapshot snapshot = index.budget().snapshot();
    State state =
        states.of(
            snapshot.getIndexReader().getReaderCacheHelper(),
            () ->
                new State(new BoundedCache<>(new ConcurrentHashMap<>(), MOST), KnownWords.none()));
    if (text.length() > LONGEST) {
      return looked(index, state, text, count);
    }
    Asked asked = new Asked(text, count, LocalDate.now(ZoneId.systemDefault()), snapshot.names());
    Optional<List<Completion>> known = state.answers().get(asked);
    if (known.isPresent()) {
      return known.get();
    }
    long start = System.nanoTime();
    List<Completion> answer = looked(index, state, text, count);
    if (System.nanoTime() - start < QUICK.toNanos()) {
      state.answers().keep(asked, answer);
    }
    return answer;
  }

  private static List<Completion> looked(IndexParts index, State state, String text, int count)
      throws IOException {
    return Suggestions.of(new ArchiveCompletions(index), state.words(), text, count);
  }
}
