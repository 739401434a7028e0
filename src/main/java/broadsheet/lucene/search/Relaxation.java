package broadsheet.lucene.search;

import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query of units set side by side, parted for the case that no article has them all.
 *
 * @param required what holds in any case: exclusions, dates, numbers and named labels
 * @param relaxable words, phrases and groups of them, of which then most are wanted; at least two
 */
record Relaxation(List<QueryNode> required, List<QueryNode> relaxable) {

  /** The parts without those that the test refuses; empty when fewer than two are left to relax. */
  Optional<Relaxation> only(Predicate<QueryNode> isSearchable) {
    List<QueryNode> kept = relaxable.stream().filter(isSearchable).toList();
    return kept.size() < 2 ? Optional.empty() : Optional.of(new Relaxation(required, kept));
  }

  /** The parts of a query; empty when it is of a kind that is never relaxed. */
  static Optional<Relaxation> of(QueryNode root) {
    if (!(root instanceof QueryNode.Together together)) {
      return Optional.empty();
    }
    List<QueryNode> required = new ArrayList<>();
    List<QueryNode> relaxable = new ArrayList<>();
    together.children().stream()
        .distinct()
        .forEach(child -> (isRelaxable(child) ? relaxable : required).add(child));
    return relaxable.size() < 2
        ? Optional.empty()
        : Optional.of(new Relaxation(required, relaxable));
  }

  private static boolean isRelaxable(QueryNode node) {
    return switch (node) {
      case QueryNode.InField in -> in.field().kind() == QueryField.Kind.TEXT;
      case QueryNode.Boosted boosted -> isRelaxable(boosted.child());
      case QueryNode.Not _,
          QueryNode.Everything _,
          QueryNode.DateRange _,
          QueryNode.DateUnknown _,
          QueryNode.NumberRange _ ->
          false;
      case QueryNode.Word _,
          QueryNode.ExactWord _,
          QueryNode.Phrase _,
          QueryNode.Wildcard _,
          QueryNode.Fuzzy _,
          QueryNode.Near _,
          QueryNode.NotNear _,
          QueryNode.AtLeast _,
          QueryNode.Together _,
          QueryNode.AllOf _,
          QueryNode.AnyOf _ ->
          true;
    };
  }
}
