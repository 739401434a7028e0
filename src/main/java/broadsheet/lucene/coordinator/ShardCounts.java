package broadsheet.lucene.coordinator;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.count.Counts;
import broadsheet.lucene.count.MergedCounts;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.count.PartDates;
import broadsheet.lucene.shard.SearchQuestion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The counts of all hits of a tier, from all shards. Not thread-safe. */
final class ShardCounts implements Counts {

  private final SearchRequest request;
  private final Tier tier;
  private final List<PartCounts> sent;
  private final ShardedRequest sharded;
  private @Nullable MergedCounts begun;
  private PartCounts.Wanted wanted = new PartCounts.Wanted(Map.of(), Map.of());

  /**
   * @param sent the counts that each shard sent with its hits
   */
  ShardCounts(SearchRequest request, Tier tier, List<PartCounts> sent, ShardedRequest sharded) {
    this.request = request;
    this.tier = tier;
    this.sent = sent;
    this.sharded = sharded;
  }

  private MergedCounts gathered() throws IOException {
    MergedCounts known = begun;
    if (known == null) {
      known = new MergedCounts(sent);
      Map<FacetField, Integer> open = known.open();
      if (!open.isEmpty()) {
        known.addHashed(sharded.ask(new SearchQuestion.OfHashes(request, tier, open)));
      }
      wanted = known.next();
      begun = known;
    }
    return known;
  }

  /** The next question to ask for exact facets; empty when they are exact. */
  private Optional<SearchQuestion.OfValues> next() {
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchQuestion.OfValues(request, tier, wanted));
  }

  @Override
  public void announce() throws IOException {
    gathered();
    next().ifPresent(sharded::announce);
  }

  @Override
  public Map<FacetField, List<FacetCount>> facets() throws IOException {
    MergedCounts gathered = gathered();
    for (Optional<SearchQuestion.OfValues> next = next(); next.isPresent(); next = next()) {
      gathered.add(sharded.ask(next.get()));
      wanted = gathered.next();
    }
    return gathered.facets(request.filters());
  }

  @Override
  public Timeline timeline() {
    return PartDates.timeline(dates());
  }

  @Override
  public List<Timeline.Bucket> months() {
    return PartDates.months(dates());
  }

  private List<PartDates> dates() {
    return sent.stream().map(PartCounts::dates).toList();
  }

  @Override
  public long words() {
    return sent.stream().mapToLong(PartCounts::words).sum();
  }
}
