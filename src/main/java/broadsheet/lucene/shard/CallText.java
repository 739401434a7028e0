package broadsheet.lucene.shard;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteArrayDataInput;
import org.jspecify.annotations.Nullable;

/** Describes a {@link ShardCall} for statistics and logs, without the texts of articles. */
public final class CallText {

  /** The longest description of a query, in characters. */
  private static final int LONGEST = 300;

  private static final String UNKNOWN = "unknown";

  private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();

  private CallText() {}

  private static String name(Class<?> kind) {
    return kind.getSimpleName()
        .replaceFirst("^Of|Question$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of the question, as {@code hits} or {@code all-values}. Looks at the first bytes only.
   *
   * @param call the bytes of a call, or as many as there are of the first eight
   * @return “unknown” if they are not from a client of this version
   */
  public static String kind(byte[] call) {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(call);
      in.skipBytes(3); // the protocol; neither the call nor its question is null
      WireProtocol known = WireProtocol.of(Wire.protocol(call));
      return NAMES.computeIfAbsent(known.kind(PartQuestion.class, in.readVInt()), CallText::name);
    } catch (IOException | RuntimeException _) {
      return UNKNOWN;
    }
  }

  /**
   * The reader's queries in the question, in the query language and shortened.
   *
   * @param call the bytes of a call
   * @return empty if there are none, or the bytes are not from a client of this version
   */
  public static String queries(byte[] call) {
    try {
      String all =
          queriesIn(ShardCall.of(call).call().question())
              .map(CanonicalText::of)
              .filter(query -> !query.isEmpty())
              .distinct()
              .collect(Collectors.joining("; "));
      return all.codePointCount(0, all.length()) > LONGEST
          ? all.substring(0, all.offsetByCodePoints(0, LONGEST)) + "…"
          : all;
    } catch (IOException | StackOverflowError _) {
      return "";
    }
  }

  private static Stream<QueryNode> queriesIn(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case QueryNode query -> Stream.of(query);
      case SearchRequest request -> Stream.of(request.query());
      case Collection<?> many -> many.stream().flatMap(CallText::queriesIn);
      case Optional<?> one -> one.stream().flatMap(CallText::queriesIn);
      case Record parts -> parts(parts).flatMap(CallText::queriesIn);
      default -> Stream.empty();
    };
  }

  private static Stream<@Nullable Object> parts(Record whole) {
    WireProtocol own = WireProtocol.of(WireProtocol.NEWEST);
    return own.shape(whole.getClass()).slots().stream().map(slot -> slot.of(whole));
  }
}
