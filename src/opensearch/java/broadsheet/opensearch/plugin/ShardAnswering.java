package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.Shard;
import broadsheet.lucene.shard.UpdateState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.common.lucene.index.OpenSearchDirectoryReader;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.unit.ByteSizeValue;
import org.opensearch.core.indices.breaker.CircuitBreakerService;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.tasks.TaskCancelledException;
import org.opensearch.index.IndexService;
import org.opensearch.index.engine.Engine;
import org.opensearch.index.mapper.DocumentMapper;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.shard.IndexShard;
import org.opensearch.indices.IndicesService;
import org.opensearch.tasks.CancellableTask;
import org.opensearch.tasks.Task;
import org.opensearch.transport.TransportChannel;

/** Answers questions from the shards of this node, each on one thread of the searches' pool. */
final class ShardAnswering {

  private static final String SOURCE = "broadsheet";

  /** A question takes its length twice: as bytes, and as what is read from them. */
  static final long AS_READ = 2;

  private final IndicesService indices;
  private final ByteSizeValue longest;
  private final CircuitBreakerService breakers;
  private final AskCounts counts;

  /**
   * @param longest the longest answer
   */
  ShardAnswering(
      IndicesService indices,
      ByteSizeValue longest,
      CircuitBreakerService breakers,
      AskCounts counts) {
    this.indices = indices;
    this.longest = longest;
    this.breakers = breakers;
    this.counts = counts;
  }

  /** Answers on a channel; an exception thrown here becomes the answer. */
  void answer(ShardAsk ask, TransportChannel channel, Task task) throws IOException {
    CancellableTask cancellable = (CancellableTask) task;
    try (AccountedMemory memory = new AccountedMemory(breakers, "a question to " + ask.shard())) {
      if (ask.isOverdue() || cancellable.isCancelled()) {
        throw new TaskCancelledException("nobody waits for the answer any more");
      }
      memory.add(AS_READ * ask.question().length());
      byte[] answer = answer(ask, cancellable);
      memory.add(answer.length);
      channel.sendResponse(new BytesAnswer(new BytesArray(answer)));
      count(ask, () -> counts.answered(answer.length, cancellable, ask.arrived()));
    } catch (IOException | RuntimeException e) {
      count(ask, () -> counts.failed(e, cancellable, ask.arrived()));
      throw e;
    }
  }

  private static void count(ShardAsk ask, Runnable counting) {
    if (!ask.isForVersion()) {
      counting.run();
    }
  }

  private byte[] answer(ShardAsk ask, CancellableTask task) throws IOException {
    IndexService index = indices.indexServiceSafe(ask.shard().getIndex());
    IndexShard shard = index.getShard(ask.shard().id());
    DocumentMapper mapper = shard.mapperService().documentMapper();
    Map<String, Object> meta = mapper == null ? null : mapper.meta();
    ArchiveFormat.check(meta);
    AskedState state =
        AskedState.of(shard.getThreadPool().getThreadContext().getHeader(AskedState.HEADER), meta);
    Asked asked = new Asked(ask.question(), state, state.on(meta));
    ShardQuery.Answering answering = () -> answer(shard, asked, task::isCancelled);
    byte[] answer =
        ask.isForVersion()
            ? answering.answer()
            : query(index, shard, ask, task).answered(answering);
    if (answer.length > longest.getBytes()) {
      throw new OpenSearchStatusException(
          "an answer of %s bytes, more than broadsheet.answer.max of %s"
              .formatted(answer.length, longest),
          RestStatus.INSUFFICIENT_STORAGE);
    }
    return answer;
  }

  private static ShardQuery query(IndexService index, IndexShard shard, ShardAsk ask, Task task) {
    QueryShardContext context =
        index.newQueryShardContext(ask.shard().id(), null, System::currentTimeMillis, null);
    return new ShardQuery(shard, context, ask.question(), task);
  }

  /** A question about a state of the archive. */
  private record Asked(BytesReference question, AskedState state, UpdateState shown) {}

  private static byte[] answer(IndexShard shard, Asked asked, BooleanSupplier isCancelled)
      throws IOException {
    // Asked before the reader is taken, since a promotion may end in between.
    boolean isPrimary = shard.isPrimaryMode();
    boolean isPromoted = shard.routingEntry().primary() && !isPrimary;
    try (Engine.Searcher searcher = shard.acquireSearcher(SOURCE)) {
      DirectoryReader shown = searcher.getDirectoryReader();
      OpenSearchDirectoryReader own = OpenSearchDirectoryReader.getOpenSearchDirectoryReader(shown);
      DirectoryReader whole = own.getDelegate();
      if (asked.question().equals(AskRequest.VERSION)) {
        return version(whole, isPromoted);
      }
      if (!isPrimary) {
        asked.state().check(shard.shardId().id(), whole.getVersion());
      }
      return Shard.answer(
          new Shard.View(whole, shown.equals(own) ? whole : shown, asked.shown()),
          BytesReference.toBytes(asked.question()),
          isCancelled);
    }
  }

  private static byte[] version(DirectoryReader reader, boolean isPromoted) {
    if (isPromoted) {
      throw new OpenSearchStatusException(
          "this copy is being promoted and may not show all changes yet",
          RestStatus.SERVICE_UNAVAILABLE);
    }
    return ByteBuffer.allocate(Long.BYTES).putLong(reader.getVersion()).array();
  }
}
