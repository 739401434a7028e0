package broadsheet.lucene.shard;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.count.HashedCounts;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.mark.ArticleRefs;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.mark.HitMaker;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** One search on one shard. Not thread-safe. */
final class ShardSearch {

  private final SearchRequest request;
  private final SearchBudget budget;
  private final CompiledRequest asked;

  /**
   * @param budget the budget over the shard, with the dictionary of the whole archive
   */
  ShardSearch(SearchRequest request, SearchBudget budget) {
    this.request = request;
    this.budget = budget;
    asked = CompiledRequest.of(request, budget);
  }

  SearchQuestion.Found hits(Tier tier, ShardHits.Wanted wanted, int named) throws IOException {
    Query query = asked.filtered(tier);
    BoundedSearcher finder = budget.finder();
    CollectedHits found = ShardHits.collected(query, request, wanted, finder);
    if (found.isComplete() && named > 0) {
      found.all().ifPresent(all -> budget.snapshot().recent().keep(query, all));
    }
    Optional<PartCounts> counts =
        named > 0
            ? Optional.of(
                PartCounts.of(
                    new PartCounts.Hits(found.all().orElseThrow(), found.isComplete()),
                    asked.plan().query(tier),
                    request,
                    named,
                    budget))
            : Optional.empty();
    long whole = asked.whole(tier, found.total(), finder);
    return new SearchQuestion.Found(ShardHits.of(found, whole, request, wanted, finder), counts);
  }

  List<SentHit> only(Tier tier, ShardHits.Wanted wanted) throws IOException {
    return ShardHits.only(asked.filtered(tier), request, wanted, budget.finder());
  }

  List<SentHit> best(Tier tier, long family) throws IOException {
    Query members =
        new BooleanQuery.Builder()
            .add(asked.filtered(tier), Occur.MUST)
            .add(NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family), Occur.FILTER)
            .build();
    ShardHits.Wanted first = new ShardHits.Wanted(Optional.empty(), 1, 0);
    return ShardHits.only(members, request, first, budget.finder());
  }

  Map<FacetField, HashedCounts> hashes(Tier tier, Map<FacetField, Integer> least)
      throws IOException {
    return PartCounts.hashed(all(tier), asked.plan().query(tier), request.filters(), least, budget);
  }

  Map<FacetField, List<FacetCount>> values(Tier tier, PartCounts.Wanted values) throws IOException {
    return PartCounts.of(all(tier), asked.plan().query(tier), request.filters(), values, budget);
  }

  private HitSet all(Tier tier) throws IOException {
    return budget.snapshot().recent().of(asked.filtered(tier), budget.finder());
  }

  /** The given hits that this shard has, with the marks of a tier. */
  Map<String, SearchQuestion.Marked> page(Tier tier, List<SearchQuestion.Shown> shown)
      throws IOException {
    HitMaker maker = HitMaker.of(asked, tier, asked.plan().query(tier));
    Map<Integer, SearchQuestion.Shown> here = new TreeMap<>();
    for (SearchQuestion.Shown each : shown) {
      ArticleSearch.document(each.id(), budget.snapshot()).ifPresent(d -> here.put(d, each));
    }
    Map<String, SearchQuestion.Marked> hits = new HashMap<>();
    for (Map.Entry<Integer, SearchQuestion.Shown> each : here.entrySet()) {
      String id = each.getValue().id();
      ScoreDoc found = new ScoreDoc(each.getKey(), each.getValue().score());
      StoredArticle article = maker.article(found);
      Hit hit = maker.hit(found, each.getValue().similar(), article);
      hits.put(id, new SearchQuestion.Marked(hit, ArticleRefs.of(id, article)));
    }
    return hits;
  }
}
