package broadsheet.lucene.compile;

import broadsheet.engine.request.Match;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Plans a search: which queries find its hits, in two tiers or in one list by score. One or two
 * content words make two tiers: articles that match all of the query and, if these are few,
 * articles that match some of its words. Three or more make one list of all these, by score. Pages,
 * exports, rankings and explanations all use it. Not thread-safe.
 */
public final class SearchPlan {

  /** The most partial matches that follow. */
  public static final int MOST_FOLLOWING = 100;

  /** From this many content words on, all hits are one list. */
  private static final int LISTED_FROM = 3;

  /** The share of a short query's rarity that the words of a partial match must reach. */
  private static final double SHARE = 0.2;

  /** The most words of a short query. */
  private static final int SHORT = 5;

  private final Match match;
  private final Optional<QueryNode> searched;
  private final Completeness completeness;
  private final LanguageCompiler compiler;
  private final Query full;
  private final Tier first;
  private final Map<Tier, Query> queries = new EnumMap<>(Tier.class);

  /**
   * @param match whether articles need all the words
   */
  public SearchPlan(QueryNode root, Match match, LanguageCompiler compiler) {
    this.match = match;
    this.compiler = compiler;
    full = compiler.compile(root); // first, since it decides the fields and the language
    searched = compiler.searched(root);
    completeness = compiler.completeness(root);
    first = isOneList() && following().isPresent() ? Tier.LIST : Tier.FULL;
  }

  /** The tier that is listed first, and counted: a single list, or the full matches. */
  public Tier first() {
    return first;
  }

  private boolean isOneList() {
    return switch (match) {
      case ALL -> false;
      case SOME -> true;
      case AUTO -> searched.filter(this::isLong).isPresent();
    };
  }

  /** Stop words alone are a phrase first, in whichever language. */
  private boolean isLong(QueryNode tree) {
    return compiler.contentWords(tree).size() >= LISTED_FROM && !compiler.isOfStopWords(tree);
  }

  private boolean isSearchable(Relaxation relaxation) {
    return relaxation.optional().stream().anyMatch(unit -> compiler.part(unit).isPresent());
  }

  /** The query of a tier; one without hits where nothing is optional in it. */
  public Query query(Tier tier) {
    return queries.computeIfAbsent(tier, this::compiled);
  }

  private Query compiled(Tier tier) {
    return tier == Tier.FULL
        ? full
        : relaxation(tier)
            .map(parts -> relaxed(tier, parts))
            .orElseGet(() -> new MatchNoDocsQuery("nothing is optional"));
  }

  private Query relaxed(Tier tier, Relaxation parts) {
    return switch (tier) {
      case FULL -> full;
      case LIST, SOME, FOLLOWING -> some(parts);
      case NOT_FULL -> withoutFull(some(parts));
      case ANY -> any(parts);
    };
  }

  /** The units that are optional in a tier; empty where all are required. */
  public Optional<Relaxation> relaxation(Tier tier) {
    return switch (tier) {
      case FULL -> Optional.empty();
      case SOME, ANY -> instead();
      case LIST, FOLLOWING, NOT_FULL -> following();
    };
  }

  /**
   * The tier of the partial matches that are listed below the {@linkplain #first first} tier, or in
   * its place. Nothing follows stop words alone: some of them say nothing about an article.
   *
   * @param hits the number of hits of the first tier
   * @param order the order of the hits: partial matches follow only when it is relevance
   * @return empty where there is none
   */
  public Optional<Tier> next(long hits, SortOrder order) {
    if (hits == 0) {
      return instead().map(_ -> Tier.SOME);
    }
    return hits < SearchResults.FEW
            && first() == Tier.FULL
            && order == SortOrder.RELEVANCE
            && searched.filter(compiler::isOfStopWords).isEmpty()
        ? following().map(_ -> Tier.FOLLOWING)
        : Optional.empty();
  }

  /** The tier that follows the first one of a deep ranking; empty where there is none. */
  public Optional<Tier> deepest() {
    return instead().map(_ -> Tier.ANY);
  }

  /** Whether all articles that match the query are found, and no others. */
  public Completeness completeness() {
    return completeness;
  }

  /**
   * The units that become optional if no article matches all of them; empty if all are required.
   */
  public Optional<Relaxation> instead() {
    return optional(Relaxation::of);
  }

  /** The units that are optional in a list, or after the full matches: plain words only. */
  public Optional<Relaxation> following() {
    return optional(Relaxation::ofWords);
  }

  private Optional<Relaxation> optional(Function<QueryNode, Optional<Relaxation>> splitting) {
    return searched.filter(_ -> match != Match.ALL).flatMap(splitting).filter(this::isSearchable);
  }

  /**
   * The number of words that a hit of a tier may lack; 0 if it may lack none, or other parts too.
   */
  public int words(Tier tier) {
    return relaxation(tier).map(parts -> TierNote.words(parts, compiler)).orElse(0);
  }

  /**
   * The query for articles that match enough of the words, full matches included.
   *
   * @param parts the parts of this plan
   */
  public Query some(Relaxation parts) {
    return compiler.some(parts, share(parts.pieces().size()));
  }

  /**
   * The query for articles that match any of the words, full matches included.
   *
   * @param parts the parts of this plan
   */
  public Query any(Relaxation parts) {
    return compiler.some(parts, 0);
  }

  /**
   * The share falls with the length of a text, because an article on the same subject has less of a
   * longer text: of one four times as long as a short query, twice as many words.
   */
  private static double share(int words) {
    return SHARE * Math.sqrt(Math.min(1.0, (double) SHORT / words));
  }

  private Query withoutFull(Query query) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(full, Occur.MUST_NOT).build();
  }
}
