package broadsheet.lucene.suggest;

import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Help for a reader whose query matches no article as a whole.
 *
 * @param notes one sentence each
 * @param clauses parts of the query, each counted alone
 */
public record Shortfall(List<Note> notes, List<ClauseCount> clauses) {

  /** Nothing to tell. */
  public static Shortfall none() {
    return new Shortfall(List.of(), List.of());
  }

  /**
   * Adds up what the parts of an archive found out, each about its own articles.
   *
   * @param parts at least one
   */
  public static Shortfall sum(List<Shortfall> parts) {
    List<Note> notes = new ArrayList<>();
    if (parts.stream().anyMatch(part -> part.notes.contains(Note.Plain.PARTS_NOT_COUNTED))) {
      notes.add(Note.Plain.PARTS_NOT_COUNTED);
    }
    long unfiltered = parts.stream().mapToLong(Shortfall::unfiltered).sum();
    if (unfiltered > 0) {
      notes.add(new Note.WithoutFilters(unfiltered, true));
    }
    return new Shortfall(
        notes, parts.stream().map(Shortfall::clauses).reduce(Shortfall::sum).orElseThrow());
  }

  private long unfiltered() {
    return notes.stream()
        .mapToLong(note -> note instanceof Note.WithoutFilters(long count, boolean _) ? count : 0)
        .sum();
  }

  /** Those that were counted everywhere. */
  private static List<ClauseCount> sum(List<ClauseCount> one, List<ClauseCount> other) {
    return IntStream.range(0, Math.min(one.size(), other.size()))
        .mapToObj(
            i -> new ClauseCount(one.get(i).clause(), one.get(i).count() + other.get(i).count()))
        .toList();
  }
}
