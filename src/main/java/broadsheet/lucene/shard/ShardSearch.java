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
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.semantic.NearPassage;
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
  private final Fusion fusion;

  ShardSearch(ShardWork.Asked given) {
    asked = given.request();
    request = asked.request();
    budget = asked.budget();
    fusion = given.fusion();
  }

  /** The query of a tier by words and meaning. */
  private Query whole(Tier tier) {
    return tier == asked.plan().first() ? fusion.whole() : asked.plan().query(tier);
  }

  private Query filtered(Tier tier) {
    return asked.filters().of(whole(tier));
  }

  SearchQuestion.Found hits(Tier tier, ShardHits.Wanted wanted, int named) throws IOException {
    Query query = filtered(tier);
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
                    whole(tier),
                    request,
                    named,
                    budget))
            : Optional.empty();
    long whole = asked.whole(tier, found.total(), finder);
    return new SearchQuestion.Found(ShardHits.of(found, whole, request, wanted, finder), counts);
  }

  List<SentHit> only(Tier tier, ShardHits.Wanted wanted) throws IOException {
    return ShardHits.only(filtered(tier), request, wanted, budget.finder());
  }

  List<SentHit> best(Tier tier, long family) throws IOException {
    Query members =
        new BooleanQuery.Builder()
            .add(filtered(tier), Occur.MUST)
            .add(NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family), Occur.FILTER)
            .build();
    ShardHits.Wanted first = new ShardHits.Wanted(Optional.empty(), 1, 0);
    return ShardHits.only(members, request, first, budget.finder());
  }

  Map<FacetField, HashedCounts> hashes(Tier tier, Map<FacetField, Integer> least)
      throws IOException {
    return PartCounts.hashed(all(tier), whole(tier), request.filters(), least, budget);
  }

  Map<FacetField, List<FacetCount>> values(Tier tier, PartCounts.Wanted values) throws IOException {
    return PartCounts.of(all(tier), whole(tier), request.filters(), values, budget);
  }

  private HitSet all(Tier tier) throws IOException {
    return budget.snapshot().recent().of(filtered(tier), budget.finder());
  }

  /** The given hits that this shard has, with the marks of a tier. */
  Map<String, SearchQuestion.Marked> page(Tier tier, List<SearchQuestion.Shown> shown)
      throws IOException {
    boolean isFirst = tier == asked.plan().first();
    Query words = isFirst ? fusion.words() : asked.plan().query(tier);
    HitMaker maker = HitMaker.of(asked, tier, words);
    Map<Integer, SearchQuestion.Shown> here = new TreeMap<>();
    for (SearchQuestion.Shown each : shown) {
      ArticleSearch.document(each.id(), budget.snapshot()).ifPresent(d -> here.put(d, each));
    }
    List<ScoreDoc> found = here.keySet().stream().map(number -> new ScoreDoc(number, 0)).toList();
    Map<Integer, NearPassage> near = isFirst ? fusion.byMeaning(found, budget.finder()) : Map.of();
    Map<String, SearchQuestion.Marked> hits = new HashMap<>();
    for (Map.Entry<Integer, SearchQuestion.Shown> each : here.entrySet()) {
      String id = each.getValue().id();
      ScoreDoc shownHit = new ScoreDoc(each.getKey(), each.getValue().score());
      StoredArticle article = maker.article(shownHit);
      Hit plain = maker.hit(shownHit, each.getValue().similar(), article);
      NearPassage closest = near.get(each.getKey());
      Hit hit = closest == null ? plain : maker.byMeaning(plain, article, closest);
      hits.put(id, new SearchQuestion.Marked(hit, ArticleRefs.of(id, article)));
    }
    return hits;
  }
}
