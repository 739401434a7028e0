package broadsheet.lucene.shard;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.count.HashedCounts;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.mark.ArticleRefs;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.lucene.search.PartHits;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** One search on one shard. Not thread-safe. */
final class ShardSearch {

  private final PartHits search;
  private final SearchRequest request;
  private final SearchBudget budget;

  ShardSearch(PartHits search) {
    this.search = search;
    request = search.asked().request();
    budget = search.asked().budget();
  }

  SearchQuestion.Found hits(Tier tier, ShardHits.Wanted wanted, int named) throws IOException {
    Query query = search.filtered(tier);
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
                    search.whole(tier),
                    request,
                    named,
                    budget))
            : Optional.empty();
    long whole = search.asked().whole(tier, found.total(), finder);
    return new SearchQuestion.Found(ShardHits.of(found, whole, request, wanted, finder), counts);
  }

  List<SentHit> only(Tier tier, ShardHits.Wanted wanted) throws IOException {
    return ShardHits.only(search.filtered(tier), request, wanted, budget.finder());
  }

  List<SentHit> best(Tier tier, long family) throws IOException {
    ShardHits.Wanted first = new ShardHits.Wanted(Optional.empty(), 1, 0);
    return ShardHits.only(search.family(tier, family), request, first, budget.finder());
  }

  Map<FacetField, HashedCounts> hashes(Tier tier, Map<FacetField, Integer> least)
      throws IOException {
    return PartCounts.hashed(all(tier), search.whole(tier), request.filters(), least, budget);
  }

  Map<FacetField, List<FacetCount>> values(Tier tier, PartCounts.Wanted values) throws IOException {
    return PartCounts.of(all(tier), search.whole(tier), request.filters(), values, budget);
  }

  private HitSet all(Tier tier) throws IOException {
    return budget.snapshot().recent().of(search.filtered(tier), budget.finder());
  }

  /** The given hits that this shard has, with the marks of a tier. */
  Map<String, SearchQuestion.Marked> page(Tier tier, List<SearchQuestion.Shown> shown)
      throws IOException {
    Map<Integer, SearchQuestion.Shown> here = new HashMap<>();
    List<ScoreDoc> found = new ArrayList<>();
    for (SearchQuestion.Shown each : shown) {
      OptionalInt document = ArticleSearch.document(each.id(), budget.snapshot());
      if (document.isPresent()) {
        here.put(document.getAsInt(), each);
        found.add(new ScoreDoc(document.getAsInt(), each.score()));
      }
    }
    Map<String, SearchQuestion.Marked> hits = new HashMap<>();
    search.show(
        tier,
        found,
        hit -> Objects.requireNonNull(here.get(hit.doc)).similar(),
        (_, hit, article) ->
            hits.put(hit.id(), new SearchQuestion.Marked(hit, ArticleRefs.of(hit.id(), article))));
    return hits;
  }
}
