package broadsheet.lucene.staging;

import broadsheet.engine.EngineException;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.shard.Obsolete;
import broadsheet.lucene.shard.ShardCall;
import broadsheet.lucene.shard.UpdateQuestion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents in shards that one state of an archive shows, and the others, and who reads them.
 *
 * @param shards the shards, asked about that state
 * @param limit the time limit of a question
 */
public record StateDocuments(Asking shards, Duration limit) {

  /** The most documents that a shard names at once. */
  private static final int MOST = 50_000;

  /** Puts a call to every shard. */
  public interface Asking {

    /**
     * The answers of all shards.
     *
     * @throws EngineException when one does not answer
     */
    List<byte[]> answers(byte[] call);
  }

  /** The number of documents that it shows. */
  public long count() {
    return ask(new UpdateQuestion.OfDocuments()).stream().mapToLong(Long::longValue).sum();
  }

  /** Some of those that it does not show, as deletions; empty if there are none. */
  public List<WorkingCopy.Change> others() {
    List<WorkingCopy.Change> others = new ArrayList<>();
    for (List<Obsolete> shard : ask(new UpdateQuestion.OfObsolete(MOST))) {
      shard.forEach(
          each -> others.add(new WorkingCopy.Change(each.id(), each.home(), Optional.empty())));
    }
    return others;
  }

  /** Whether the copies that answer were asked for a state before it within a time. */
  public boolean wereAskedFor(Duration time) {
    return ask(new UpdateQuestion.OfReaders()).stream()
        .anyMatch(since -> since.orElse(Long.MAX_VALUE) < time.toMillis());
  }

  private <A> List<A> ask(PartQuestion<A> question) {
    ShardCall call =
        new ShardCall(question, Map.of(), VersionScope.ALL, List.of(), false, limit, limit);
    List<A> answers = new ArrayList<>();
    try {
      for (byte[] sent : shards.answers(call.bytes(ShardCall.PROTOCOL))) {
        ShardCall.Answer answer = ShardCall.Answer.of(sent, ShardCall.PROTOCOL);
        answers.add(ShardCall.answer(question, answer.answer().orElseThrow(), ShardCall.PROTOCOL));
      }
    } catch (IOException e) {
      throw new EngineException("The shards do not say which documents they hold.", e);
    }
    return answers;
  }
}
