package broadsheet.names.word;

import java.util.Arrays;
import java.util.Set;

/** The tokenizer of {@link NameText}. */
public final class WordSplitter {

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          ("Mr Mrs Ms Dr Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Adm Prof Rev Hon St Jr"
               + " Sr Inc Corp Co Cos Ltd Bros Mt Ft No vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct"
               + " Nov Dec Calif Mass Penn Pa Conn Fla Ga Ill Mich Minn Wis Tenn Ala Ariz Ark Colo"
               + " Del Ind Kan Ky La Md Mo Mont Neb Nev Okla Ore Tex Vt Va Wash Wyo Assoc Dept Univ"
               + " Brig Maj Spc Pvt Pfc Cpl Alex Chas Wm Geo Thos")
              .split(" ", -1));

  private static final int LONGEST_ABBREVIATION = 5;
  private static final int LONGEST_INITIALS = 12;

  private final String text;
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int size;

  WordSplitter(String text) {
    this.text = text;
  }

  NameText split() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBlank(c)) {
        at++;
      } else {
        int end = isWord(c) ? wordEnd(at) : markEnd(at);
        add(at, end);
        at = end;
      }
    }
    return NameText.of(text, starts, ends, size);
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size++] = end;
  }

  /** An address on the web is one mark, a possessive is one, any other character is one. */
  private int markEnd(int at) {
    if (isApostrophe(text.charAt(at)) && isPossessive(at)) {
      return at + 2;
    }
    return Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length() ? at + 2 : at + 1;
  }

  private int wordEnd(int start) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isWord(c)) {
        at++;
      } else if (isInside(start, at)) {
        at++;
      } else {
        break;
      }
    }
    if (at < text.length() && text.charAt(at) == ':' && text.startsWith("://", at)) {
      return addressEnd(at);
    }
    return isPeriod(at) && keepsPeriod(start, at) ? at + 1 : at;
  }

  private int addressEnd(int at) {
    int end = at;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether a mark stands inside a word: O'Neill, AT&T, 1,000.5, U.S. */
  private boolean isInside(int start, int at) {
    if (at + 1 >= text.length() || !isWord(text.charAt(at + 1))) {
      return false;
    }
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (isApostrophe(c)) {
      return Character.isLetter(before) && Character.isLetter(after) && !isPossessive(at);
    }
    if (c == '&') {
      return Character.isUpperCase(before) && Character.isUpperCase(after);
    }
    if (c == '.') {
      return (Character.isDigit(before) && Character.isDigit(after))
          || (isInitials(start, at) && Character.isLetter(after));
    }
    return c == ',' && Character.isDigit(before) && Character.isDigit(after);
  }

  /** Whether it is single letters, each with a period: U.S. */
  private boolean isInitials(int start, int at) {
    if (at - start > LONGEST_INITIALS) {
      return false;
    }
    for (int i = start; i < at; i++) {
      boolean letter = (i - start) % 2 == 0;
      if (letter ? !Character.isLetter(text.charAt(i)) : text.charAt(i) != '.') {
        return false;
      }
    }
    return (at - start) % 2 == 1;
  }

  private boolean keepsPeriod(int start, int at) {
    if (isInitials(start, at)) {
      return at - start > 1 || Character.isUpperCase(text.charAt(start));
    }
    return at - start <= LONGEST_ABBREVIATION && ABBREVIATIONS.contains(text.substring(start, at));
  }

  private boolean isPeriod(int at) {
    return at < text.length() && text.charAt(at) == '.';
  }

  /** Whether the apostrophe here and the s after it end a word. */
  private boolean isPossessive(int at) {
    return at + 1 < text.length()
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && (at + 2 >= text.length() || !isWord(text.charAt(at + 2)));
  }

  public static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '_';
  }
}
