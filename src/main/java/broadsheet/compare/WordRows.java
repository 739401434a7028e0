package broadsheet.compare;

import broadsheet.compare.Pieces.Kind;
import broadsheet.compare.Pieces.Piece;
import broadsheet.compare.VersionComparison.Row;
import broadsheet.compare.VersionComparison.Stretch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the rows of a side-by-side word diff. A row ends where both texts have a paragraph break.
 * Not thread-safe.
 */
final class WordRows {

  private final Pieces first;
  private final Pieces second;
  private final Tally tally;
  private final List<Row> rows = new ArrayList<>();
  private StretchList ofFirst;
  private StretchList ofSecond;
  private int wordsOfFirst;
  private int wordsOfSecond;

  private WordRows(Pieces first, Pieces second, Tally tally) {
    this.first = first;
    this.second = second;
    this.tally = tally;
    ofFirst = new StretchList(first);
    ofSecond = new StretchList(second);
  }

  /** The rows of two texts; differences are counted in the tally. */
  static List<Row> of(Pieces first, Pieces second, Effort effort, Tally tally) {
    Map<String, Integer> numbers = new HashMap<>();
    Alignment found = Alignment.of(numbered(first, numbers), numbered(second, numbers), effort);
    if (!found.isExact()) {
      tally.meetCut();
    }
    return new WordRows(first, second, tally).walked(found);
  }

  private static List<Integer> numbered(Pieces pieces, Map<String, Integer> numbers) {
    List<Integer> numbered = new ArrayList<>(pieces.all().size());
    for (Piece piece : pieces.all()) {
      numbered.add(numbers.computeIfAbsent(pieces.text(piece), _ -> numbers.size()));
    }
    return numbered;
  }

  private List<Row> walked(Alignment found) {
    BitSet byChance = ShortRuns.of(first, second, found);
    int i = 0;
    int j = 0;
    while (i < first.all().size() || j < second.all().size()) {
      for (; found.onlyFirst().get(i); i++) {
        wordsOfFirst += other(first.all().get(i), ofFirst);
      }
      for (; found.onlySecond().get(j); j++) {
        wordsOfSecond += other(second.all().get(j), ofSecond);
      }
      count();
      if (i < first.all().size() && j < second.all().size()) {
        same(first.all().get(i), second.all().get(j), byChance.get(i));
        i++;
        j++;
      }
    }
    end();
    return rows;
  }

  /** Takes a piece that only one text has and returns its number of words. */
  private int other(Piece piece, StretchList side) {
    boolean isBorder = piece.kind() == Kind.BORDER;
    side.add(piece, !isBorder);
    if (!isBorder) {
      tally.meetOther();
    }
    return piece.kind() == Kind.WORD ? 1 : 0;
  }

  private void count() {
    tally.add(wordsOfFirst, wordsOfSecond);
    wordsOfFirst = 0;
    wordsOfSecond = 0;
  }

  private void same(Piece one, Piece counterpart, boolean isByChance) {
    if (one.kind() == Kind.BORDER) {
      end();
    } else {
      ofFirst.add(one, isByChance);
      ofSecond.add(counterpart, isByChance);
    }
  }

  private void end() {
    List<Stretch> before = ofFirst.ended();
    List<Stretch> after = ofSecond.ended();
    if (!before.isEmpty() || !after.isEmpty()) {
      rows.add(new Row(before, after));
    }
    ofFirst = new StretchList(first);
    ofSecond = new StretchList(second);
  }

  /**
   * One side of a row, built piece by piece. The blanks between two pieces differ only where both
   * pieces do. Not thread-safe.
   */
  private static final class StretchList {

    private final Pieces pieces;
    private final List<Stretch> stretches = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isDifferent;
    private int end = -1;

    StretchList(Pieces pieces) {
      this.pieces = pieces;
    }

    void add(Piece piece, boolean differs) {
      String blanks = end < 0 ? "" : pieces.text().substring(end, piece.start());
      if (differs == isDifferent) {
        text.append(blanks);
      } else if (differs) {
        text.append(blanks);
        flush();
      } else {
        flush();
        text.append(blanks);
      }
      isDifferent = differs;
      text.append(pieces.text(piece));
      end = piece.end();
    }

    private void flush() {
      if (!text.isEmpty()) {
        stretches.add(new Stretch(text.toString(), isDifferent));
        text.setLength(0);
      }
    }

    /** The finished stretches. */
    List<Stretch> ended() {
      flush();
      return stretches;
    }
  }
}
