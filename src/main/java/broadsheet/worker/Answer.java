package broadsheet.worker;

/**
 * A worker's answer about one file: first any number of parts, then an end or the reason why there
 * is none.
 */
public sealed interface Answer {
  /** The longest part, in bytes. */
  int LONGEST = 64 << 20;

  /** A part of the result, in the encoding that the task and its caller agree on. */
  final class Part implements Answer {
    private final byte[] content;

    /** The bytes must not change any more. */
    Part(byte[] content) {
      this.content = content;
    }

    byte[] content() {
      return content;
    }
  }

  /** The file was parsed to its end. */
  record End() implements Answer {}

  /** The file could not be parsed, or not to its end, for this reason. */
  record Failure(boolean isSkipped, String reason, String detail) implements Answer {}
}
