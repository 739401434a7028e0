package broadsheet.lucene.coordinator;

import broadsheet.engine.EngineException;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.semantic.UnreadableVectorsException;
import broadsheet.lucene.shard.PassageQuestion;
import broadsheet.lucene.shard.ShardCall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shards of an archive's passages. */
record PassageShards(Shards shards) {

  /** Those of an archive in an index of a name. */
  static PassageShards of(Shards archive, String index) {
    return new PassageShards(
        archive
            .passages(index)
            .orElseThrow(
                () -> new UnreadableVectorsException("The archive has no passages in " + index)));
  }

  /**
   * The answers of all shards.
   *
   * @param request names the request, see {@link Shards#ask}
   * @throws UnreadableVectorsException when one of them does not answer
   */
  <A> List<A> ask(PassageQuestion<A> question, String request, Duration left) {
    int protocol = shards.protocol();
    ShardCall call =
        new ShardCall(question, Map.of(), VersionScope.ALL, List.of(), false, left, left);
    try {
      Shards.Replies replies = shards.ask(call.bytes(protocol), request, left, true);
      if (!replies.isWhole()) {
        throw new UnreadableVectorsException(
            "Only %s of %s parts of the vectors answered."
                .formatted(replies.replies().size(), replies.shards()));
      }
      List<A> answers = new ArrayList<>();
      for (byte[] reply : replies.replies()) {
        byte[] answer = ShardCall.Answer.of(reply, protocol).answer().orElseThrow();
        answers.add(ShardCall.answer(question, answer, protocol));
      }
      return answers;
    } catch (UnreadableVectorsException e) {
      throw e;
    } catch (IOException | EngineException e) {
      throw new UnreadableVectorsException("The vectors cannot be read: " + e.getMessage(), e);
    }
  }
}
