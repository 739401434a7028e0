package broadsheet.names.tag;

import broadsheet.names.Cue;
import broadsheet.names.NameKind;
import broadsheet.names.NamedPart;
import broadsheet.names.word.WordSplitter;
import java.util.Optional;

/**
 * A mention as it is written, before the article's fuller forms are known.
 *
 * @param surface its text with single blanks, without a comma before {@code Jr.}
 */
record FoundName(
    NamedPart part, int start, int end, String surface, Optional<NameKind> vote, int cues) {

  boolean has(Cue cue) {
    return cue.in(cues);
  }

  boolean isPerson() {
    return vote.filter(kind -> kind == NameKind.PERSON).isPresent();
  }

  /** The text of words as the form of a name is written. */
  static String surface(String text) {
    StringBuilder surface = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = true;
      } else if (c != ',') {
        if (blank) {
          surface.append(' ');
        }
        blank = false;
        surface.append(WordSplitter.isApostrophe(c) ? '\'' : c);
      }
    }
    return surface.toString();
  }
}
