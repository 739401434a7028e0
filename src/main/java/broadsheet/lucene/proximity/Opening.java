package broadsheet.lucene.proximity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;

/**
 * Opens what may occur in a field on one segment of an index.
 *
 * @param isMarking whether offsets are wanted, not only the fact
 */
record Opening(LeafReader reader, String field, Layout layout, boolean isMarking) {

  static Cursor open(LeafReader reader, OccurrenceQuery.Part part, boolean isMarking)
      throws IOException {
    String field = part.field();
    Layout layout =
        hasReach(part.occurrences()) ? Layout.of(reader, field) : Layout.ofPositions(reader, field);
    return new Opening(reader, field, layout, isMarking).open(part.occurrences());
  }

  private static boolean hasReach(Occurrences occurrences) {
    return switch (occurrences) {
      case Occurrences.Unit _ -> false;
      case Occurrences.Union union -> union.members().stream().anyMatch(Opening::hasReach);
      case Occurrences.Pairs _, Occurrences.Having _, Occurrences.Lacking _ -> true;
    };
  }

  private Cursor open(Occurrences occurrences) throws IOException {
    return switch (occurrences) {
      case Occurrences.Unit unit -> unit(unit);
      case Occurrences.Union union -> union(union.members());
      case Occurrences.Pairs pairs ->
          new PairsCursor(
              open(pairs.left()),
              open(pairs.right()),
              nearness(new Occurrences.Side(pairs.reach(), true)));
      case Occurrences.Having having ->
          new HavingCursor(
              open(having.kept()), open(having.other()), nearness(having.side()), true);
      case Occurrences.Lacking lacking ->
          new HavingCursor(
              open(lacking.kept()), open(lacking.other()), nearness(lacking.side()), false);
    };
  }

  private Cursor unit(Occurrences.Unit unit) throws IOException {
    List<Cursor> rows = new ArrayList<>();
    for (Row row : Row.of(unit.query())) {
      rows.add(
          row.slop() == 0
              ? new RowCursor(row, field, layout, reader, isMarking)
              : new MovedRowCursor(row, field, layout, reader, isMarking));
    }
    return rows.size() == 1 ? rows.getFirst() : new UnionCursor(rows);
  }

  private Cursor union(List<Occurrences> members) throws IOException {
    List<Cursor> opened = new ArrayList<>();
    for (Occurrences member : members) {
      opened.add(open(member));
    }
    return new UnionCursor(opened);
  }

  private Nearness nearness(Occurrences.Side side) {
    return new Nearness(side, layout);
  }
}
