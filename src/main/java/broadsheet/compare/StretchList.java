package broadsheet.compare;

import broadsheet.compare.Pieces.Piece;
import broadsheet.compare.VersionComparison.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a row, built piece by piece. The blanks between two pieces differ only where both
 * pieces do. Not thread-safe.
 */
final class StretchList {

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
