package broadsheet.lucene.explain;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Explanation.Fit;
import broadsheet.engine.result.Explanation.Meaning;
import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.engine.result.Explanation.Pair;
import broadsheet.engine.result.Explanation.Unit;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.TierNote;
import broadsheet.lucene.limits.OutOfTime;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.semantic.NearArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import broadsheet.query.tree.PositiveParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.Query;

/**
 * Explains the rank of one article among the hits of a search, or why it is not a hit: runs the
 * search again and then examines the article. Not thread-safe.
 */
public final class ExplainSearch {

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause narrowing;
  private final MeaningSearch meaning;
  private final Ranking ranking;

  /** Ranks what a query finds. */
  interface Ranking {
    TopRanked of(Query matching) throws IOException;
  }

  /**
   * @param request by relevance; page and size are ignored
   */
  public ExplainSearch(SearchRequest request, SearchBudget budget, Meanings meanings) {
    this(request, budget, meanings, Optional.empty());
  }

  /**
   * @param ranking in a whole archive of which this is a part; empty where this is all of it
   */
  ExplainSearch(
      SearchRequest request, SearchBudget budget, Meanings meanings, Optional<Ranking> ranking) {
    this.request = request;
    this.budget = budget;
    compiler = LanguageCompiler.within(budget);
    narrowing = FilterClause.to(request.filters());
    meaning = new MeaningSearch(request, budget, compiler, narrowing, meanings);
    this.ranking = ranking.orElse(query -> TopRanked.of(query, request, compiler, budget));
  }

  /** See {@link broadsheet.engine.SearchEngine#explain}. */
  public Optional<Explanation> of(String id) throws IOException {
    OptionalInt document = ArticleSearch.document(id, budget.snapshot());
    if (document.isEmpty()) {
      return Optional.empty();
    }
    ArticleScorer article = ArticleScorer.of(document.getAsInt(), budget.snapshot());
    try {
      return Optional.of(explained(article.by(budget.inspector())));
    } catch (OutOfTime e) {
      return Optional.of(unknown(article));
    }
  }

  private Explanation explained(ArticleScorer article) throws IOException {
    SearchPlan plan = new SearchPlan(request.query(), compiler);
    Asked asked = asked(article, plan);
    Fit fit = fit(article, plan.full(), asked.fusion());
    return explanation(article, asked, fit);
  }

  /**
   * The query and hits of the tier that the article is in.
   *
   * @param before how many hits are listed before that tier
   * @param parts the optional parts of the query where it is the tier of partial matches; otherwise
   *     empty
   */
  record Asked(Fusion fusion, TopRanked placement, int before, Optional<Relaxation> parts) {

    /** Whether the query was searched without relaxing it. */
    boolean isAsAsked() {
      return fusion.isAsAsked() && parts.isEmpty();
    }
  }

  private Asked asked(ArticleScorer article, SearchPlan plan) throws IOException {
    Fusion fusion = meaning.with(plan, plan::some);
    Asked asked = new Asked(fusion, placement(fusion), 0, Optional.empty());
    int full = asked.placement().listed().size();
    boolean isFollowed =
        asked.placement().isComplete()
            && fusion.near().isEmpty()
            && asked.placement().ranked().hits().size() < SearchPlan.FEW;
    Optional<Relaxation> parts = full == 0 ? plan.instead() : plan.following();
    if (!isFollowed || parts.isEmpty() || article.matches(narrowing.of(plan.full()))) {
      return asked;
    }
    return full == 0
        ? some(plan.some(parts.get()), parts.get(), 0)
        : some(plan.notFull(parts.get()), parts.get(), full);
  }

  /** The tier of partial matches, after the full matches. */
  private Asked some(Query query, Relaxation parts, int before) throws IOException {
    List<Note> notes = before > 0 ? List.of() : List.of(TierNote.of(0, parts, compiler));
    Fusion some = Fusion.without(query, notes);
    TopRanked placement = placement(some);
    return new Asked(
        some,
        before == 0 ? placement : placement.first(SearchPlan.MOST_FOLLOWING),
        before,
        Optional.of(parts));
  }

