package broadsheet.lucene.snapshot;

import broadsheet.engine.result.Note;
import broadsheet.engine.result.TimeUpNote;
import broadsheet.engine.result.TimeUpNote.State;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import java.time.Duration;

/**
 * The time budget of one search: most of it for finding, and the end for showing and marking hits.
 * Not thread-safe.
 *
 * @param snapshot the searched state
 * @param isHeavy whether the query may be expensive
 * @param limit the time from the request to the answer
 * @param whole the deadline of the answer
 * @param finding the deadline of finding
 */
public record SearchBudget(
    ReaderSnapshot snapshot, boolean isHeavy, Duration limit, Deadline whole, Deadline finding) {

  private static final double FINDING = 0.8;

  /** The share of the time for finding that may be spent on expanding patterns. */
  private static final double PATTERNS = 0.5;

  public static SearchBudget of(
      ReaderSnapshot snapshot, boolean isHeavy, Duration limit, Deadline whole) {
    return new SearchBudget(snapshot, isHeavy, limit, whole, whole.part(FINDING));
  }

  /**
   * The budget of one of several searches.
   *
   * @param share the share of the time that is left for finding, 0 to 1
   */
  public SearchBudget part(double share) {
    return new SearchBudget(snapshot, isHeavy, limit, whole, finding.part(share));
  }

  /** The deadline of expanding patterns. */
  public Deadline patterns() {
    return finding.part(PATTERNS);
  }

  /** A searcher for hits. */
  public BoundedSearcher finder() {
    return searcher(finding);
  }

  /**
   * A searcher for additional information.
   *
   * @param share the share of the time that is left for finding, 0 to 1
   */
  public BoundedSearcher finder(double share) {
    return searcher(finding.part(share));
  }

  /** A searcher for examining single articles. */
  public BoundedSearcher inspector() {
    return searcher(whole);
  }

  private BoundedSearcher searcher(Deadline deadline) {
    return isHeavy
        ? BoundedSearcher.forgetful(snapshot, deadline)
        : BoundedSearcher.of(snapshot, deadline);
  }

  /** The note that not every article was looked at. */
  public Note note(boolean isAnyFound) {
    return new TimeUpNote(limit, isAnyFound ? State.BEST_SO_FAR : State.NOTHING);
  }

  /** The note that not every article was counted. */
  public Note countedNote() {
    return new TimeUpNote(limit, State.COUNT_SO_FAR);
  }

  /** The note that not all matches were marked. */
  public Note unmarkedNote() {
    return new TimeUpNote(limit, State.UNMARKED);
  }
}
