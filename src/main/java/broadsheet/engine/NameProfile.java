package broadsheet.engine;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A summary of the articles that have a name: those whose text mentions it, and those whose
 * metadata states it.
 *
 * @param name the name
 * @param forms the forms of it that were found in texts, the most frequent first; empty if only
 *     metadata states it
 * @param found the number of articles in which it was found
 * @param newest the newest articles, and the counts of all
 * @param first the oldest article of known date; empty if no date is known
 * @param company for each kind, the names that most of its articles have as well, without itself
 */
public record NameProfile(
    Name name,
    List<String> forms,
    long found,
    SearchResults newest,
    Optional<Hit> first,
    Map<NameKind, List<FacetCount>> company) {

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** The most articles listed. */
  private static final int NEWEST = 10;

  /** The most names of each kind in its company. */
  private static final int MOST_COMPANY = 10;

  public NameProfile {
    forms = List.copyOf(forms);
    company = Collections.unmodifiableMap(new EnumMap<>(company));
  }

  /**
   * The name that a form stands for, of its own kind if the form has several; empty if the archive
   * has the name itself, or the form stands for none: {@code IBM} leads to International Business
   * Machines.
   */
  public static Optional<Name> ledTo(Name name, SearchEngine engine) {
    if (!engine.hasNames() || engine.name(name).isPresent()) {
      return Optional.empty();
    }
    List<Name> names = engine.form(name.text()).names();
    return names.stream()
        .filter(each -> each.kind() == name.kind())
        .findFirst()
        .or(() -> names.stream().findFirst());
  }

  /**
   * The profile of a name; empty if no article has it.
   *
   * @throws EngineBusyException when not all articles could be looked at in time
   * @throws EngineException when the index cannot be read
   */
  public static Optional<NameProfile> of(Name name, SearchEngine engine) {
    Optional<NameEntry> entry = engine.name(name);
    List<String> forms = entry.map(NameEntry::forms).orElse(List.of());
    QueryNode mentions = mentions(name, forms);
    SearchResults newest = engine.search(request(name, mentions, SortOrder.NEWEST, NEWEST));
    if (newest.total() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new NameProfile(
            name,
            forms,
            found(name, entry, newest),
            newest,
            outermost(name, mentions, SortOrder.OLDEST, engine),
            company(name, newest, engine)));
  }

  /** The number of articles in which it was found, as its facet counts it. */
  private static long found(Name name, Optional<NameEntry> entry, SearchResults newest) {
    return newest.facets().getOrDefault(facet(name.kind()), List.of()).stream()
        .filter(count -> count.value().equals(name.text()))
        .mapToLong(FacetCount::found)
        .findFirst()
        .orElseGet(() -> Math.min(entry.map(NameEntry::articles).orElse(0), newest.total()));
  }

  /** The oldest or the newest article with a name; empty if its date is not known. */
  public static Optional<Hit> outermost(Name name, SortOrder order, SearchEngine engine) {
    return outermost(name, new QueryNode.Everything(), order, engine);
  }

  private static Optional<Hit> outermost(
      Name name, QueryNode mentions, SortOrder order, SearchEngine engine) {
    return dated(engine.search(request(name, mentions, order, 1).unfolded().withoutCounts()));
  }

  /** The query that marks the mentions of this name, and finds no fewer articles. */
  public QueryNode mentions() {
    return mentions(name, forms);
  }

  /** Mentions have places where the name was found; a name that is only stated is marked as is. */
  private static QueryNode mentions(Name name, List<String> forms) {
    QueryNode named = named(name);
    return forms.isEmpty() && named instanceof QueryNode.InField(QueryField _, QueryNode text)
        ? new QueryNode.AnyOf(List.of(named, text))
        : named;
  }

  /** The query for the articles with a name, in its field; every article if it has no word. */
  public static QueryNode named(Name name) {
    boolean hasWord = NOT_A_WORD.splitAsStream(name.text()).anyMatch(word -> !word.isEmpty());
    return hasWord
        ? new QueryNode.InField(
            QueryField.valueOf(facet(name.kind()).name()),
            new QueryNode.Phrase(name.text().replace('"', ' ').strip(), 0))
        : new QueryNode.Everything();
  }

  /** The filter on the articles with a name. */
  public static Filters filter(Name name) {
    return Filters.none().with(facet(name.kind()), List.of(name.text()));
  }

  /** The facet that counts names of a kind. */
  public static FacetField facet(NameKind kind) {
    return switch (kind) {
      case PERSON -> FacetField.PERSON;
      case ORGANISATION -> FacetField.ORGANISATION;
      case PLACE -> FacetField.PLACE;
    };
  }

  /** The query for the articles that quote a name. */
  public static QueryNode quoting(Name name) {
    return new QueryNode.InField(QueryField.SPEAKER, new QueryNode.Phrase(name.text(), 0));
  }

  /** The number of articles. */
  public long total() {
    return newest.total();
  }

  /** The number of articles whose metadata alone has the name. */
  public long statedOnly() {
    return total() - found;
  }

  /** The newest article of known date; empty if no date is known. */
  public Optional<Hit> last() {
    return dated(newest);
  }

  /** The outlets with the most articles. */
  public List<FacetCount> sources() {
    return newest.facets().getOrDefault(FacetField.SOURCE, List.of());
  }

  /** Whether a word is part of the name or of one of its forms. */
  public boolean hasWord(String word) {
    return Stream.concat(Stream.of(name.text()), forms.stream())
        .flatMap(NOT_A_WORD::splitAsStream)
        .anyMatch(word::equalsIgnoreCase);
  }

  private static SearchRequest request(Name name, QueryNode query, SortOrder order, int size) {
    return new SearchRequest(query, filter(name), order, 1, size);
  }

  private static Optional<Hit> dated(SearchResults results) {
    return results.hits().stream().findFirst().filter(hit -> hit.publishedAt().isKnown());
  }

  private static Map<NameKind, List<FacetCount>> company(
      Name name, SearchResults results, SearchEngine engine) {
    Map<NameKind, List<FacetCount>> company = new EnumMap<>(NameKind.class);
    for (NameKind kind : NameKind.values()) {
      // The counts of a search leave out the filter on the same facet.
      List<FacetCount> values =
          kind == name.kind()
              ? engine.values(facet(kind), new QueryNode.Everything(), filter(name))
              : results.facets().getOrDefault(facet(kind), List.of());
      company.put(
          kind,
          values.stream()
              .filter(value -> kind != name.kind() || !value.value().equals(name.text()))
              .limit(MOST_COMPANY)
              .toList());
    }
    return company;
  }
}
