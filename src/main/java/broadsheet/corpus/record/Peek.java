package broadsheet.corpus.record;

/**
 * The beginning of a file, to know its format by. Immutable.
 *
 * @param head up to {@value #LENGTH} bytes, a character for a byte (ISO 8859-1), without a byte
 *     order mark
 * @param isWhole whether that is all of the file
 */
public record Peek(SourceFile file, String head, boolean isWhole) {
  public static final int LENGTH = 64 * 1024;

  /** The head from its first character that is not blank. */
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
