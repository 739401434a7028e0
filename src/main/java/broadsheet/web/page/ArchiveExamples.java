package broadsheet.web.page;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Queries to try that find something in this archive, with words of its most frequent names and
 * topics; of headlines only where it has neither. They are chosen once after each change of the
 * archive or of its names. Thread-safe.
 */
public final class ArchiveExamples {

  private static final List<FacetField> FACETS =
      List.of(
          FacetField.PERSON,
          FacetField.ORGANISATION,
          FacetField.PLACE,
          FacetField.TOPIC,
          FacetField.SECTION);

  /** The most values of each facet that words are taken from. */
  private static final int MOST_VALUES = 4;

  /** The most choices of words that are tried. */
  private static final int MOST_TRIED = 8;

  private static final int MOST_PAIRS = 3;

  private final Archive archive;
  private Choice choice = new Choice(List.of(), Optional.empty(), List.of(), Map.of());

  /**
   * The words for one state of the archive and of its names.
   *
   * @param pairs words to compare, of different names or topics
   * @param found whether a query finds something
   */
  private record Choice(
      List<Object> state,
      Optional<SampleWords> words,
      List<List<String>> pairs,
      Map<String, Boolean> found) {}

  public ArchiveExamples(Archive archive) {
    this.archive = archive;
  }

  /** Queries of the most used forms, each with its meaning. */
  public synchronized List<Example> few() {
    return finding(words -> Example.drawnFrom(words, lastDay()));
  }

  /** A query of each form of the language. */
  public synchronized List<Example> ofForms() {
    return finding(words -> words.stream().flatMap(each -> ofForms(each, lastDay())).toList());
  }

  /** Pairs of words to compare. */
  public synchronized List<List<String>> pairs() {
    return chosen().pairs();
  }

  private List<Example> finding(Function<Optional<SampleWords>, List<Example>> examples) {
    Choice now = chosen();
    return examples.apply(now.words()).stream()
        .filter(example -> finds(example.query(), now.found()))
        .toList();
  }

  private static Stream<Example> ofForms(SampleWords words, Optional<LocalDate> lastDay) {
    return QueryForm.ALL.stream().map(form -> Example.of(words.in(form.pattern(), lastDay), ""));
  }

  private Optional<LocalDate> lastDay() {
    return archive.engine().summary().lastDay();
  }

  private Choice chosen() {
    List<Object> state =
        List.of(archive.engine().status().generation(), archive.engine().namesDigest());
    if (!choice.state().equals(state)) {
      choice = chosen(state, archive.overview());
    }
    return choice;
  }

  private Choice chosen(List<Object> state, SearchResults overview) {
    Map<String, Boolean> found = new HashMap<>();
    Optional<LocalDate> day = lastDay();
    List<String> values =
        frequent(overview.facets()).stream()
            .filter(
                value -> SampleWords.lastOf(List.of(value)).stream().anyMatch(w -> finds(w, found)))
            .toList();
    List<SampleWords> choices = SampleWords.among(values);
    Optional<SampleWords> words =
        best(choices.isEmpty() ? headlines(overview) : choices, day, found);
    List<List<String>> pairs =
        choices.isEmpty()
            ? words.map(each -> List.of(each.one(), each.other())).stream().toList()
            : pairs(SampleWords.lastOf(values));
    return new Choice(state, words, pairs, found);
  }

  /** Those of each facet in turn, the most frequent first. */
  private static List<String> frequent(Map<FacetField, List<FacetCount>> facets) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < MOST_VALUES; i++) {
      for (FacetField facet : FACETS) {
        facets.getOrDefault(facet, List.of()).stream()
            .skip(i)
            .limit(1)
            .map(FacetCount::value)
            .forEach(values::add);
      }
    }
    return values;
  }

  private static List<SampleWords> headlines(SearchResults overview) {
    return overview.hits().stream()
        .map(Hit::title)
        .flatMap(title -> SampleWords.of(title.text()).stream())
        .toList();
  }

  /** The first words with which all of the few queries find something, or most of them. */
  private Optional<SampleWords> best(
      List<SampleWords> choices, Optional<LocalDate> day, Map<String, Boolean> found) {
    List<SampleWords> tried = choices.stream().limit(MOST_TRIED).toList();
    return tried.stream()
        .filter(words -> missing(words, day, found) == 0)
        .findFirst()
        .or(
            () ->
                tried.stream().min(Comparator.comparingLong(words -> missing(words, day, found))));
  }

  private long missing(SampleWords words, Optional<LocalDate> day, Map<String, Boolean> found) {
    return Example.drawnFrom(Optional.of(words), day).stream()
        .filter(example -> !finds(example.query(), found))
        .count();
  }

  private static List<List<String>> pairs(List<String> words) {
    return IntStream.range(0, Math.min(MOST_PAIRS, words.size() / 2))
        .mapToObj(i -> words.subList(2 * i, 2 * i + 2))
        .toList();
  }

  private boolean finds(String query, Map<String, Boolean> found) {
    return found.computeIfAbsent(query, this::finds);
  }

  private boolean finds(String query) {
    try {
      return archive.engine().hasAny(archive.parser().apply(query).root(), Filters.none());
    } catch (EngineBusyException e) {
      return false;
    }
  }
}
