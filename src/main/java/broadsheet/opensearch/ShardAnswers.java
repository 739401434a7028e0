package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The answers of the shards of an index.
 *
 * @param answers the answers, by the numbers of the shards
 * @param failures the reasons of the other shards, by their numbers
 */
public record ShardAnswers(
    SortedMap<Integer, byte[]> answers, SortedMap<Integer, String> failures) {

  /** No answers. */
  static final ShardAnswers NONE = new ShardAnswers(new TreeMap<>(), new TreeMap<>());

  /**
   * Reads the plugin's reply: the number of shards, then for each a byte (0 answered, 1 failed), a
   * length and that many bytes.
   *
   * @throws EngineException when it is something else
   */
  static ShardAnswers of(byte[] body) {
    SortedMap<Integer, byte[]> answers = new TreeMap<>();
    SortedMap<Integer, String> failures = new TreeMap<>();
    try {
      ByteBuffer in = ByteBuffer.wrap(body);
      int shards = in.getInt();
      for (int shard = 0; shard < shards; shard++) {
        boolean isAnswer = in.get() == 0;
        byte[] bytes = bytes(in);
        if (isAnswer) {
          answers.put(shard, bytes);
        } else {
          failures.put(shard, new String(bytes, StandardCharsets.UTF_8));
        }
      }
    } catch (BufferUnderflowException e) {
      throw new EngineException("The plugin's answer is cut off.", e);
    }
    return new ShardAnswers(answers, failures);
  }

  private static byte[] bytes(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** Whether all shards answered. */
  public boolean isWhole() {
    return failures.isEmpty() && !answers.isEmpty();
  }

  /** The number of shards in the index. */
  public int shards() {
    return answers.size() + failures.size();
  }

  /**
   * The answers of all shards, by their numbers.
   *
   * @throws EngineException that names those that did not answer
   */
  public List<byte[]> whole() {
    if (!isWhole()) {
      throw new EngineException(
          "%s of %s parts of the archive did not answer: %s. Try again; if it stays so, see the cluster's health."
              .formatted(failures.size(), shards(), missing(failures)));
    }
    Collection<byte[]> all = answers.values();
    return List.copyOf(all);
  }

  private static String missing(SortedMap<Integer, String> failures) {
    return failures.entrySet().stream()
        .map(failure -> "shard " + failure.getKey() + " (" + failure.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
