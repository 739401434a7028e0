package broadsheet.query.token;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A word as typed, split into its text and the marks before and after it.
 *
 * @param text without marks and without the punctuation of the sentence around it; may be empty
 * @param isExact whether it was preceded by {@code =}
 * @param edits the number after {@code ~}, 0 to 2; empty when there was no {@code ~}
 * @param boost the factor after {@code ^}; 1 for none
 */
public record TypedWord(String text, boolean isExact, OptionalInt edits, float boost) {
  private static final int MOST_EDITS = 2;
  private static final Pattern NUMBER = Pattern.compile("\\d++(?:\\.\\d++)?");

  /** Parses a word of running text. */
  public static TypedWord of(String typed, Notes notes) {
    Scan scan = new Scan(typed, notes);
    scan.dropStart();
    scan.readMarks();
    return scan.result();
  }

  /**
   * Parses a value whose own marks mean something, such as a date: removes only boost and comma, if
   * anything is left then.
   */
  public static TypedWord verbatim(String typed, Notes notes) {
    Scan scan = new Scan(typed, notes);
    scan.readBoosts();
    TypedWord word = scan.result();
    return word.text().isBlank() ? new Scan(typed, notes).result() : word;
  }

  public boolean isWildcard() {
    return text.indexOf('*') >= 0 || (text.indexOf('?') >= 0 && !isAddress(text));
  }

  /** In a URL a question mark is no wildcard. */
  private static boolean isAddress(String text) {
    return text.contains("://");
  }

  /** Scans inwards from both ends. */
  private static final class Scan {
    private final String typed;
    private final Notes notes;
    private final boolean isAddress;
    private final int firstAsterisk;
    private final int firstQuestionMark;
    private int start;
    private int end;
    private boolean isExact;
    private OptionalInt edits = OptionalInt.empty();
    private float boost = Boost.NONE;

    Scan(String typed, Notes notes) {
      this.typed = typed;
      this.notes = notes;
      isAddress = isAddress(typed);
      firstAsterisk = typed.indexOf('*');
      firstQuestionMark = typed.indexOf('?');
      end = typed.length();
    }

    TypedWord result() {
      return new TypedWord(typed.substring(start, end), isExact, edits, boost);
    }

    void dropStart() {
      while (start < end) {
        char c = typed.charAt(start);
        if (c == '=') {
          isExact = true;
        } else if (!Characters.isDroppedAtStart(c)) {
          return;
        }
        start++;
      }
    }

    void readMarks() {
      do {
        dropEnd();
      } while (readMark());
    }

    void readBoosts() {
      do {
        while (end > start && (",;:!?".indexOf(last()) >= 0 || isLoneFullStop())) {
          end--;
        }
      } while (markAt() == '^' && readMark());
    }

    private boolean isLoneFullStop() {
      return last() == '.' && (end < 2 || typed.charAt(end - 2) != '.');
    }

    private char last() {
      return typed.charAt(end - 1);
    }

    private void dropEnd() {
      boolean isQuestion = endsInQuestion();
      int typedEnd = end;
      while (end > start && (Characters.isDroppedAtEnd(last()) || (isQuestion && last() == '?'))) {
        end--;
      }
      if (end < typedEnd && typed.charAt(end) == '.' && isAbbreviation()) {
        end++;
      }
      if (!isAddress && typed.substring(end, typedEnd).indexOf('?') >= 0) {
        noteQuestion();
      }
    }

    private void noteQuestion() {
      notes.add(
          Notes.quoted(typed)
              + " was searched as "
              + Notes.excerpt(typed.substring(start, end))
              + "; a question mark that ends a word is not a wildcard");
    }

    /** Whether question marks at the end are punctuation, because there is no other wildcard. */
    private boolean endsInQuestion() {
      int lastSearchable = end;
      while (lastSearchable > start
          && !Characters.isSearchable(typed.codePointBefore(lastSearchable))) {
        lastSearchable--;
      }
      boolean hasAsterisk = firstAsterisk >= 0 && firstAsterisk < end;
      boolean hasQuestionMark = firstQuestionMark >= 0 && firstQuestionMark < lastSearchable;
      return !hasAsterisk && (isAddress || !hasQuestionMark);
    }

    /** Whether the dot just dropped belongs to the word: {@code U.S.}, {@code Ph.D.} */
    private boolean isAbbreviation() {
      int dot = typed.lastIndexOf('.', end - 1);
      return dot > start && end - dot <= 3 && Character.isLetter(last());
    }

    /** The mark at the end of the text, before its number; 0 for none. */
    private char markAt() {
      int at = startOfNumber() - 1;
      return at > start && "~^".indexOf(typed.charAt(at)) >= 0 && isNumberOrEmpty(at + 1)
          ? typed.charAt(at)
          : 0;
    }

    private int startOfNumber() {
      int at = end;
      while (at > start && (isDigit(typed.charAt(at - 1)) || typed.charAt(at - 1) == '.')) {
        at--;
      }
      return at;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private boolean isNumberOrEmpty(int from) {
      return from == end || NUMBER.matcher(typed).region(from, end).matches();
    }

    private boolean readMark() {
      char mark = markAt();
      if (mark == 0) {
        return false;
      }
      int number = startOfNumber();
      String digits = typed.substring(number, end);
      end = number - 1;
      if (mark == '~') {
        edits = OptionalInt.of(editsOf(digits));
      } else if (digits.isEmpty()) {
        notes.add("`^` without a number was left out");
      } else {
        boost = Boost.product(boost, Boost.of(digits));
      }
      return true;
    }

    private int editsOf(String digits) {
      if (digits.isEmpty()) {
        return MOST_EDITS;
      }
      float asked = Float.parseFloat(digits);
      if (asked > MOST_EDITS || digits.indexOf('.') >= 0) {
        notes.add("`~" + Characters.cut(digits, 10) + "` was read as `~2`, the largest allowed");
        return MOST_EDITS;
      }
      return (int) asked;
    }
  }
}
