package broadsheet.lucene.explain;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Explanation.Fit;
import broadsheet.engine.result.Explanation.Meaning;
import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.engine.result.Explanation.Pair;
import broadsheet.engine.result.Explanation.Unit;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.compile.TierNote;
import broadsheet.lucene.limits.OutOfTime;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.rank.ExpansionTerms;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import broadsheet.query.tree.PositiveParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Explains one article of an index, given its place in the ranking of a whole archive: examines
 * which parts of the query it matches and the amount each adds to its score. Not thread-safe.
 */
public final class ArticleExplanation {

  private final CompiledRequest asked;
  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause filters;
  private final Fusion fusion;

  /**
   * @param asked a request by relevance; page and size are ignored
   * @param fusion the fusion that finds the first tier of the request
   */
  public ArticleExplanation(CompiledRequest asked, Fusion fusion) {
    this.asked = asked;
    this.fusion = fusion;
    request = asked.request();
    budget = asked.budget();
    compiler = asked.compiler();
    filters = asked.filters();
  }

  private Optional<ArticleScorer> article(String id) throws IOException {
    OptionalInt document = ArticleSearch.document(id, budget.snapshot());
    return document.isEmpty()
        ? Optional.empty()
        : Optional.of(ArticleScorer.of(document.getAsInt(), budget.snapshot()));
  }

  /** Whether an article of the index is a hit of a tier; false when the time is up. */
  public boolean matches(String id, Tier tier) throws IOException {
    Optional<ArticleScorer> article = article(id);
    try {
      return article.isPresent()
          && article.get().by(budget.inspector()).matches(asked.filtered(tier));
    } catch (OutOfTime e) {
      return false;
    }
  }

  /** The explanation; empty if the index does not have the article. */
  public Optional<Explanation> of(String id, Placement placement) throws IOException {
    Optional<ArticleScorer> article = article(id);
    if (article.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(explained(article.get().by(budget.inspector()), placement));
    } catch (OutOfTime e) {
      return Optional.of(unknown(article.get()));
    }
  }

  private Explanation explained(ArticleScorer article, Placement placement) throws IOException {
    InTier tier = new InTier(fusion(placement.tier()), placement, optional(placement.tier()));
    return explanation(article, tier, fit(article, tier.fusion()));
  }

  private Optional<Relaxation> optional(Tier tier) {
    return asked.plan().relaxation(tier);
  }

  /**
   * The tier of the article.
   *
   * @param fusion the fusion that finds the tier's hits
   * @param parts the optional parts of the query; empty if all are required
   */
  private record InTier(Fusion fusion, Placement placement, Optional<Relaxation> parts) {

    /** Whether the query was searched without relaxing it. */
    boolean isAsAsked() {
      return fusion.isAsAsked() && parts.isEmpty();
    }
  }

  private Fusion fusion(Tier tier) {
    if (tier == asked.plan().first()) {
      return fusion;
    }
    return Fusion.without(asked.plan().query(tier), List.of());
  }

  /**
   * The parts of the score, each with the amount it adds. An article that is not a hit has only
   * units.
   */
  private ScoreBreakdown weighing(ArticleScorer article, InTier tier, Fit fit, ExplainedOrder order)
      throws IOException {
    Fusion fusion = tier.fusion();
    ExplainedUnits explained = new ExplainedUnits(article, compiler, budget, order.headline());
    boolean isWhole = tier.isAsAsked() && fit != Fit.MEANING;
    List<Unit> units =
        new ArrayList<>(
            tier.parts().isPresent()
                ? explained.of(tier.parts().get())
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

  private ExplainedOrder order(ArticleScorer article, InTier tier, Fit fit) throws IOException {
    if (fit == Fit.NONE || !tier.placement().isReranked()) {
      return ExplainedOrder.none(article);
    }
    ReaderSnapshot snapshot = budget.snapshot();
    return ExplainedOrder.of(
        article,
        Reranking.of(request, compiler, snapshot),
        tier.placement().learnt().map(ExpansionTerms::new),
        snapshot);
  }

  /** The share of meaning: the rest of the score beyond the words. */
  private Optional<Meaning> near(ArticleScorer article, Fusion fusion, double first)
      throws IOException {
    NearPassage near = fusion.near().get(article.document());
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

  private Explanation explanation(ArticleScorer article, InTier tier, Fit fit) throws IOException {
    ExplainedOrder order = order(article, tier, fit);
    ScoreBreakdown weighing = weighing(article, tier, fit, order);
    ScoreBreakdown shared = weighing.shared();
    OptionalInt rank = tier.placement().rank();
    return new Explanation(
        article.stored().id(),
        article.stored().text(QueryField.TITLE),
        fit,
        weighing.sum(),
        rank,
        rank.isPresent() && !tier.placement().isListed(),
        budget.snapshot().summary().articles(),
        shared.units(),
        shared.pairs(),
        shared.learnt(),
        shared.meaning(),
        fit == Fit.NONE
            ? Optional.empty()
            : Optional.of(numbers(article, tier, order, weighing.sum())),
        notes(tier));
  }

  private Numbers numbers(ArticleScorer article, InTier tier, ExplainedOrder order, double score)
      throws IOException {
    ScoreNumbers numbers = new ScoreNumbers();
    List<Numbers> steps = new ArrayList<>();
    steps.add(numbers.of(article.account(filters.of(tier.fusion().whole()))));
    steps.addAll(order.numbers());
    return new Numbers(score, "score, sum of:", steps);
  }

  private List<Note> notes(InTier tier) {
    List<Note> notes = new ArrayList<>(tier.fusion().notes());
    Tier listed = tier.placement().tier();
    if (tier.placement().isWithoutWhole() && (listed == Tier.LIST || listed == Tier.SOME)) {
      tier.parts().map(parts -> TierNote.of(0, parts, compiler)).ifPresent(notes::add);
    }
    notes.addAll(compiler.notes());
    if (!tier.placement().isComplete()) {
      notes.add(budget.note(!tier.placement().isEmpty()));
    }
    return notes;
  }

  private Fit fit(ArticleScorer article, Fusion fusion) throws IOException {
    if (article.matches(asked.filtered(Tier.FULL))) {
      return Fit.WHOLE;
    }
    if (article.matches(filters.of(fusion.words()))) {
      return Fit.PART;
    }
    return article.matches(filters.of(fusion.whole())) ? Fit.MEANING : Fit.NONE;
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
