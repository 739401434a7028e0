package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Restriction;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.FoundCount;
import broadsheet.engine.result.Note;
import broadsheet.query.CanonicalText;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Advice where nothing matches.
 *
 * @param step a search that does find something; null if there is none, or other spellings do
 * @param isOneWord whether the query is a single word
 * @param hasUnknownWord whether no article has one of its words
 * @param hasParts whether it has several parts
 */
public record Advice(
    @Nullable Step step, boolean isOneWord, boolean hasUnknownWord, boolean hasParts) {

  /**
   * A search like this one that finds something.
   *
   * @param text what it does differently: {@code Without the filters}
   * @param left the parts of the query that it leaves out; may be empty
   * @param count the number of articles it finds, in words
   */
  public record Step(String text, String left, String count, String href) {}

  private static final Pattern QUOTED = Pattern.compile("[\"“”„]([^\"“”„]*)[\"“”](~\\d+)?");

  /**
   * Advice on a search that found nothing.
   *
   * @param parser reads any query
   */
  static Advice of(
      SearchHandler.Search search, SearchEngine engine, Function<String, ParsedQuery> parser) {
    List<ClauseCount> clauses = search.results().clauses();
    boolean isToSearch = search.results().isComplete() && search.results().didYouMean().isEmpty();
    return new Advice(
        isToSearch ? new Steps(search, engine, parser).first().orElse(null) : null,
        search.query().root() instanceof QueryNode.Word,
        clauses.stream().anyMatch(part -> part.count() == 0 && isWord(part.clause())),
        clauses.size() > 1);
  }

  private static boolean isWord(QueryNode node) {
    return node instanceof QueryNode.Word
        || (node instanceof QueryNode.InField in && isWord(in.child()));
  }

  private static boolean isPhrase(QueryNode node) {
    return node instanceof QueryNode.Phrase
        || (node instanceof QueryNode.InField in && isPhrase(in.child()));
  }

  /** Tries searches, those that keep most of the query first. */
  private record Steps(
      SearchHandler.Search search, SearchEngine engine, Function<String, ParsedQuery> parser) {

    Optional<Step> first() {
      return withoutOne().or(this::withoutFilters).or(this::withoutQuotes).or(this::withoutParts);
    }

    /** Without the one filter or field that leaves out most. */
    private Optional<Step> withoutOne() {
      Optional<String> most =
          search.results().notes().stream()
              .flatMap(note -> note instanceof Note.WithoutFilters one ? Stream.of(one) : null)
              .filter(note -> note.parts().size() == 1)
              .max(Comparator.comparingLong(Note.WithoutFilters::articles))
              .map(note -> note.parts().getFirst());
      return Restriction.of(search.query().root(), search.parameters().filters()).stream()
          .filter(each -> most.filter(each.name()::equals).isPresent())
          .findFirst()
          .flatMap(each -> step("Without", each.name(), without(each), each.query()));
    }

    private SearchParameters without(Restriction restriction) {
      return with(CanonicalText.of(restriction.query())).withFilters(restriction.filters());
    }

    private Optional<Step> withoutFilters() {
      SearchParameters all = search.parameters().withFilters(Filters.none());
      return search.parameters().filters().isEmpty()
          ? Optional.empty()
          : step("Without the filters", "", all, search.query().root());
    }

    /** Helps only where nothing but phrases lacks matches. */
    private Optional<Step> withoutQuotes() {
      if (!search.results().clauses().stream()
          .filter(part -> part.count() == 0)
          .allMatch(part -> isPhrase(part.clause()))) {
        return Optional.empty();
      }
      String typed = search.parameters().text();
      String bare = QUOTED.matcher(typed).replaceAll("$1");
      return bare.equals(typed)
          ? Optional.empty()
          : step("Without the quotes", "", with(bare), parser.apply(bare).root());
    }

    /** The parts that match something, or any of the parts if all do. */
    private Optional<Step> withoutParts() {
      List<QueryNode> parts = parts(search.query().root()).toList();
      List<QueryNode> unmatched =
          search.results().clauses().stream()
              .filter(part -> part.count() == 0)
              .map(ClauseCount::clause)
              .toList();
      List<QueryNode> rest = parts.stream().filter(part -> !unmatched.contains(part)).toList();
      if (rest.stream().allMatch(Advice::isLimit)) {
        return Optional.empty();
      }
      return rest.size() == parts.size() ? any(parts) : only(rest, parts).or(() -> any(rest));
    }

    private Optional<Step> any(List<QueryNode> parts) {
      List<QueryNode> wanted = parts.stream().filter(part -> !isLimit(part)).toList();
      return wanted.size() < 2
          ? Optional.empty()
          : step("Any of its parts", "", limited(new QueryNode.AnyOf(wanted), parts));
    }

    /** A query with the limits among some parts. */
    private static QueryNode limited(QueryNode query, List<QueryNode> parts) {
      List<QueryNode> limits = parts.stream().filter(Advice::isLimit).toList();
      return limits.isEmpty()
          ? query
          : new QueryNode.AllOf(Stream.concat(Stream.of(query), limits.stream()).toList());
    }

    private Optional<Step> only(List<QueryNode> rest, List<QueryNode> parts) {
      String left =
          parts.stream()
              .filter(part -> !rest.contains(part))
              .map(CanonicalText::of)
              .collect(Collectors.joining(", "));
      QueryNode all = rest.size() == 1 ? rest.getFirst() : new QueryNode.AllOf(rest);
      return step("Without", left, all);
    }

    private Optional<Step> step(String text, String left, QueryNode query) {
      return step(text, left, with(CanonicalText.of(query)), query);
    }

    private SearchParameters with(String text) {
      return search.parameters().withText(text);
    }

    /** The number of hits, in words; empty if there are none, or the engine has no time. */
    private Optional<String> found(SearchRequest request) {
      try {
        return Optional.of(engine.search(request))
            .filter(results -> results.total() > 0)
            .map(FoundCount::of);
      } catch (EngineBusyException e) {
        return Optional.empty();
      }
    }

    private Optional<Step> step(
        String text, String left, SearchParameters parameters, QueryNode query) {
      String href = parameters.toQueryString().after("/search");
      return found(parameters.request(query).withoutCounts())
          .map(count -> new Step(text, left, count, href));
    }
  }

  /** The parts all of which are wanted. */
  private static Stream<QueryNode> parts(QueryNode node) {
    return switch (node) {
      case QueryNode.AllOf all -> all.children().stream().flatMap(Advice::parts);
      case QueryNode.Together together -> together.children().stream().flatMap(Advice::parts);
      default -> Stream.of(node);
    };
  }

  /** Whether a part limits a search rather than saying what to find. */
  private static boolean isLimit(QueryNode part) {
    return part instanceof QueryNode.Condition || part instanceof QueryNode.Not;
  }
}
