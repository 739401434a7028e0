package broadsheet.names.word;

import java.util.Arrays;

/**
 * A text as tokens: words and marks with their places. A possessive {@code 's} and a hyphen are
 * words of their own; {@code U.S.}, {@code J.} and {@code Mr.} keep their periods. Not thread-safe.
 */
public final class NameText {

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int size;

  private NameText(String text, int[] starts, int[] ends, int size) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.size = size;
  }

  public static NameText of(String text) {
    return new WordSplitter(text).split();
  }

  public static NameText of(String text, int[] starts, int[] ends, int size) {
    return new NameText(text, Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), size);
  }

  public int size() {
    return size;
  }

  public int start(int word) {
    return starts[word];
  }

  public int end(int word) {
    return ends[word];
  }

  public String word(int word) {
    return text.substring(starts[word], ends[word]);
  }

  /** The text of several words with what stands between them. */
  public String words(int from, int to) {
    return text.substring(starts[from], ends[to - 1]);
  }

  /** Whether nothing stands between a word and the one before it. */
  public boolean isGlued(int word) {
    return word > 0 && word < size && ends[word - 1] == starts[word];
  }

  /** Whether a paragraph begins with this word. */
  public boolean beginsParagraph(int word) {
    if (word == 0) {
      return true;
    }
    for (int i = ends[word - 1]; i < starts[word]; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }
}
