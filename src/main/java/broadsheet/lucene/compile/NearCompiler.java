package broadsheet.lucene.compile;

import broadsheet.engine.result.Note;
import broadsheet.engine.result.Note.Part.Treatment;
import broadsheet.lucene.proximity.Occurrences;
import broadsheet.lucene.proximity.Occurrences.Side;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Compiles proximities in one field. Not thread-safe.
 *
 * <p>A group of required units on one side is split: each must be near the same place of the other
 * side or, where that is such a group as well, near each of its members.
 */
final class NearCompiler {

  /** The most pairs of sides that are combined; two very large groups have more. */
  private static final int MOST_PAIRS = 1_000;

  private static final Lifted NOWHERE =
      new Lifted.Spans(new Occurrences.Unit(new MatchNoDocsQuery("of another field")));

  private final QueryField field;
  private final FieldScope scope;
  private final boolean isNameElsewhere;
  private final UnitCompiler units;
  private final Function<QueryNode, Optional<Query>> wholes;
  private int pairs;

  /**
   * @param scope the fields that the proximity is searched in, of which this is one
   * @param isNameElsewhere whether names are looked for in the other fields alone
   * @param compile compiles conditions on an article as a whole
   */
  NearCompiler(
      QueryField field,
      FieldScope scope,
      boolean isNameElsewhere,
      UnitCompiler units,
      BiFunction<QueryNode, FieldScope, Optional<Query>> compile) {
    this.field = field;
    this.scope = scope;
    this.isNameElsewhere = isNameElsewhere;
    this.units = units;
    wholes = node -> compile.apply(node, scope);
  }

  /** The query of a node in this field alone; empty where nothing of it could be indexed. */
  Optional<Query> query(QueryNode node) {
    return lifted(node).map(found -> found.query(field));
  }

  /** The occurrences of a node; empty where it has no places in the field. */
  Optional<Occurrences> occurrences(QueryNode node) {
    return lifted(node)
        .filter(Lifted.Spans.class::isInstance)
        .map(spans -> ((Lifted.Spans) spans).counted());
  }

  private Optional<Lifted> lifted(QueryNode node) {
    return switch (node) {
      case QueryNode.TextUnit unit when UnitCompiler.isAnything(unit) -> whole(node);
      case QueryNode.TextUnit unit ->
          units.in(field, unit).map(query -> new Lifted.Spans(new Occurrences.Unit(query)));
      case QueryNode.InField(QueryField named, QueryNode child) when isLabel(named) ->
          label(named, child);
      case QueryNode.InField in ->
          scope.in(in.field()).fields().containsKey(field)
              ? lifted(in.child())
              : Optional.of(NOWHERE);
      case QueryNode.Boosted boosted -> lifted(boosted.child()).map(l -> times(l, boosted));
      case QueryNode.Join join -> group(join.children(), !(join instanceof QueryNode.AnyOf));
      case QueryNode.Near near ->
          joined(near.left(), near.right(), (l, r) -> near(l, r, near.reach()));
      case QueryNode.NotNear not ->
          joined(not.wanted(), not.unwanted(), (w, u) -> notNear(w, u, not));
      case QueryNode.Condition _ -> placeless(node);
      case QueryNode.Everything _, QueryNode.AtLeast _, QueryNode.Not _ -> whole(node);
    };
  }

  private static boolean isLabel(QueryField named) {
    return named.kind() == QueryField.Kind.KEYWORD;
  }

