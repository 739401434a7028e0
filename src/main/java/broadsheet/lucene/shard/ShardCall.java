package broadsheet.lucene.shard;

import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.meaning.FusedArticles;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.StatisticRequest;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question with everything that a shard needs to answer it. Immutable.
 *
 * @param facts facts about the whole archive
 * @param versions the versions of articles that are searched
 * @param corrections of the names found in the articles
 * @param isHeavy whether answering may be expensive
 * @param limit the time limit of the reader's request, for the note when it was not enough
 * @param left the time left of it
 * @param fused the articles near in meaning, of all shards; for requests by meaning alone
 */
public record ShardCall(
    PartQuestion<?> question,
    Map<StatisticRequest, GlobalStatistic> facts,
    VersionScope versions,
    List<NameCorrection> corrections,
    boolean isHeavy,
    Duration limit,
    Duration left,
    Optional<FusedArticles> fused) {

  /** The number of this program's protocol. */
  public static final int PROTOCOL = WireProtocol.NEWEST;

  /** The number of the oldest protocol that it understands. */
  public static final int OLDEST_PROTOCOL = WireProtocol.OLDEST;

  /** A call without articles near in meaning. */
  public ShardCall(
      PartQuestion<?> question,
      Map<StatisticRequest, GlobalStatistic> facts,
      VersionScope versions,
      List<NameCorrection> corrections,
      boolean isHeavy,
      Duration limit,
      Duration left) {
    this(question, facts, versions, corrections, isHeavy, limit, left, Optional.empty());
  }

  /** The same call with these articles near in meaning. */
  public ShardCall fusing(Optional<FusedArticles> near) {
    return new ShardCall(question, facts, versions, corrections, isHeavy, limit, left, near);
  }

  /**
   * The reply of a shard.
   *
   * @param answer the answer; empty if facts are missing
   * @param missing the missing facts about the whole archive
   * @param isGone whether the shard cannot show any more the state that was asked for
   */
  public record Answer(Optional<byte[]> answer, Set<StatisticRequest> missing, boolean isGone) {

    /** The bytes to send, in the protocol of the call. */
    byte[] bytes(int protocol) {
      return Wire.bytes(this, Answer.class, protocol);
    }

    /**
     * Reads the bytes that a shard sent.
     *
     * @param protocol that of the call
     * @throws IOException when it is not from a shard of this version
     */
    public static Answer of(byte[] bytes, int protocol) throws IOException {
      return (Answer) Wire.value(bytes, Answer.class, protocol);
    }
  }

  /**
   * The bytes to send.
   *
   * @param protocol the newest that all nodes know, at most {@link #PROTOCOL}
   * @throws broadsheet.engine.EngineException when it cannot be asked in this protocol
   */
  public byte[] bytes(int protocol) {
    return Wire.marked(this, ShardCall.class, protocol);
  }

  /**
   * A call as it arrived.
   *
   * @param protocol the protocol in which it came and is answered
   */
  record Received(ShardCall call, int protocol) {}

  /**
   * Reads the bytes that a client sent.
   *
   * @throws IOException when they are not from a client whose protocol is known
   */
  static Received of(byte[] bytes) throws IOException {
    ShardCall call = (ShardCall) Wire.ofMarked(bytes, ShardCall.class);
    return new Received(call, Wire.protocol(bytes));
  }

  /** The answer to a question as bytes. */
  static <A> byte[] bytes(PartQuestion<A> question, A answer, int protocol) {
    return Wire.bytes(answer, type(question), protocol);
  }

  /**
   * The answer to a question.
   *
   * @param protocol that of the call
   * @throws IOException when the bytes are not one
   */
  @SuppressWarnings("unchecked") // the type is that of the question
  public static <A> A answer(PartQuestion<A> question, byte[] bytes, int protocol)
      throws IOException {
    return (A) Wire.value(bytes, type(question), protocol);
  }

  private static Type type(PartQuestion<?> question) {
    return Arrays.stream(question.getClass().getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(of -> ((ParameterizedType) of).getActualTypeArguments()[0])
        .findFirst()
        .orElseThrow();
  }
}
