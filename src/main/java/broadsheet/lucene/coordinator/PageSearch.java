package broadsheet.lucene.coordinator;

import broadsheet.article.ArticleRef;
import broadsheet.engine.EngineException;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.Search;
import broadsheet.lucene.shard.PageCall;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A search for one page of results: a node of the cluster coordinates it, in one call of this
 * program; where none can, this program coordinates it, in rounds of calls to the shards. Not
 * thread-safe.
 */
final class PageSearch {

  private final PageCall call;
  private final Deadline deadline;

  PageSearch(PageCall call, Deadline deadline) {
    this.call = call;
    this.deadline = deadline;
  }

  /**
   * The results.
   *
   * @throws StateGoneException when the shards cannot show this state of the archive any more
   */
  SearchResults of(ShardedArchive archive) {
    return inOneCall(archive).orElseGet(() -> inRounds(archive));
  }

  private Optional<SearchResults> inOneCall(ShardedArchive archive) {
    int protocol = archive.shards().protocol();
    Duration left = deadline.left();
    Optional<byte[]> sent = archive.shards().search(within(left).bytes(protocol), left);
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    PageCall.Reply reply = reply(sent.get(), protocol);
    if (reply.isGone()) {
      throw new StateGoneException();
    }
    archive.of(versions()).keep(reply.refs());
    return reply.results();
  }

  private PageCall within(Duration left) {
    return new PageCall(
        call.client(),
        call.request(),
        call.remarks(),
        call.corrections(),
        call.isHeavy(),
        call.limit(),
        left,
        call.meaning());
  }

  private static PageCall.Reply reply(byte[] sent, int protocol) {
    try {
      return PageCall.Reply.of(sent, protocol);
    } catch (IOException e) {
      throw new EngineException("The cluster's answer could not be read: " + e.getMessage(), e);
    }
  }

  /** The reply to the program that asked, with the results of this one's own search. */
  PageCall.Reply reply(ShardedArchive archive) {
    SearchResults results = inRounds(archive);
    BoundedCache<String, ArticleRef> known = archive.of(versions()).refs();
    List<ArticleRef> refs =
        results.hits().stream().flatMap(hit -> known.get(hit.id()).stream()).toList();
    return new PageCall.Reply(Optional.of(results), refs, false);
  }

  private VersionScope versions() {
    return call.request().filters().versions();
  }

  private SearchResults inRounds(ShardedArchive archive) {
    AskedSearch asked = new AskedSearch(call.request(), call.remarks(), call.meaning());
    return ShardedRequest.done(
        archive.of(versions()),
        call.corrections(),
        call.isHeavy(),
        call.limit(),
        deadline,
        sharded -> Search.of(() -> new CoordinatorHits(asked, FusedWords.SOME, sharded)));
  }
}
