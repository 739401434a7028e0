package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.shard.Obsolete;
import broadsheet.lucene.shard.Question;
import broadsheet.lucene.shard.ShardCall;
import broadsheet.lucene.shard.UpdateQuestion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The documents of an index that a state of its archive shows, and the others. Asks the primaries.
 *
 * @param index the name of the index
 */
record StateDocuments(Cluster cluster, String index, ArchiveState state) {

  private static final int MOST = 50_000;

  /** The longest wait for a refresh; slower copies do not answer until they show it. */
  private static final Duration SHOWN = Duration.ofMinutes(1);

  /** The number of documents that it shows. */
  long count() {
    return ask(new UpdateQuestion.OfDocuments()).stream().mapToLong(Long::longValue).sum();
  }

  /** Deletes the others. Returns whether there were any. */
  boolean deleteOthers() {
    List<Obsolete> last = List.of();
    for (List<Obsolete> next = others(); !next.isEmpty(); next = others()) {
      if (next.equals(last)) {
        throw new EngineException(
            "The cluster does not delete documents, such as %s. See its log."
                .formatted(next.getFirst().id()));
      }
      delete(next);
      last = next;
    }
    return !last.isEmpty();
  }

  private List<Obsolete> others() {
    List<Obsolete> others = new ArrayList<>();
    ask(new UpdateQuestion.OfObsolete(MOST)).forEach(others::addAll);
    return others;
  }

  private void delete(List<Obsolete> documents) {
    Map<String, String> rejected =
        cluster.bulk(
            index,
            documents.stream().map(each -> BulkItem.delete(each.id(), each.home())).iterator());
    rejected.forEach(
        (id, reason) -> {
          throw new EngineException("The cluster does not delete %s: %s".formatted(id, reason));
        });
    cluster.refresh(index, SHOWN);
  }

  private <A> List<A> ask(Question<A> question) {
    Duration limit = Cluster.ADMINISTRATION;
    ShardCall call =
        new ShardCall(question, Map.of(), VersionScope.ALL, List.of(), false, limit, limit);
    List<byte[]> replies =
        cluster
            .askPartly(
                new AskedIndex(index, AskedIndex.PRIMARY, state.asked()),
                call.bytes(ShardCall.PROTOCOL),
                limit,
                limit)
            .whole();
    List<A> answers = new ArrayList<>();
    try {
      for (byte[] reply : replies) {
        byte[] answer = ShardCall.Answer.of(reply, ShardCall.PROTOCOL).answer().orElseThrow();
        answers.add(ShardCall.answer(question, answer, ShardCall.PROTOCOL));
      }
    } catch (IOException e) {
      throw new EngineException("The shards of %s do not say what they hold.".formatted(index), e);
    }
    return answers;
  }
}