  /**
   * The parts of the score, each with the amount it adds; for an article that is not a hit, only
   * the units it has.
   */
  private ScoreBreakdown weighing(ArticleScorer article, Asked asked, Fit fit, ExplainedOrder order)
      throws IOException {
    Fusion fusion = asked.fusion();
    ExplainedUnits explained = new ExplainedUnits(article, compiler, budget, order.headline());
    boolean isWhole = asked.isAsAsked() && fit != Fit.MEANING;
    List<Unit> units =
        new ArrayList<>(
            asked.parts().isPresent()
                ? explained.of(asked.parts().get())
                : explained.of(request.query(), !isWhole));
    units.addAll(explained.of(request.filters()));
    boolean isHit = fit != Fit.NONE;
    double first = isHit ? article.score(fusion.whole()) : 0;
    Optional<Meaning> near = isHit ? near(article, fusion, first) : Optional.empty();
    List<Pair> pairs = order.pairs();
    return new ScoreBreakdown(
        first - near.map(Meaning::share).orElse(0.0) + order.headlines(),
        units,
        pairs.stream().mapToDouble(Pair::share).sum(),
        pairs,
        order.learnt(),
        near);
  }

  private ExplainedOrder order(ArticleScorer article, Asked asked, Fit fit) throws IOException {
    if (fit == Fit.NONE || !asked.placement().isReranked(article.document())) {
      return ExplainedOrder.none(article);
    }
    ReaderSnapshot snapshot = budget.snapshot();
    return ExplainedOrder.of(
        article,
        Reranking.of(request, compiler, snapshot),
        asked.placement().ranked().learnt(),
        snapshot);
  }

  /** Meaning adds what remains of the score after the words. */
  private Optional<Meaning> near(ArticleScorer article, Fusion fusion, double first)
      throws IOException {
    NearArticle near = fusion.near().get(article.document());
    if (near == null) {
      return Optional.empty();
    }
    double words = article.score(fusion.words());
    if (words == 0) {
      words = article.score(compiler.compileAny(PositiveParts.of(request.query())));
    }
    String body = article.stored().text(QueryField.BODY);
    String passage =
        body.substring(Math.min(near.start(), body.length()), Math.min(near.end(), body.length()));
    return Optional.of(new Meaning(near.likeness(), passage, Math.max(0, first - words)));
  }

  private Explanation explanation(ArticleScorer article, Asked asked, Fit fit) throws IOException {
    ExplainedOrder order = order(article, asked, fit);
    ScoreBreakdown weighing = weighing(article, asked, fit, order);
    ScoreBreakdown shared = weighing.shared();
    int document = article.document();
    OptionalInt inTier = asked.placement().rank(document);
    OptionalInt rank =
        inTier.isPresent() ? OptionalInt.of(asked.before() + inTier.getAsInt()) : inTier;
    return new Explanation(
        article.stored().id(),
        article.stored().text(QueryField.TITLE),
        fit,
        weighing.sum(),
        rank,
        rank.isPresent() && !asked.placement().isListed(document),
        budget.snapshot().summary().articles(),
        shared.units(),
        shared.pairs(),
        shared.learnt(),
        shared.meaning(),
        fit == Fit.NONE
            ? Optional.empty()
            : Optional.of(numbers(article, asked, order, weighing.sum())),
        notes(asked));
  }

  private Numbers numbers(ArticleScorer article, Asked asked, ExplainedOrder order, double score)
      throws IOException {
    ScoreNumbers numbers = new ScoreNumbers();
    List<Numbers> steps = new ArrayList<>();
    steps.add(numbers.of(article.account(narrowing.of(asked.fusion().whole()))));
    steps.addAll(order.numbers());
    return new Numbers(score, "score, sum of:", steps);
  }

  private List<Note> notes(Asked asked) {
    List<Note> notes = new ArrayList<>(asked.fusion().notes());
    notes.addAll(compiler.notes());
    if (!asked.placement().isComplete()) {
      notes.add(budget.note(!asked.placement().isEmpty()));
    }
    return notes;
  }

  private TopRanked placement(Fusion fusion) throws IOException {
    return ranking.of(narrowing.of(fusion.whole()));
  }

  private Fit fit(ArticleScorer article, Query strict, Fusion fusion) throws IOException {
    if (article.matches(narrowing.of(strict))) {
      return Fit.WHOLE;
    }
    if (article.matches(narrowing.of(fusion.words()))) {
      return Fit.PART;
    }
    return article.matches(narrowing.of(fusion.whole())) ? Fit.MEANING : Fit.NONE;
  }

  private Explanation unknown(ArticleScorer article) throws IOException {
    return new Explanation(
        article.stored().id(),
        article.stored().text(QueryField.TITLE),
        Fit.UNKNOWN,
        0,
        OptionalInt.empty(),
        false,
        budget.snapshot().summary().articles(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(budget.note(false)));
  }
}
