package broadsheet.lucene.proximity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * One occurrence in a field's text.
 *
 * @param words its parts, in the order of the text; at least one
 */
record Occurrence(List<Words> words) {

  /** Words from the first to the last, both included; offsets in the text, end exclusive. */
  record Words(int start, int end, int startOffset, int endOffset) {}

  /** With more occurrences in an article than this, words are no longer grouped by occurrence. */
  private static final int MOST_GROUPED = 500;

  /** An occurrence of a single word. */
  static Occurrence ofWord(int position, int startOffset, int endOffset) {
    return new Occurrence(List.of(new Words(position, position, startOffset, endOffset)));
  }

  /** All occurrences in an article, in the order of the text. */
  static List<Occurrence> of(OccurrenceCursor cursor, int document) throws IOException {
    Stretches found = cursor.at(document);
    if (found.size() > MOST_GROUPED) {
      return apart(cursor, found.size());
    }
    List<Occurrence> all = new ArrayList<>();
    BitSet one = new BitSet();
    for (int i = 0; i < found.size(); i++) {
      one.clear();
      one.set(i);
      List<Words> words = new ArrayList<>();
      cursor.mark(one, (s, e, from, to) -> words.add(new Words(s, e, from, to)));
      words.sort(Comparator.comparingInt(Words::startOffset).thenComparingInt(Words::endOffset));
      all.add(new Occurrence(words));
    }
    all.sort(Comparator.comparingInt(each -> each.words.getFirst().startOffset()));
    return all;
  }

  /** Each word as an occurrence of its own. */
  private static List<Occurrence> apart(OccurrenceCursor cursor, int size) {
    BitSet all = new BitSet();
    all.set(0, size);
    List<Occurrence> words = new ArrayList<>();
    cursor.mark(
        all, (s, e, from, to) -> words.add(new Occurrence(List.of(new Words(s, e, from, to)))));
    words.sort(Comparator.comparingInt(each -> each.words.getFirst().startOffset()));
    return words;
  }

  /** Its whole extent, from the first of its words to the last. */
  Words whole() {
    Words first = words.getFirst();
    if (words.size() == 1) {
      return first;
    }
    int end = first.end();
    int endOffset = first.endOffset();
    for (Words each : words) {
      end = Math.max(end, each.end());
      endOffset = Math.max(endOffset, each.endOffset());
    }
    return new Words(first.start(), end, first.startOffset(), endOffset);
  }
}
