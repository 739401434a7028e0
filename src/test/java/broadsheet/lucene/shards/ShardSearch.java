package broadsheet.lucene.shards;

import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.lucene.compile.AnyHit;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.count.ShardCounts;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.mark.HitMaker;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.mark.MissingUnits;
import broadsheet.lucene.rank.ForwardReader;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.suggest.DateInstead;
import broadsheet.lucene.suggest.Shortfall;
import broadsheet.lucene.suggest.ShortfallSearch;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * One search on one shard. It is asked by request, part and id, and answers with numbers, texts and
 * records. Not thread-safe.
 */
final class ShardSearch {

  private final int shard;
  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause narrowing;
  private final SearchPlan plan;
  private final Map<Part, HitMaker> makers = new EnumMap<>(Part.class);

  /**
   * @param shard its number
   * @param budget over the shard, with the dictionary of the whole archive
   */
  ShardSearch(int shard, SearchRequest request, SearchBudget budget) {
    this.shard = shard;
    this.request = request;
    this.budget = budget;
    compiler = LanguageCompiler.within(budget);
    narrowing = FilterClause.to(request.filters());
    plan = new SearchPlan(request.query(), compiler);
  }

  private Query query(Part part) {
    return narrowing.of(part.query(plan));
  }

  ShardHits all(Part part, @Nullable FieldDoc after, int most) throws IOException {
    return ShardHits.of(shard, query(part), request, after, most, budget);
  }

  List<SentHit> after(Part part, @Nullable FieldDoc after, int most) throws IOException {
    return ShardHits.after(shard, query(part), request, after, most, budget);
  }

  /** The best member of a family. */
  List<SentHit> best(Part part, long family) throws IOException {
    Query members =
        new BooleanQuery.Builder()
            .add(query(part), Occur.MUST)
            .add(NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family), Occur.FILTER)
            .build();
    return ShardHits.after(shard, members, request, null, 1, budget);
  }

  /** The words of an article; null where it has none. */
  ForwardReader.@Nullable Read text(String id) throws IOException {
    int document = document(id);
    return new ForwardReader(budget.snapshot()).of(document).get(document);
  }

  private int document(String id) throws IOException {
    return ArticleSearch.document(id, budget.snapshot()).orElseThrow();
  }

  /** The hit with an id, with the matches of a part of the query. */
  Hit hit(Part part, String id, float score, long similar) throws IOException {
    HitMaker maker = makers.get(part);
    if (maker == null) {
      maker =
          new HitMaker(
              budget.snapshot(), MatchMarker.within(budget, part.query(plan)), budget.whole());
      makers.put(part, maker);
    }
    int document = document(id);
    return maker.hit(new ScoreDoc(document, score), similar);
  }

  /** The units of the query that an article lacks. */
  List<String> missing(Part part, String id) throws IOException {
    Relaxation units = part.units(plan).orElseThrow();
    return new MissingUnits(units, compiler, budget.inspector()).in(document(id));
  }

  Optional<Article> article(String id) throws IOException {
    return ArticleSearch.article(id, budget.snapshot());
  }

  /** The part that a query is of. */
  Part part(Query asked) {
    return Arrays.stream(Part.values())
        .filter(part -> part == Part.FULL || part.units(plan).isPresent())
        .filter(part -> query(part).equals(asked))
        .findFirst()
        .orElseThrow();
  }

  /** How many articles have a part of the query, filters aside. */
  long count(QueryNode part) throws IOException {
    Optional<Query> alone = compiler.part(part);
    return alone.isPresent() ? budget.finder().count(alone.get()) : 0;
  }

  boolean hasAny() throws IOException {
    return AnyHit.of(query(Part.FULL), budget.snapshot());
  }

  ShardCounts counts(Part part, FacetsCollector hits) throws IOException {
    return ShardCounts.of(hits, part.query(plan), request.filters(), budget);
  }

  Shortfall shortfall() throws IOException {
    return new ShortfallSearch(request.query(), compiler, narrowing, budget).of(plan.full());
  }

  List<String> dateInstead() throws IOException {
    return DateInstead.of(request.query(), narrowing, budget);
  }
}
