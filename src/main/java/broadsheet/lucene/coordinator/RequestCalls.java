package broadsheet.lucene.coordinator;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.meaning.FusedArticles;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.shard.PassageQuestion;
import broadsheet.lucene.shard.ShardCall;
import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.StatisticRequest;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The calls of one request to the shards, and how many of these answered. Not thread-safe. */
final class RequestCalls {

  /** Starts at a random number, so that requests of different servers have different names. */
  private static final AtomicLong REQUESTS = new AtomicLong(new SecureRandom().nextLong());

  private final ShardedArchive archive;
  private final List<NameCorrection> corrections;
  private final boolean isHeavy;
  private final Duration limit;
  private final Deadline deadline;
  private final String request = Long.toHexString(REQUESTS.incrementAndGet());
  private int answered = Integer.MAX_VALUE;
  private int parts;

  RequestCalls(
      ShardedArchive archive,
      List<NameCorrection> corrections,
      boolean isHeavy,
      Duration limit,
      Deadline deadline) {
    this.archive = archive;
    this.corrections = corrections;
    this.isHeavy = isHeavy;
    this.limit = limit;
    this.deadline = deadline;
    parts = archive.parts().get();
  }

  /** The number of shards; 0 while it is unknown. */
  int parts() {
    return parts;
  }

  /** The smallest number of shards that answered a call. */
  int answered() {
    return answered;
  }

  /** Whether all shards have answered so far. */
  boolean isWhole() {
    return answered >= parts;
  }

  /**
   * The number of hits to request from each shard so that the best of all are very probably among
   * them: three standard deviations above the mean, as documents are distributed at random. All of
   * them while the number of shards is unknown.
   */
  int share(int best) {
    double mean = (double) best / Math.max(1, parts);
    return Math.min(best, (int) Math.ceil(mean + 3 * Math.sqrt(mean)));
  }

  /** The number of the protocol that all shards know. */
  int protocol() {
    return archive.shards().protocol();
  }

  /**
   * The replies of the shards to a question.
   *
   * @param known facts about the archive
   * @param near the articles near in meaning, if any
   * @throws StateGoneException when they cannot show this state of it any more
   */
  List<ShardCall.Answer> send(
      PartQuestion<?> question,
      Map<StatisticRequest, GlobalStatistic> known,
      Optional<FusedArticles> near)
      throws IOException {
    Duration left = deadline.left();
    ShardCall call =
        new ShardCall(question, known, archive.versions(), corrections, isHeavy, limit, left)
            .fusing(near);
    Shards.Replies replies = archive.shards().ask(call.bytes(protocol()), request, left, isWhole());
    answered = Math.min(answered, replies.replies().size());
    parts = replies.shards();
    archive.parts().set(parts);
    List<ShardCall.Answer> all = new ArrayList<>();
    for (byte[] sent : replies.replies()) {
      ShardCall.Answer reply = ShardCall.Answer.of(sent, protocol());
      if (reply.isGone()) {
        throw new StateGoneException();
      }
      all.add(reply);
    }
    return all;
  }

  /**
   * The answers of the shards of the archive's passages.
   *
   * @param left the time left for them
   */
  <A> List<A> ofPassages(PassageQuestion<A> question, String index, Duration left) {
    return PassageShards.of(archive.shards(), index).ask(question, request, left);
  }

  /** The answer in a reply, which has one. */
  <A> A answer(PartQuestion<A> question, ShardCall.Answer reply) throws IOException {
    return ShardCall.answer(question, reply.answer().orElseThrow(), protocol());
  }
}
