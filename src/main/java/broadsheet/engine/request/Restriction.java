package broadsheet.engine.request;

import broadsheet.query.CanonicalText;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.ShownFurniture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A limit on what a search finds, with the search as it is without it: a field or a range in the
 * query, or a filter beside it. All dates together are one. Immutable.
 *
 * @param name for the reader: {@code source:CNN}, {@code the dates}
 * @param query the rest of the query
 * @param filters the other filters
 */
public record Restriction(String name, QueryNode query, Filters filters) {

  private static final String DATES = "the dates";

  /** The limits of a search, one by one; none where nothing would be left to search for. */
  public static List<Restriction> of(QueryNode root, Filters filters) {
    Map<String, List<QueryNode>> typed = typed(root);
    List<Restriction> all = new ArrayList<>();
    typed.forEach(
        (name, limits) ->
            rest(root, limits)
                .ifPresent(rest -> all.add(new Restriction(name, rest, undated(name, filters)))));
    boolean isDated = filters.from().isPresent() || filters.to().isPresent();
    if (isDated && !typed.containsKey(DATES)) {
      all.add(new Restriction(DATES, root, undated(DATES, filters)));
    }
    filters
        .values()
        .forEach(
            (facet, values) -> {
              String name = facet.label() + ":" + String.join(", ", values);
              all.add(new Restriction(name, root, filters.without(facet)));
            });
    return List.copyOf(all);
  }

  /** The query without any of its limits; empty if it has none, or nothing else. */
  public static Optional<QueryNode> unlimited(QueryNode root) {
    List<QueryNode> limits = typed(root).values().stream().flatMap(List::stream).toList();
    return limits.isEmpty() ? Optional.empty() : rest(root, limits);
  }

  private static Filters undated(String name, Filters filters) {
    return name.equals(DATES) ? filters.between(Optional.empty(), Optional.empty()) : filters;
  }

  private static Map<String, List<QueryNode>> typed(QueryNode root) {
    return wanted(ShownFurniture.without(root))
        .filter(Restriction::isLimit)
        .collect(Collectors.groupingBy(Restriction::name, LinkedHashMap::new, Collectors.toList()));
  }

  private static String name(QueryNode limit) {
    return limit instanceof QueryNode.DateRange || limit instanceof QueryNode.DateUnknown
        ? DATES
        : CanonicalText.of(limit);
  }

  /** Whether a part limits a search rather than saying what to find. */
  private static boolean isLimit(QueryNode part) {
    return part instanceof QueryNode.Condition
        || (part instanceof QueryNode.InField(QueryField field, QueryNode _)
            && field.kind() == QueryField.Kind.KEYWORD);
  }

  /** The parts all of which are wanted. */
  private static Stream<QueryNode> wanted(QueryNode node) {
    return node instanceof QueryNode.AllOf || node instanceof QueryNode.Together
        ? node.parts().stream().flatMap(Restriction::wanted)
        : Stream.of(node);
  }

  private static Optional<QueryNode> rest(QueryNode root, List<QueryNode> limits) {
    return without(ShownFurniture.without(root), limits)
        .map(rest -> ShownFurniture.isIn(root) ? ShownFurniture.with(rest) : rest);
  }

  private static Optional<QueryNode> without(QueryNode node, List<QueryNode> limits) {
    if (node instanceof QueryNode.AllOf || node instanceof QueryNode.Together) {
      List<QueryNode> rest =
          node.parts().stream().flatMap(part -> without(part, limits).stream()).toList();
      return rest.size() < 2
          ? rest.stream().findFirst()
          : Optional.of(
              node instanceof QueryNode.AllOf
                  ? new QueryNode.AllOf(rest)
                  : new QueryNode.Together(rest));
    }
    return Set.copyOf(limits).contains(node) ? Optional.empty() : Optional.of(node);
  }
}
