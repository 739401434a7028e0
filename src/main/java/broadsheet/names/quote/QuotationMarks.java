package broadsheet.names.quote;

import broadsheet.names.Quote.Piece;
import broadsheet.names.quote.SpokenQuotes.Quotation;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the quotations of a text: in double marks, curly or straight. One that runs over several
 * paragraphs opens in each and closes in the last. Marks that do not fit are left out with what
 * they enclose. For one text.
 */
final class QuotationMarks {

  private static final String STRAIGHT = "\"";
  private static final String OPENING = "\u201C";
  private static final String CLOSING = "\u201D";

  private final MentionedWords words;
  private final List<Quotation> found = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  /** The opening mark of the quotation being read; below 0 outside of one. */
  private int open = -1;

  /** The opening mark of the piece being read. */
  private int pieceOpen = -1;

  QuotationMarks(MentionedWords words) {
    this.words = words;
  }

  /** Whether a text has any such marks. */
  static boolean areIn(String text) {
    return text.contains(STRAIGHT) || text.contains(OPENING);
  }

  /** The quotations in their order. */
  List<Quotation> quotations() {
    for (int word = 0; word < words.size(); word++) {
      if (open >= 0 && words.beginsParagraph(word)) {
        goOn(word);
      }
      if (isMark(word)) {
        read(word);
      }
    }
    return found;
  }

  /** Goes on with the quotation in a new paragraph, or gives it up. */
  private void goOn(int word) {
    if (isMark(word) && isOpening(word)) {
      endPiece(word - 1);
    } else {
      open = -1;
    }
  }

  private boolean isMark(int word) {
    return words.isQuotationMark(word) || isDoubled(word);
  }

  /** Whether two apostrophes stand for a closing mark, though a double mark was opened. */
  private boolean isDoubled(int word) {
    return words.is(word, "'") && words.is(word + 1, "'") && words.characterAfter(word) == '\'';
  }

  private void read(int word) {
    if (isOpening(word)) {
      if (open < 0 || !isSameSpeech(word)) {
        open = word;
        pieces.clear();
      } else if (!words.beginsParagraph(word)) {
        endPiece(word - 1);
      }
      pieceOpen = word;
    } else {
      if (open >= 0 && isClosing(word)) {
        close(word);
      }
      open = -1;
    }
  }

  private void close(int word) {
    endPiece(word - 1);
    if (!pieces.isEmpty()) {
      found.add(new Quotation(open, word, List.copyOf(pieces)));
    }
  }

  /** Whether a mark repeats an opening one, at a paragraph or where the end of one was lost. */
  private boolean isSameSpeech(int word) {
    boolean isBetweenSentences =
        words.endsSentence(word - 1) && words.isCapital(pieceOpen + 1) && words.isCapital(word + 1);
    return words.beginsParagraph(word) || isBetweenSentences;
  }

  private void endPiece(int last) {
    if (last > pieceOpen) {
      pieces.add(new Piece(words.start(pieceOpen + 1), words.end(last)));
    }
  }

  private boolean isOpening(int word) {
    char before = words.characterBefore(word);
    char after = words.characterAfter(word);
    return (words.is(word, STRAIGHT) || words.is(word, OPENING))
        && (isBlank(before) || "([\u2014\u2013-".indexOf(before) >= 0)
        && !isBlank(after)
        && ",.;:!?)]\u2014".indexOf(after) < 0;
  }

  private boolean isClosing(int word) {
    return (words.is(word, STRAIGHT) || words.is(word, CLOSING))
        && !isBlank(words.characterBefore(word));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
