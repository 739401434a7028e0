package broadsheet.lucene.meaning;

import broadsheet.engine.EngineException;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.semantic.MatchingArticles;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.tree.PlainWords;
import broadsheet.query.tree.PositiveParts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;

/**
 * Finds articles near a query's plain words in meaning, and fuses them with those found by words.
 * Both scores are normalized to the same scale and added: Bruch, Gai and Ingber, "An analysis of
 * fusion functions for hybrid retrieval", TOIS 2023. Not thread-safe.
 */
public final class MeaningSearch {

  /** The most articles that are found by meaning. */
  static final int MOST = 100;

  /**
   * The bonus of the nearest article, relative to the best score by words: see docs/semantic.md.
   */
  private static final float WEIGHT = 1;

  /** The share of the time for finding articles by meaning. */
  private static final double SHARE = 0.4;

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause filters;
  private final SearchPlan plan;
  private final Meanings meanings;

  /**
   * @param budget for finding articles by meaning, and the words beside it
   */
  public MeaningSearch(CompiledRequest asked, SearchBudget budget, Meanings meanings) {
    request = asked.request();
    this.budget = budget;
    compiler = asked.compiler();
    filters = asked.filters();
    plan = asked.plan();
    this.meanings = meanings;
  }

  /**
   * The fused search; by words alone where the request, the query or the index does not allow more,
   * with a note.
   *
   * @param some finds articles that have some of the words; used as well where few have them all
   */
  public Fusion with(Function<Relaxation, Query> some) throws IOException {
    Query strict = plan.query(plan.first());
    if (request.mode() == SearchMode.LEXICAL) {
      return Fusion.without(strict, List.of());
    }
    if (request.sort() != SortOrder.RELEVANCE) {
      return Fusion.without(strict, Note.Plain.BY_DATE_BY_WORDS);
    }
    Optional<PlainWords> plain = PlainWords.of(request.query());
    if (plain.isEmpty()) {
      return Fusion.without(strict, Note.Plain.NO_PLAIN_WORDS);
    }
    Optional<String> trouble = meanings.trouble();
    if (trouble.isPresent()) {
      return Fusion.without(strict, new Note.NotByMeaning(trouble.get()));
    }
    try {
      Fusion fusion = with(some, plain.get());
      return meanings.shortfall().map(Note.NotByMeaning::new).map(fusion::noting).orElse(fusion);
    } catch (EngineException e) {
      return Fusion.without(strict, new Note.NotByMeaning(Meanings.told(e)));
    }
  }

  private Fusion with(Function<Relaxation, Query> some, PlainWords plain) throws IOException {
    BoundedSearcher finder = budget.finder(SHARE);
    List<Evidence> nearest = nearest(plain, finder);
    if (nearest.isEmpty()) {
      return Fusion.without(plan.query(plan.first()), Note.Plain.NOTHING_NEAR);
    }
    ScoreDoc[] best = finder.search(filters.of(plan.query(Tier.FULL)), SearchPlan.FEW).scoreDocs;
    int wholes = best.length;
    boolean isList = plan.first() == Tier.LIST;
    Query words = plan.query(plan.first());
    if ((isList || wholes < SearchPlan.FEW) && !finder.isCut()) {
      words = plan.following().map(some).orElse(words);
      best = finder.search(filters.of(words), 1).scoreDocs;
    }
    float unit = best.length > 0 && best[0].score > 0 ? best[0].score : 1;
    Fusion fusion =
        Fusion.of(
            words,
            compiler.compileAny(PositiveParts.of(request.query())),
            nearest,
            WEIGHT * unit,
            isList || wholes > 0 || finder.isCut());
    boolean isFew = wholes < SearchPlan.FEW && !finder.isCut();
    OptionalInt few = isFew ? OptionalInt.of(wholes) : OptionalInt.empty();
    return fusion.noting(note(fusion, nearest.size(), few, finder));
  }

  /**
   * @param wholes the number of articles with all the words; empty unless these are few and others
   *     are searched as well
   */
  private static Note note(Fusion fusion, int near, OptionalInt wholes, BoundedSearcher finder)
      throws IOException {
    int both = fusion.near().size() - fusion.byMeaning(all(fusion), finder).size();
    return new Note.ByMeaning(near - both, wholes);
  }

  private static List<ScoreDoc> all(Fusion fusion) {
    return fusion.near().keySet().stream().map(document -> new ScoreDoc(document, 0)).toList();
  }

  private List<Evidence> nearest(PlainWords plain, BoundedSearcher finder) throws IOException {
    Optional<Bits> allowed = Optional.empty();
    if (filters.isThere() || !plain.required().isEmpty()) {
      allowed = Optional.of(MatchingArticles.of(filter(plain), finder));
    }
    Deadline deadline = budget.finding().part(SHARE);
    return meanings.nearest(
        plain.text(), finder.getIndexReader(), allowed.orElse(null), MOST, deadline);
  }

  private Query filter(PlainWords plain) {
    BooleanQuery.Builder filter = new BooleanQuery.Builder();
    filters.filter().ifPresent(f -> filter.add(f, Occur.FILTER));
    plain.required().forEach(node -> filter.add(compiler.compile(node), Occur.FILTER));
    return filter.build();
  }
}
