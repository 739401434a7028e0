package broadsheet.query;

import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.AtLeast;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.Condition;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.DateUnknown;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Near;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.NotNear;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.TextUnit;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.QueryNode.Word;
import broadsheet.query.token.Boost;
import broadsheet.query.token.Notes;
import broadsheet.query.token.TypedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Combines nodes so that each meaning has one tree: no join directly inside a join of its kind, no
 * double negation, no boost on an exclusion, no field inside another.
 */
final class NormalForm {
  /** Articles with a known date. */
  private static final DateRange ANY_DATE = new DateRange(Optional.empty(), Optional.empty());

  private NormalForm() {}

  /** Units that are all wanted; empty when there are none. */
  static Optional<QueryNode> together(List<QueryNode> children) {
    return join(children, NormalForm::withinTogether, Together::new);
  }

  /** All of the children; empty when there are none. */
  static Optional<QueryNode> allOf(List<QueryNode> children) {
    return join(children, NormalForm::withinAllOf, AllOf::new);
  }

  /** Any of the children; empty when there are none. */
  static Optional<QueryNode> anyOf(List<QueryNode> children) {
    return join(children, NormalForm::withinAnyOf, AnyOf::new);
  }

  private static Stream<QueryNode> withinTogether(QueryNode node) {
    return node instanceof Together(List<QueryNode> inner) ? inner.stream() : Stream.of(node);
  }

  private static Stream<QueryNode> withinAllOf(QueryNode node) {
    return node instanceof AllOf(List<QueryNode> inner) ? inner.stream() : Stream.of(node);
  }

  private static Stream<QueryNode> withinAnyOf(QueryNode node) {
    return node instanceof AnyOf(List<QueryNode> inner) ? inner.stream() : Stream.of(node);
  }

  private static Optional<QueryNode> join(
      List<QueryNode> children,
      Function<QueryNode, Stream<QueryNode>> flattened,
      Function<List<QueryNode>, QueryNode> joined) {
    List<QueryNode> flat = children.stream().flatMap(flattened).toList();
    return flat.size() < 2 ? flat.stream().findFirst() : Optional.of(joined.apply(flat));
  }

  static QueryNode not(QueryNode node) {
    return switch (node) {
      case Not(QueryNode child) -> child;
      case Boosted(QueryNode child, float _) -> not(child);
      case DateUnknown _ -> ANY_DATE;
      case DateRange range when range.equals(ANY_DATE) -> new DateUnknown();
      default -> new Not(node);
    };
  }

  static QueryNode boosted(QueryNode node, float factor) {
    if (factor == Boost.NONE || node instanceof Not) {
      return node;
    }
    if (node instanceof Boosted(QueryNode child, float inner)) {
      return boosted(child, Boost.product(inner, factor));
    }
    return new Boosted(node, factor);
  }

  /** Both sides near each other. A negated side makes it a {@code NotNear}. */
  static QueryNode near(QueryNode left, QueryNode right, Reach reach) {
    if (right instanceof Not(QueryNode unwanted)) {
      return notNear(left, unwanted, reach);
    }
    return left instanceof Not(QueryNode unwanted)
        ? notNear(right, unwanted, reach)
        : new Near(left, right, reach);
  }

  /** The wanted side where nothing of the unwanted is near. */
  static QueryNode notNear(QueryNode wanted, QueryNode unwanted, Reach reach) {
    if (wanted instanceof Not) {
      return wanted;
    }
    return unwanted instanceof Not(QueryNode node)
        ? near(wanted, node, reach)
        : new NotNear(wanted, unwanted, reach);
  }

  /** The node at least {@code count} times; empty when it holds nothing that can be counted. */
  static Optional<QueryNode> atLeast(int count, QueryNode node) {
    return switch (node) {
      case Not _, Condition _, Everything _ -> Optional.empty();
      case AtLeast(int inner, QueryNode child) -> atLeast(Math.max(count, inner), child);
      case Boosted(QueryNode child, float factor) ->
          atLeast(count, child).map(counted -> boosted(counted, factor));
      default -> Optional.of(count == 1 ? node : new AtLeast(count, node));
    };
  }

  /** The node searched in that field, except for parts that have a field of their own. */
  static QueryNode inField(QueryField field, QueryNode node) {
    return switch (node) {
      case Not(QueryNode child) -> not(inField(field, child));
      case Boosted(QueryNode child, float factor) -> boosted(inField(field, child), factor);
      case QueryNode each when field == QueryField.ID || hasField(each) -> inEach(field, each);
      default -> new InField(field, node);
    };
  }

  private static QueryNode inEach(QueryField field, QueryNode node) {
    return switch (node) {
      case Together(List<QueryNode> children) -> new Together(leavesInField(field, children));
      case AllOf(List<QueryNode> children) -> new AllOf(leavesInField(field, children));
      case AnyOf(List<QueryNode> children) -> new AnyOf(leavesInField(field, children));
      case Near(QueryNode left, QueryNode right, Reach reach) ->
          near(inEach(field, left), inEach(field, right), reach);
      case NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) ->
          notNear(inEach(field, wanted), inEach(field, unwanted), reach);
      case AtLeast(int count, QueryNode child) -> new AtLeast(count, inEach(field, child));
      case Not(QueryNode child) -> not(inEach(field, child));
      case Boosted(QueryNode child, float factor) -> boosted(inEach(field, child), factor);
      case InField _, Condition _, Everything _ -> node;
      case TextUnit unit -> new InField(field, field == QueryField.ID ? asId(unit) : unit);
    };
  }

  /** An id is one whole value; its characters have no special meaning. */
  private static QueryNode asId(TextUnit unit) {
    return unit instanceof Phrase || unit.equals(new Wildcard(Wildcard.ANYTHING))
        ? unit
        : new Word(TypedWord.verbatim(unit.text(), new Notes()).text());
  }

  private static List<QueryNode> leavesInField(QueryField field, List<QueryNode> children) {
    List<QueryNode> placed = new ArrayList<>();
    children.forEach(child -> placed.add(inEach(field, child)));
    return placed;
  }

  private static boolean hasField(QueryNode node) {
    return node instanceof InField
        || node instanceof Condition
        || node.parts().stream().anyMatch(NormalForm::hasField);
  }
}
