package broadsheet.query.token;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Interprets exclamation marks in a query: {@code !word} excludes, as in Lucene, and {@code word!}
 * is {@code word*}, as in Nexis. Stateless.
 */
public final class Exclamations {

  /** The characters allowed after the mark of a truncated word. */
  private static final Pattern END = Pattern.compile("[,;:.]*(?:\\^[\\d.]*)?");

  private Exclamations() {}

  /** Whether the character excludes the word or group directly after it. */
  public static boolean excludes(char c) {
    return c == '!' || c == '！';
  }

  /** Whether a mark that excludes, or a minus, may come directly after the character. */
  public static boolean mayFollow(char before) {
    return Characters.isBlank(before) || "(|&".indexOf(before) >= 0 || excludes(before);
  }

  /** Whether a query may have truncated words: Spanish exclamations have a mark at each end. */
  public static boolean mayTruncate(String text) {
    return text.indexOf('¡') < 0;
  }

  /**
   * A truncated word with an asterisk in place of its mark; empty where the mark is punctuation:
   * repeated, beside a question mark, after an exact word or an address, and after scripts without
   * blanks, whose words are found inside longer ones anyway.
   */
  public static Optional<String> truncated(String typed) {
    int mark = typed.lastIndexOf('!');
    boolean isTruncated =
        mark > 0
            && endsWord(typed.codePointBefore(mark))
            && END.matcher(typed).region(mark + 1, typed.length()).matches()
            && typed.charAt(0) != '='
            && !typed.contains("://");
    return isTruncated
        ? Optional.of(typed.substring(0, mark) + "*" + typed.substring(mark + 1))
        : Optional.empty();
  }

  /** Explains a pattern that {@link #truncated} returned. */
  public static String note(String pattern) {
    String word = pattern.substring(0, pattern.lastIndexOf('*'));
    return Notes.quoted(word + "!")
        + " was searched as "
        + Notes.quoted(word + "*")
        + "; write "
        + Notes.quoted("=" + word)
        + " for the word itself";
  }

  private static boolean endsWord(int c) {
    return (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK)
        && switch (UnicodeScript.of(c)) {
          case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
          default -> true;
        };
  }
}
