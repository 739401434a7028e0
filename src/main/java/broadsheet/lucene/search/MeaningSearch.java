package broadsheet.lucene.search;

import broadsheet.engine.EngineException;
import broadsheet.engine.Likeness;
import broadsheet.engine.SearchMode;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SortOrder;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.semantic.NearArticle;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;

/**
 * Finds what is near a query's plain words in meaning, and joins it with what its words find. The
 * two are added up after each was brought to the same scale: Bruch, Gai and Ingber, "An analysis of
 * fusion functions for hybrid retrieval", TOIS 2023. Not shared between threads.
 */
final class MeaningSearch {

  /** So many articles are found by meaning at the most. */
  static final int MOST = 100;

  /** What the nearest article gains, in scores of the best by words: see docs/semantic.md. */
  private static final float WEIGHT = 1;

  /** Finding by meaning must be done in this share of the time. */
  private static final double SHARE = 0.4;

  private final SearchRequest request;
  private final Allowance allowance;
  private final LanguageCompiler compiler;
  private final Narrowing narrowing;
  private final Meanings meanings;

  MeaningSearch(
      SearchRequest request,
      Allowance allowance,
      LanguageCompiler compiler,
      Narrowing narrowing,
      Meanings meanings) {
    this.request = request;
    this.allowance = allowance;
    this.compiler = compiler;
    this.narrowing = narrowing;
    this.meanings = meanings;
  }

  /**
   * What is found by either; by words alone where the request, the query or the index wants it so,
   * which is noted.
   *
   * @param strict what finds by words as asked
   */
  Fusion with(Query strict) throws IOException {
    if (request.mode() == SearchMode.LEXICAL) {
      return Fusion.without(strict, List.of());
    }
    if (request.sort() != SortOrder.RELEVANCE) {
      return Fusion.without(strict, "Sorted by date, articles are found by their words alone.");
    }
    Optional<PlainWords> plain = PlainWords.of(request.query());
    if (plain.isEmpty()) {
      return Fusion.without(strict, "No plain words here to find articles by their meaning.");
    }
    Optional<String> trouble = meanings.trouble();
    if (trouble.isPresent()) {
      return Fusion.without(strict, trouble.get());
    }
    try {
      return with(strict, plain.get());
    } catch (EngineException e) {
      return Fusion.without(strict, Meanings.told(e));
    }
  }

  private Fusion with(Query strict, PlainWords plain) throws IOException {
    BoundedSearcher finder = allowance.finder(SHARE);
    List<NearArticle> nearest = nearest(plain, finder);
    if (nearest.isEmpty()) {
      return Fusion.without(strict, "Nothing is near these words in meaning.");
    }
    Query parts = compiler.compileAny(PositiveParts.of(request.query()));
    ScoreDoc[] best = finder.search(narrowing.of(strict), 1).scoreDocs;
    boolean isAsAsked = best.length > 0 || finder.isCut();
    if (!isAsAsked) {
      best = finder.search(required(plain, parts), MOST).scoreDocs;
    }
    Query words = isAsAsked ? strict : these(best, parts);
    float unit = best.length > 0 && best[0].score > 0 ? best[0].score : 1;
    Likeness scale = meanings.likeness();
    float top = nearest.getFirst().likeness();
    Fusion fusion =
        Fusion.of(
            words,
            parts,
            nearest,
            article -> WEIGHT * unit * scale.share(article.likeness(), top),
            isAsAsked);
    return fusion.noting(note(fusion, nearest.size(), finder));
  }

  private String note(Fusion fusion, int near, BoundedSearcher finder) throws IOException {
    String as =
        fusion.isAsAsked()
            ? ""
            : "No article has all of these words: here are those with most of them, and those near"
                + " them in meaning. ";
    int both = fusion.near().size() - fusion.byMeaning(all(fusion), finder).size();
    return as
        + String.format(
            Locale.ROOT,
            "%d %s found by meaning alone.",
            near - both,
            near - both == 1 ? "article is" : "articles are");
  }

  private static List<ScoreDoc> all(Fusion fusion) {
    return fusion.near().keySet().stream().map(document -> new ScoreDoc(document, 0)).toList();
  }

  private List<NearArticle> nearest(PlainWords plain, BoundedSearcher finder) throws IOException {
    Optional<Bits> allowed = Optional.empty();
    if (narrowing.isThere() || !plain.required().isEmpty()) {
      allowed = Optional.of(MatchingArticles.of(filter(plain), finder));
    }
    Deadline deadline = allowance.finding().part(SHARE);
    return meanings.nearest(
        plain.text(), finder.getIndexReader(), allowed.orElse(null), MOST, deadline);
  }

  private Query filter(PlainWords plain) {
    BooleanQuery.Builder filter = new BooleanQuery.Builder();
    narrowing.filter().ifPresent(f -> filter.add(f, Occur.FILTER));
    plain.required().forEach(node -> filter.add(compiler.compile(node), Occur.FILTER));
    return filter.build();
  }

  /** Any of the parts, where what holds in any case holds. */
  private Query required(PlainWords plain, Query parts) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(parts, Occur.MUST);
    if (narrowing.isThere() || !plain.required().isEmpty()) {
      query.add(filter(plain), Occur.FILTER);
    }
    return query.build();
  }

  private static Query these(ScoreDoc[] articles, Query scored) {
    Map<Integer, Float> chosen = new HashMap<>();
    for (ScoreDoc article : articles) {
      chosen.put(article.doc, 0f);
    }
    return new BooleanQuery.Builder()
        .add(scored, Occur.MUST)
        .add(new ScoredArticles(chosen), Occur.FILTER)
        .build();
  }
}
