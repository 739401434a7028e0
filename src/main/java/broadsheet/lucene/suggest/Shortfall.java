package broadsheet.lucene.suggest;

import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Help for a reader whose query matches no article as a whole.
 *
 * @param notes one sentence each
 * @param clauses parts of the query, each counted alone
 */
public record Shortfall(List<Note> notes, List<ClauseCount> clauses) {

  private static final Comparator<Note.WithoutFilters> SINGLE_FIRST =
      Comparator.comparing((Note.WithoutFilters note) -> note.parts().size() != 1)
          .thenComparing(Comparator.comparingLong(Note.WithoutFilters::articles).reversed())
          .thenComparing(Note.WithoutFilters::text);

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
    parts.stream()
        .flatMap(part -> part.repeated().stream())
        .reduce(Shortfall::sum)
        .ifPresent(notes::add);
    notes.addAll(unfiltered(parts));
    return new Shortfall(
        notes, parts.stream().map(Shortfall::clauses).reduce(Shortfall::sum).orElseThrow());
  }

  private Optional<Note.OnlyRepeated> repeated() {
    return notes.stream()
        .flatMap(note -> note instanceof Note.OnlyRepeated found ? Stream.of(found) : null)
        .findFirst();
  }

  private static Note.OnlyRepeated sum(Note.OnlyRepeated one, Note.OnlyRepeated other) {
    return new Note.OnlyRepeated(
        one.articles() + other.articles(), one.isExact() && other.isExact());
  }

  private static Collection<Note.WithoutFilters> unfiltered(List<Shortfall> parts) {
    Map<List<String>, Note.WithoutFilters> sums = new LinkedHashMap<>();
    for (Shortfall part : parts) {
      part.unfiltered().forEach(note -> sums.merge(note.parts(), note, Shortfall::sum));
    }
    return sums.values();
  }

  private Stream<Note.WithoutFilters> unfiltered() {
    return notes.stream()
        .flatMap(note -> note instanceof Note.WithoutFilters found ? Stream.of(found) : null);
  }

  /** The same, with all filters together only where more is found without them than without one. */
  public Shortfall told() {
    List<Note> told = new ArrayList<>(notes);
    told.removeIf(Note.WithoutFilters.class::isInstance);
    long most = 0;
    for (Note.WithoutFilters note : unfiltered().sorted(SINGLE_FIRST).toList()) {
      if (note.parts().size() == 1 || note.articles() > most) {
        told.add(note);
        most = Math.max(most, note.articles());
      }
    }
    return new Shortfall(told, clauses);
  }

  private static Note.WithoutFilters sum(Note.WithoutFilters one, Note.WithoutFilters other) {
    return new Note.WithoutFilters(
        one.parts(), one.articles() + other.articles(), one.isExact() && other.isExact());
  }

  /** Whether something matches without the filters. */
  public boolean isOfFilters() {
    return unfiltered().findAny().isPresent();
  }

  /** Those that were counted everywhere. */
  private static List<ClauseCount> sum(List<ClauseCount> one, List<ClauseCount> other) {
    return IntStream.range(0, Math.min(one.size(), other.size()))
        .mapToObj(
            i -> new ClauseCount(one.get(i).clause(), one.get(i).count() + other.get(i).count()))
        .toList();
  }
}
