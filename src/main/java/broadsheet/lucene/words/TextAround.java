package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.analysis.FoldedWords;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.schema.StoredArticle;
import java.util.ArrayList;
import java.util.List;

/**
 * The words around one or more places of a text that are near each other. Only the surroundings are
 * analysed: a blank separates words wherever the analysis begins.
 *
 * @param words those of the places too, in order
 */
record TextAround(String text, int start, int end, List<Word> words, List<Mark> places) {

  private static final char PARAGRAPH_BREAK = StoredArticle.PARAGRAPH_BREAK.charAt(0);

  /** The characters first read on a side for each word that is wanted. */
  private static final int WORD = 12;

  /** The characters first read on a side besides. */
  private static final int MORE = 24;

  private static final int GROWTH = 4;

  private static final FoldedWords READER = new FoldedWords(StemmedLanguages.NONE);

  /** A word, folded. */
  record Word(String folded, int start, int end) {}

  /**
   * The surroundings of all places of a text; no word is in two of them.
   *
   * @param places in order
   * @param most the number of words wanted on either side of each, in its paragraph
   */
  static List<TextAround> of(String text, List<Mark> places, int most) {
    int reach = WORD * most + MORE;
    while (true) {
      List<TextAround> all = within(text, places, reach);
      if (all.stream().allMatch(each -> each.isEnough(most))) {
        return all;
      }
      reach *= GROWTH;
    }
  }

  private static List<TextAround> within(String text, List<Mark> places, int reach) {
    List<TextAround> all = new ArrayList<>();
    int i = 0;
    while (i < places.size()) {
      int start = from(text, places.get(i), reach);
      int end = to(text, places.get(i), reach);
      List<Mark> together = new ArrayList<>(List.of(places.get(i++)));
      while (i < places.size() && from(text, places.get(i), reach) < end) {
        end = Math.max(end, to(text, places.get(i), reach));
        together.add(places.get(i++));
      }
      all.add(new TextAround(text, start, end, words(text, start, end), together));
    }
    return all;
  }

  private static List<Word> words(String text, int start, int end) {
    List<Word> words = new ArrayList<>();
    READER.read(
        text.substring(start, end),
        (folded, from, to) -> words.add(new Word(folded, start + from, start + to)));
    return words;
  }

  private static int from(String text, Mark place, int reach) {
    int from = paragraph(text, place, Math.max(0, place.start() - reach));
    while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static int to(String text, Mark place, int reach) {
    int to = paragraphEnd(text, place, Math.min(text.length(), place.end() + reach));
    while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /** The beginning of the paragraph in which a place begins, or a later offset. */
  static int paragraph(String text, Mark place, int least) {
    int from = place.start();
    while (from > least && text.charAt(from - 1) != PARAGRAPH_BREAK) {
      from--;
    }
    return from;
  }

  /** The end of the paragraph in which a place ends, or an earlier offset. */
  static int paragraphEnd(String text, Mark place, int most) {
    int end = text.indexOf(PARAGRAPH_BREAK, place.end(), Math.max(place.end(), most));
    return end < 0 ? Math.max(place.end(), most) : end;
  }

  /** Paragraphs may be as long as a book, so their bounds are looked for beside few places only. */
  private boolean isEnough(int most) {
    for (Mark place : places) {
      boolean isCutBefore =
          before(place) + 1 < most && start > paragraph(text, place, Math.max(0, start - 1));
      boolean isCutBehind =
          words.size() - behind(place) < most
              && end < paragraphEnd(text, place, Math.min(text.length(), end + 1));
      if (isCutBefore || isCutBehind) {
        return false;
      }
    }
    return true;
  }

  /** The index of the last word before a place; -1 if there is none. */
  int before(Mark place) {
    int at = -1;
    int end = words.size();
    while (end - at > 1) {
      int middle = (at + end) / 2;
      if (words.get(middle).end() <= place.start()) {
        at = middle;
      } else {
        end = middle;
      }
    }
    return at;
  }

  /** The index of the first word behind a place; the number of words if there is none. */
  int behind(Mark place) {
    int at = Math.max(0, before(place));
    while (at < words.size() && words.get(at).start() < place.end()) {
      at++;
    }
    return at;
  }

  /**
   * The words before a place in its paragraph, the nearest first.
   *
   * @param most the most words
   */
  List<Word> left(Mark place, int most) {
    List<Word> left = new ArrayList<>();
    int last = place.start();
    for (int at = before(place);
        at >= 0 && left.size() < most && isOneParagraph(words.get(at).end(), last);
        at--) {
      left.add(words.get(at));
      last = words.get(at).start();
    }
    return left;
  }

  /**
   * The words behind a place in its paragraph, the nearest first.
   *
   * @param most the most words
   */
  List<Word> right(Mark place, int most) {
    List<Word> right = new ArrayList<>();
    int last = place.end();
    for (int at = behind(place);
        at < words.size() && right.size() < most && isOneParagraph(last, words.get(at).start());
        at++) {
      right.add(words.get(at));
      last = words.get(at).end();
    }
    return right;
  }

  private boolean isOneParagraph(int from, int to) {
    return to <= from || text.indexOf(PARAGRAPH_BREAK, from, to) < 0;
  }
}
