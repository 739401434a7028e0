package broadsheet.lucene.snapshot;

import broadsheet.engine.result.Note;
import broadsheet.engine.result.Note.TimeUp.State;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import java.time.Duration;

/**
 * The time one search has, and how it is shared out: most of it for finding, and at the end enough
 * to show and mark what was found. Not shared between threads.
 *
 * @param snapshot what is searched
 * @param isHeavy whether the query may cost much
 * @param limit the time from the request to the answer
 * @param whole when the answer must be there
 * @param finding when what was found by then must do
 */
public record SearchBudget(
    ReaderSnapshot snapshot, boolean isHeavy, Duration limit, Deadline whole, Deadline finding) {

  private static final double FINDING = 0.8;

  /** What patterns stand for must be known in this share of the time for finding. */
  private static final double PATTERNS = 0.5;

  public static SearchBudget of(
      ReaderSnapshot snapshot, boolean isHeavy, Duration limit, Deadline whole) {
    return new SearchBudget(snapshot, isHeavy, limit, whole, whole.part(FINDING));
  }

  /**
   * What one of several searches has.
   *
   * @param share of the time that is left for finding, 0 to 1
   */
  public SearchBudget part(double share) {
    return new SearchBudget(snapshot, isHeavy, limit, whole, finding.part(share));
  }

  /** When what the query's patterns stand for must be known. */
  public Deadline patterns() {
    return finding.part(PATTERNS);
  }

  /** What looks for hits. */
  public BoundedSearcher finder() {
    return searcher(finding);
  }

  /**
   * What looks for something on the side.
   *
   * @param share of the time that is left for finding, 0 to 1
   */
  public BoundedSearcher finder(double share) {
    return searcher(finding.part(share));
  }

  /** What looks into single articles. */
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
    return new Note.TimeUp(limit, isAnyFound ? State.BEST_SO_FAR : State.NOTHING);
  }

  /** The note that not every article was counted. */
  public Note countedNote() {
    return new Note.TimeUp(limit, State.COUNT_SO_FAR);
  }

  /** The note that the matches of the query were not looked for to the end. */
  public Note unmarkedNote() {
    return new Note.TimeUp(limit, State.UNMARKED);
  }
}
