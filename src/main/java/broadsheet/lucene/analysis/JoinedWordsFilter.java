package broadsheet.lucene.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Splits words that the Unicode word rules leave joined by a dot or colon: a sentence end that lost
 * its blank ({@code month.The}), host names, {@code note:this}. Acronyms ({@code U.S}) and numbers
 * stay whole. Each part gets a position and its own offsets.
 */
final class JoinedWordsFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private String rest = "";
  private int restOffset;

  JoinedWordsFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!rest.isEmpty()) {
      increment.setPositionIncrement(1);
      take(rest, restOffset);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (isJoined(term.buffer(), term.length())) {
      take(term.toString(), offset.startOffset());
    }
    return true;
  }

  /** Makes the first part of the text the token and keeps the rest. */
  private void take(String text, int start) {
    int end = 0;
    while (end < text.length() && !isJoint(text.charAt(end))) {
      end++;
    }
    int next = Math.min(text.length(), end + 1);
    rest = text.substring(next);
    restOffset = start + next;
    term.setEmpty().append(text, 0, end);
    offset.setOffset(start, start + end);
  }

  private static boolean isJoined(char[] word, int length) {
    int joints = 0;
    boolean isAcronym = true;
    for (int i = 1; i < length - 1; i++) {
      if (isJoint(word[i])) {
        if (!Character.isLetter(word[i - 1]) || !Character.isLetter(word[i + 1])) {
          return false;
        }
        joints++;
        isAcronym &= word[i] == '.' && (i == 1 || isJoint(word[i - 2]));
      }
    }
    return joints > 0 && !(isAcronym && isJoint(word[length - 2]));
  }

  private static boolean isJoint(char c) {
    return c == '.' || c == ':' || c == '\u2024' || c == '\uFE52' || c == '\uFF0E' || c == '\uFF1A';
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    rest = "";
  }
}
