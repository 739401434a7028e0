package broadsheet.corpus.record;

/**
 * The beginning of a file, used to recognize its format. Immutable.
 *
 * @param head up to {@value #LENGTH} bytes, one character per byte (ISO 8859-1), without a byte
 *     order mark
 * @param isWhole whether that is the whole file
 */
public record Peek(SourceFile file, String head, boolean isWhole) {
  public static final int LENGTH = 64 * 1024;

  /** The head from its first non-blank character. */
  public String start() {
    return head.stripLeading();
  }

  public boolean hasExtension(String... extensions) {
    for (String extension : extensions) {
      if (file.extension().equals(extension)) {
        return true;
      }
    }
    return false;
  }
}