  /** Mentions of a name have places. Labels, and names that articles only state, have none. */
  private Optional<Lifted> label(QueryField named, QueryNode child) {
    UnaryOperator<QueryNode> in = part -> new QueryNode.InField(named, part);
    return switch (child) {
      case QueryNode.TextUnit _ when isNameElsewhere && units.areMentioned(named) ->
          Optional.of(NOWHERE);
      case QueryNode.TextUnit unit
          when units.areMentioned(named) && IndexSchema.DEFAULT_FIELDS.containsKey(field) ->
          units
              .mentions(named, unit)
              .<Lifted>map(
                  found -> new Lifted.Spans(new Occurrences.Mentions(found.forms(), found)))
              .or(() -> whole(in.apply(unit)));
      case QueryNode.Boosted boosted -> lifted(in.apply(boosted.child()));
      case QueryNode.Join join ->
          group(join.children().stream().map(in).toList(), !(join instanceof QueryNode.AnyOf));
      case QueryNode.Near(QueryNode left, QueryNode right, Reach reach) ->
          lifted(new QueryNode.Near(in.apply(left), in.apply(right), reach));
      case QueryNode.NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) ->
          lifted(new QueryNode.NotNear(in.apply(wanted), in.apply(unwanted), reach));
      default -> placeless(in.apply(child));
    };
  }

  private Optional<Lifted> placeless(QueryNode node) {
    units.note(new Note.Part(CanonicalText.of(node), Treatment.WITHOUT_PLACE));
    return whole(node);
  }

  private Optional<Lifted> whole(QueryNode node) {
    return wholes.apply(node).map(Lifted.Whole::new);
  }

  private static Lifted times(Lifted lifted, QueryNode.Boosted boosted) {
    return lifted instanceof Lifted.Spans(Occurrences.Unit(Query query))
        ? new Lifted.Spans(new Occurrences.Unit(new BoostQuery(query, boosted.factor())))
        : lifted;
  }

  private Optional<Lifted> group(List<QueryNode> children, boolean isAll) {
    List<Lifted> parts = new ArrayList<>();
    children.forEach(child -> lifted(child).ifPresent(parts::add));
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    return Optional.of(isAll ? new Lifted.All(parts) : Lifted.any(parts));
  }

  private Optional<Lifted> joined(QueryNode left, QueryNode right, BinaryOperator<Lifted> join) {
    Optional<Lifted> one = lifted(left);
    Optional<Lifted> other = lifted(right);
    if (one.isPresent() && other.isPresent()) {
      return Optional.of(join.apply(one.get(), other.get()));
    }
    return one.or(() -> other);
  }

  private Lifted near(Lifted left, Lifted right, Reach reach) {
    if (left instanceof Lifted.Whole || right instanceof Lifted.Whole) {
      return new Lifted.All(List.of(left, right));
    }
    if (left instanceof Lifted.Any(List<Lifted> parts)) {
      return Lifted.any(each(parts, part -> near(part, right, reach)));
    }
    if (right instanceof Lifted.Any(List<Lifted> parts)) {
      return Lifted.any(each(parts, part -> near(left, part, reach)));
    }
    if (left instanceof Lifted.All(List<Lifted> parts)) {
      return right instanceof Lifted.Spans(Occurrences anchor)
          ? anchored(anchor, parts, new Side(reach, false))
          : new Lifted.All(each(parts, part -> near(part, right, reach)));
    }
    Occurrences kept = ((Lifted.Spans) left).occurrences();
    return right instanceof Lifted.All(List<Lifted> parts)
        ? anchored(kept, parts, new Side(reach, true))
        : paired(kept, ((Lifted.Spans) right).occurrences(), reach);
  }

  private Lifted paired(Occurrences left, Occurrences right, Reach reach) {
    return isTooMany()
        ? new Lifted.Spans(left)
        : new Lifted.Spans(new Occurrences.Pairs(left, right, reach));
  }

  /**
   * The occurrences of the anchor that have each part near; parts without a place are additional
   * conditions.
   */
  private Lifted anchored(Occurrences anchor, List<Lifted> parts, Side side) {
    Occurrences kept = anchor;
    List<Lifted> besides = new ArrayList<>();
    for (Lifted part : parts) {
      if (part instanceof Lifted.Spans(Occurrences found) && !isTooMany()) {
        kept = new Occurrences.Having(kept, found, side);
      } else if (part instanceof Lifted.Whole) {
        besides.add(part);
      } else if (!(part instanceof Lifted.Spans)) {
        Lifted place = new Lifted.Spans(anchor);
        besides.add(
            side.isLeft() ? near(place, part, side.reach()) : near(part, place, side.reach()));
      }
    }
    besides.addFirst(new Lifted.Spans(kept));
    return besides.size() == 1 ? besides.getFirst() : new Lifted.All(besides);
  }

  /** From what has no place, the unwanted are excluded anywhere. */
  private Lifted notNear(Lifted wanted, Lifted unwanted, QueryNode.NotNear node) {
    Function<Query, Lifted> without = query -> new Lifted.Whole(FilterQueries.without(query));
    return notNear(
        wanted,
        unwanted,
        node.reach(),
        whole ->
            wholes
                .apply(node.unwanted())
                .<Lifted>map(query -> new Lifted.All(List.of(whole, without.apply(query))))
                .orElse(whole));
  }

  /**
   * @param besides changes the wanted parts that have no place
   */
  private Lifted notNear(
      Lifted wanted, Lifted unwanted, Reach reach, UnaryOperator<Lifted> besides) {
    return switch (wanted) {
      case Lifted.Whole _ -> besides.apply(wanted);
      case Lifted.Any(List<Lifted> parts) ->
          Lifted.any(each(parts, part -> notNear(part, unwanted, reach, besides)));
      case Lifted.All(List<Lifted> parts) ->
          new Lifted.All(each(parts, part -> notNear(part, unwanted, reach, besides)));
      case Lifted.Spans(Occurrences kept) -> lacking(kept, unwanted, reach);
    };
  }

  /**
   * The kept occurrences without the unwanted. If several unwanted units belong together, it is
   * enough that one is not near; if they are alternatives, none may be near.
   */
  private Lifted lacking(Occurrences kept, Lifted unwanted, Reach reach) {
    return switch (unwanted) {
      case Lifted.Spans(Occurrences other) ->
          isTooMany()
              ? new Lifted.Spans(kept)
              : new Lifted.Spans(new Occurrences.Lacking(kept, other, new Side(reach, true)));
      case Lifted.Whole(Query query) ->
          new Lifted.All(
              List.of(new Lifted.Spans(kept), new Lifted.Whole(FilterQueries.without(query))));
      case Lifted.All(List<Lifted> parts) ->
          Lifted.any(each(parts, part -> lacking(kept, part, reach)));
      case Lifted.Any(List<Lifted> parts) -> {
        Lifted left = new Lifted.Spans(kept);
        for (Lifted part : parts) {
          left = notNear(left, part, reach, UnaryOperator.identity());
        }
        yield left;
      }
    };
  }

  private static List<Lifted> each(List<Lifted> parts, Function<Lifted, Lifted> change) {
    return parts.stream().map(change).toList();
  }

  private boolean isTooMany() {
    boolean isTooMany = ++pairs > MOST_PAIRS;
    if (isTooMany) {
      units.note(Note.Plain.GROUPS_TOO_LARGE);
    }
    return isTooMany;
  }
}
