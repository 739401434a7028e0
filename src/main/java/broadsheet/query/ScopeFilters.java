package broadsheet.query;

import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.DateUnknown;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Together;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Extracts the part of a query that limits where to search: its dates, sources, languages. */
public final class ScopeFilters {

  private static final Set<QueryField> PLACES =
      Set.of(QueryField.SOURCE, QueryField.SECTION, QueryField.LANGUAGE, QueryField.COLLECTION);

  private ScopeFilters() {}

  /** The conditions on where every match must be; {@link Everything} where a query has none. */
  public static QueryNode of(QueryNode query) {
    List<QueryNode> parts = parts(query).toList();
    return switch (parts.size()) {
      case 0 -> new Everything();
      case 1 -> parts.getFirst();
      default -> new AllOf(parts);
    };
  }

  private static Stream<QueryNode> parts(QueryNode node) {
    return switch (node) {
      case DateRange range -> Stream.of(range);
      case DateUnknown unknown -> Stream.of(unknown);
      case InField place when PLACES.contains(place.field()) -> Stream.of(place);
      case AllOf(List<QueryNode> children) -> children.stream().flatMap(ScopeFilters::parts);
      case Together(List<QueryNode> children) -> children.stream().flatMap(ScopeFilters::parts);
      case Boosted(QueryNode child, float _) -> parts(child);
      default -> Stream.empty();
    };
  }
}
