package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.Shard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.common.lucene.index.OpenSearchDirectoryReader;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.unit.ByteSizeValue;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.tasks.TaskCancelledException;
import org.opensearch.index.engine.Engine;
import org.opensearch.index.mapper.DocumentMapper;
import org.opensearch.index.shard.IndexShard;
import org.opensearch.indices.IndicesService;
import org.opensearch.tasks.CancellableTask;
import org.opensearch.tasks.Task;
import org.opensearch.transport.TransportChannel;

/** Answers questions from the shards of this node, each on one thread of the searches' pool. */
final class ShardAnswering {

  private static final String SOURCE = "broadsheet";

  private final IndicesService indices;
  private final ByteSizeValue longest;

  /**
   * @param longest the longest answer
   */
  ShardAnswering(IndicesService indices, ByteSizeValue longest) {
    this.indices = indices;
    this.longest = longest;
  }

  /** Answers on a channel; an exception thrown here becomes the answer. */
  void answer(ShardAsk ask, TransportChannel channel, Task task) throws IOException {
    if (ask.isOverdue() || ((CancellableTask) task).isCancelled()) {
      throw new TaskCancelledException("nobody waits for the answer any more");
    }
    IndexShard shard = indices.indexServiceSafe(ask.shard().getIndex()).getShard(ask.shard().id());
    DocumentMapper mapper = shard.mapperService().documentMapper();
    Map<String, Object> meta = mapper == null ? null : mapper.meta();
    ArchiveFormat.check(meta);
    byte[] answer = answer(shard, LastUpdate.of(meta), ask.question());
    if (answer.length > longest.getBytes()) {
      throw new OpenSearchStatusException(
          "an answer of %s bytes, more than broadsheet.answer.max of %s"
              .formatted(answer.length, longest),
          RestStatus.INSUFFICIENT_STORAGE);
    }
    channel.sendResponse(new ShardAnswer(new BytesArray(answer)));
  }

  private static byte[] answer(IndexShard shard, LastUpdate last, BytesReference question)
      throws IOException {
    // Asked before the reader is taken, since a promotion may end in between.
    boolean isPrimary = shard.isPrimaryMode();
    boolean isPromoted = shard.routingEntry().primary() && !isPrimary;
    try (Engine.Searcher searcher = shard.acquireSearcher(SOURCE)) {
      DirectoryReader reader = unwrapped(searcher.getDirectoryReader());
      if (question.equals(AskRequest.VERSION)) {
        return version(reader, isPromoted);
      }
      if (!isPrimary) {
        last.check(shard.shardId().id(), reader.getVersion());
      }
      return Shard.answer(reader, BytesReference.toBytes(question));
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

  /**
   * The reader below OpenSearch's own wrapper, which is the same one until the shard is refreshed.
   * Other wrappers stay: the security plugin hides documents with one.
   */
  private static DirectoryReader unwrapped(DirectoryReader reader) {
    return reader instanceof OpenSearchDirectoryReader wrapper
        ? ((FilterDirectoryReader) wrapper).getDelegate()
        : reader;
  }
}
