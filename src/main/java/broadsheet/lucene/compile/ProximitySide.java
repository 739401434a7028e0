package broadsheet.lucene.compile;

import broadsheet.lucene.proximity.OccurrenceQuery;
import broadsheet.lucene.proximity.Occurrences;
import broadsheet.lucene.proximity.Occurrences.Side;
import broadsheet.query.QueryField;
import broadsheet.query.Reach;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * A side of a proximity in one field, split into parts with positions (spans) and parts that match
 * the article as a whole.
 */
sealed interface ProximitySide {

  /** Occurrences at places of the field. */
  record Spans(Occurrences occurrences) implements ProximitySide {

    /**
     * The occurrences, with pairs replaced by their left sides where the extent of a pair does not
     * matter, because it is not a side of a proximity itself.
     */
    Occurrences counted() {
      return counted(occurrences);
    }

    private static Occurrences counted(Occurrences found) {
      return switch (found) {
        case Occurrences.Pairs(Occurrences left, Occurrences right, Reach reach) ->
            new Occurrences.Having(left, right, new Side(reach, true));
        case Occurrences.Union(List<Occurrences> members) ->
            new Occurrences.Union(members.stream().map(Spans::counted).toList());
        case Occurrences.Unit _,
            Occurrences.Mentions _,
            Occurrences.Having _,
            Occurrences.Lacking _ ->
            found;
      };
    }
  }

  /** A condition on the article without a place: a date, an exclusion, a count. */
  record Whole(Query query) implements ProximitySide {}

  /** All of the parts. */
  record All(List<ProximitySide> parts) implements ProximitySide {}

  /** Any of the parts. */
  record Any(List<ProximitySide> parts) implements ProximitySide {}

  /** Merges alternatives that all have places, so that they are matched in one pass. */
  static ProximitySide any(List<ProximitySide> parts) {
    List<Occurrences> all = new ArrayList<>();
    for (ProximitySide part : parts) {
      if (part instanceof Spans(Occurrences found)) {
        all.add(found);
      }
    }
    return all.size() == parts.size() ? new Spans(new Occurrences.Union(all)) : new Any(parts);
  }

  /** Its query in a field. */
  default Query query(QueryField field) {
    return switch (this) {
      case Spans spans -> OccurrenceQuery.of(field.label(), spans.counted());
      case Whole(Query query) -> query;
      case All(List<ProximitySide> parts) -> joined(parts, Occur.MUST, field);
      case Any(List<ProximitySide> parts) -> joined(parts, Occur.SHOULD, field);
    };
  }

  private static Query joined(List<ProximitySide> parts, Occur occur, QueryField field) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(part.query(field), occur));
    return query.build();
  }
}
