package broadsheet.lucene.proximity;

import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.limits.Steps;
import broadsheet.query.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Opens a description of occurrences on one segment of an index.
 *
 * @param isMarking whether offsets are needed, not only the fact
 * @param steps checks the deadline during long work
 * @param read the readers of terms opened before, since a word may be used many times
 */
record Opening(
    LeafReader reader,
    String field,
    Layout layout,
    boolean isMarking,
    Steps steps,
    Map<List<BytesRef>, Places> read) {

  /** The places of a word with more terms are read article by article. */
  private static final int MOST_FORMS = 4;

  static OccurrenceCursor open(
      LeafReader reader, OccurrenceQuery.Part part, boolean isMarking, Steps steps)
      throws IOException {
    String field = part.field();
    Layout layout =
        hasReach(part.occurrences())
            ? Layout.of(reader, field, steps)
            : Layout.ofPositions(reader, field, steps);
    return new Opening(reader, field, layout, isMarking, steps, new HashMap<>())
        .whole(part.occurrences());
  }

  private static boolean hasReach(Occurrences occurrences) {
    return switch (occurrences) {
      case Occurrences.Unit _, Occurrences.Mentions _ -> false;
      case Occurrences.Union union -> union.members().stream().anyMatch(Opening::hasReach);
      case Occurrences.Pairs _, Occurrences.Having _, Occurrences.Lacking _ -> true;
    };
  }

  private OccurrenceCursor open(Occurrences occurrences) throws IOException {
    return switch (occurrences) {
      case Occurrences.Unit unit -> unit(unit);
      case Occurrences.Mentions mentions -> new MentionCursor(this, mentions.forms());
      case Occurrences.Union union -> union(union.members());
      case Occurrences.Pairs pairs ->
          new PairsCursor(
              open(pairs.left()),
              open(pairs.right()),
              nearness(new Occurrences.Side(pairs.reach(), true)));
      case Occurrences.Having having ->
          new NearbyCursor(
              open(having.kept()), open(having.other()), nearness(having.side()), true);
      case Occurrences.Lacking lacking ->
          new NearbyCursor(
              open(lacking.kept()), open(lacking.other()), nearness(lacking.side()), false);
    };
  }

  /**
   * Opens occurrences that are not part of others: for these, mostly only the existence of one is
   * requested.
   */
  private OccurrenceCursor whole(Occurrences occurrences) throws IOException {
    if (!isMarking
        && occurrences instanceof Occurrences.Having(Occurrences kept, Occurrences other, var side)
        && side.reach() instanceof Reach.Words(int most, boolean _)
        && most < ArticleAnalyzer.PARAGRAPH_GAP) {
      List<BytesRef> mine = fewForms(kept);
      List<BytesRef> theirs = fewForms(other);
      if (!mine.isEmpty() && !theirs.isEmpty()) {
        return new NearWordsCursor(
            stream(mine),
            stream(theirs),
            side,
            most,
            layout,
            adjacent(mine, theirs, side),
            () -> open(occurrences));
      }
    }
    return open(occurrences);
  }

  private AdjacentWords adjacent(List<BytesRef> mine, List<BytesRef> theirs, Occurrences.Side side)
      throws IOException {
    AdjacentWords adjacent = new AdjacentWords();
    if (side.mayBeBefore()) {
      adjacent.add(reader, field, mine, theirs);
    }
    if (side.mayBeAfter()) {
      adjacent.add(reader, field, theirs, mine);
    }
    return adjacent;
  }

  /** The terms of a word that has few; none for anything else. */
  private static List<BytesRef> fewForms(Occurrences occurrences) {
    List<Row> rows =
        occurrences instanceof Occurrences.Unit(Query query) && !(query instanceof TermInSetQuery)
            ? Row.of(query)
            : List.of();
    if (rows.size() != 1 || rows.getFirst().places().size() != 1) {
      return List.of();
    }
    List<BytesRef> terms = rows.getFirst().places().getFirst().terms();
    return terms.size() <= MOST_FORMS ? terms : List.of();
  }

  private LazyPostingsMerge stream(List<BytesRef> terms) throws IOException {
    return new LazyPostingsMerge(reader, field, terms, steps);
  }

  private OccurrenceCursor unit(Occurrences.Unit unit) throws IOException {
    List<OccurrenceCursor> rows = new ArrayList<>();
    for (Row row : Row.of(unit.query())) {
      rows.add(
          row.slop() == 0
              ? new ExactPhraseCursor(row, layout, places(row))
              : new SloppyPhraseCursor(row, layout, places(row), steps));
    }
    return rows.size() == 1 ? rows.getFirst() : new UnionCursor(rows, steps);
  }

  private List<Places> places(Row row) throws IOException {
    List<Places> places = new ArrayList<>();
    for (Row.Place place : row.places()) {
      Places known = read.get(place.terms());
      if (known == null) {
        known = new Places(reader, field, place.terms(), isMarking, steps);
        read.put(place.terms(), known);
      }
      places.add(known);
    }
    return places;
  }

  private OccurrenceCursor union(List<Occurrences> members) throws IOException {
    List<OccurrenceCursor> opened = new ArrayList<>();
    for (Occurrences member : members) {
      opened.add(open(member));
    }
    return new UnionCursor(opened, steps);
  }

  private Nearness nearness(Occurrences.Side side) {
    return new Nearness(side, layout, steps);
  }
}
