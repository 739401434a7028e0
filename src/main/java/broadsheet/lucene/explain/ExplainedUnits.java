package broadsheet.lucene.explain;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Explanation.Role;
import broadsheet.engine.result.Explanation.Unit;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.QueryCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;

/** Examines which units of a query an article matches. Not thread-safe. */
final class ExplainedUnits {

  /** The most units that are examined. */
  static final int MOST = 200;

  /** The share of the time for counting the articles that have each unit. */
  private static final double COUNTING = 0.3;

  private final ArticleScorer article;
  private final LanguageCompiler compiler;
  private final BoundedSearcher counter;
  private final Map<String, Double> headline;

  /**
   * @param headline the additional score of plain words in the headline, per time they were typed,
   *     by their lower-case text
   */
  ExplainedUnits(
      ArticleScorer article,
      LanguageCompiler compiler,
      SearchBudget budget,
      Map<String, Double> headline) {
    this.article = article;
    this.compiler = compiler;
    this.headline = headline;
    counter = budget.finder(COUNTING);
  }

  /**
   * The units of a query. The share of each is the amount it adds to the score.
   *
   * @param isEachCounted whether units of groups that do not match as a whole score as well
   */
  List<Unit> of(QueryNode root, boolean isEachCounted) throws IOException {
    return units(asked().of(root), isEachCounted);
  }

  /** The units of a relaxed query. */
  List<Unit> of(Relaxation relaxation) throws IOException {
    return units(asked().of(relaxation), true);
  }

  private QueryParts asked() throws IOException {
    Optional<QueryCompiler> own =
        compiler.in(StemmedLanguages.of(article.stored().text(QueryField.LANGUAGE)));
    return new QueryParts(this::isThere, node -> own.isPresent() && own.get().isStopWord(node));
  }

  private List<Unit> units(List<QueryPart> asked, boolean isEachCounted) throws IOException {
    List<Unit> units = new ArrayList<>();
    for (QueryPart unit : asked.subList(0, Math.min(MOST, asked.size()))) {
      units.add(unit(unit, isEachCounted));
    }
    return units;
  }

  private boolean isThere(QueryNode node) throws IOException {
    Optional<Query> part = compiler.part(node);
    return part.isPresent() && article.matches(part.get());
  }

  private Unit unit(QueryPart asked, boolean isEachCounted) throws IOException {
    Optional<Query> part = compiler.part(asked.node());
    if (part.isEmpty() || asked.role() == Role.PASSED_OVER) {
      return unit(asked.passedOver(), ArticleScorer.Spots.none(), false, OptionalLong.empty(), 0);
    }
    boolean isThere = article.matches(part.get());
    boolean isCounted = (asked.isCounted() || isEachCounted) && isScored(asked.role());
    double score =
        isThere && isCounted
            ? asked.times() * asked.weight() * article.score(part.get()) + inHeadline(asked)
            : 0;
    ArticleScorer.Spots spots = article.spots(part.get());
    return unit(asked, spots, isThere, articles(asked.role(), part.get()), score);
  }

  private double inHeadline(QueryPart asked) {
    return asked.isPlain() && asked.node() instanceof QueryNode.Word(String text)
        ? asked.times() * headline.getOrDefault(text.toLowerCase(Locale.ROOT), 0.0)
        : 0;
  }

  private static boolean isScored(Role role) {
    return role == Role.WANTED || role == Role.ALTERNATIVE || role == Role.STOP_WORD;
  }

  private static Unit unit(
      QueryPart asked,
      ArticleScorer.Spots spots,
      boolean isThere,
      OptionalLong articles,
      double score) {
    return new Unit(
        CanonicalText.of(asked.node()),
        asked.role(),
        isThere,
        asked.isMissing(isThere),
        spots.counts(),
        spots.forms(),
        articles,
        score);
  }

  private OptionalLong articles(Role role, Query part) throws IOException {
    if (!isScored(role) || counter.isCut()) {
      return OptionalLong.empty();
    }
    long articles = counter.count(part);
    return counter.isCut() ? OptionalLong.empty() : OptionalLong.of(articles);
  }

  /** The filters of the search. */
  List<Unit> of(Filters filters) throws IOException {
    List<Unit> conditions = new ArrayList<>();
    if (filters.from().isPresent() || filters.to().isPresent()) {
      QueryNode dates = new QueryNode.DateRange(filters.from(), filters.to());
      conditions.add(
          condition(CanonicalText.of(dates), Filters.none().between(filters.from(), filters.to())));
    }
    for (Map.Entry<FacetField, List<String>> wanted : filters.values().entrySet()) {
      FacetField facet = wanted.getKey();
      String values =
          wanted.getValue().stream().map(v -> "\"" + v + "\"").collect(Collectors.joining(" or "));
      conditions.add(
          condition(facet.label() + ": " + values, Filters.none().with(facet, wanted.getValue())));
    }
    return conditions;
  }

  private Unit condition(String text, Filters alone) throws IOException {
    Optional<Query> filter = compiler.filter(alone).filter();
    boolean holds = filter.isEmpty() || article.matches(filter.get());
    return new Unit(
        text, Role.CONDITION, holds, !holds, Map.of(), List.of(), OptionalLong.empty(), 0);
  }
}
