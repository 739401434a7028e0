package broadsheet.lucene.sharded;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.count.GatheredCounts;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.count.PartDates;
import broadsheet.lucene.shard.Part;
import broadsheet.lucene.shard.SearchQuestion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facets and the timeline of all hits of a part of a query. Not thread-safe. */
final class ShardedCounts {

  private final SearchRequest request;
  private final Part part;
  private final Round round;
  private final List<PartCounts> sent;
  private final GatheredCounts gathered;
  private PartCounts.Wanted wanted;

  /**
   * @param sent with the hits of each shard
   */
  ShardedCounts(SearchRequest request, Part part, List<PartCounts> sent, Round round)
      throws IOException {
    this.request = request;
    this.part = part;
    this.round = round;
    this.sent = sent;
    gathered = new GatheredCounts(sent);
    Map<FacetField, Integer> open = gathered.open();
    if (!open.isEmpty()) {
      gathered.addHashed(round.ask(new SearchQuestion.OfHashes(request, part, open)));
    }
    wanted = gathered.next();
  }

  /** What will be asked before the facets are certain; empty where nothing is. */
  Optional<SearchQuestion.OfValues> next() {
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchQuestion.OfValues(request, part, wanted));
  }

  Map<FacetField, List<FacetCount>> facets() throws IOException {
    for (Optional<SearchQuestion.OfValues> next = next(); next.isPresent(); next = next()) {
      gathered.add(round.ask(next.get()));
      wanted = gathered.next();
    }
    return gathered.facets(request.filters());
  }

  Timeline timeline() {
    return PartDates.timeline(sent.stream().map(PartCounts::dates).toList());
  }
}
