package broadsheet.lucene.shards;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One request to all shards of a generation, within one time limit. Not thread-safe.
 *
 * @param client the budget of what is done with the shards' answers; it sees no article, but the
 *     gathered dictionary
 * @param compiler of the client, whose notes are told
 * @param shards the budget of each
 */
record Round(SearchBudget client, LanguageCompiler compiler, List<SearchBudget> shards) {

  static Round of(ShardedArchive archive, boolean isHeavy, Duration limit, Deadline deadline) {
    SearchBudget client = SearchBudget.of(archive.client(), isHeavy, limit, deadline);
    return new Round(
        client,
        LanguageCompiler.within(client),
        archive.shards().stream()
            .map(shard -> SearchBudget.of(shard, isHeavy, limit, deadline))
            .toList());
  }

  boolean hasFamilies() {
    return shards.stream().map(SearchBudget::snapshot).anyMatch(ReaderSnapshot::hasFamilies);
  }

  List<ShardSearch> searches(SearchRequest request) {
    List<ShardSearch> searches = new ArrayList<>();
    for (SearchBudget shard : shards) {
      searches.add(new ShardSearch(searches.size(), request, shard));
    }
    return searches;
  }
}
