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

  private static final ProximitySide NOWHERE =
      new ProximitySide.Spans(new Occurrences.Unit(new MatchNoDocsQuery("of another field")));

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
        .filter(ProximitySide.Spans.class::isInstance)
        .map(spans -> ((ProximitySide.Spans) spans).counted());
  }

  private Optional<ProximitySide> lifted(QueryNode node) {
    return switch (node) {
      case QueryNode.TextUnit unit when UnitCompiler.isAnything(unit) -> whole(node);
      case QueryNode.TextUnit unit ->
          units.in(field, unit).map(query -> new ProximitySide.Spans(new Occurrences.Unit(query)));
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
  private Optional<ProximitySide> label(QueryField named, QueryNode child) {
    UnaryOperator<QueryNode> in = part -> new QueryNode.InField(named, part);
    return switch (child) {
      case QueryNode.TextUnit _ when isNameElsewhere && units.areMentioned(named) ->
          Optional.of(NOWHERE);
      case QueryNode.TextUnit unit
          when units.areMentioned(named) && IndexSchema.DEFAULT_FIELDS.containsKey(field) ->
          units
              .mentions(named, unit)
              .<ProximitySide>map(
                  found -> new ProximitySide.Spans(new Occurrences.Mentions(found.forms(), found)))
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

  private Optional<ProximitySide> placeless(QueryNode node) {
    units.note(new Note.Part(CanonicalText.of(node), Treatment.WITHOUT_PLACE));
    return whole(node);
  }

  private Optional<ProximitySide> whole(QueryNode node) {
    return wholes.apply(node).map(ProximitySide.Whole::new);
  }

  private static ProximitySide times(ProximitySide lifted, QueryNode.Boosted boosted) {
    return lifted instanceof ProximitySide.Spans(Occurrences.Unit(Query query))
        ? new ProximitySide.Spans(new Occurrences.Unit(new BoostQuery(query, boosted.factor())))
        : lifted;
  }

  private Optional<ProximitySide> group(List<QueryNode> children, boolean isAll) {
    List<ProximitySide> parts = new ArrayList<>();
    children.forEach(child -> lifted(child).ifPresent(parts::add));
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    return Optional.of(isAll ? new ProximitySide.All(parts) : ProximitySide.any(parts));
  }

  private Optional<ProximitySide> joined(
      QueryNode left, QueryNode right, BinaryOperator<ProximitySide> join) {
    Optional<ProximitySide> one = lifted(left);
    Optional<ProximitySide> other = lifted(right);
    if (one.isPresent() && other.isPresent()) {
      return Optional.of(join.apply(one.get(), other.get()));
    }
    return one.or(() -> other);
  }

  private ProximitySide near(ProximitySide left, ProximitySide right, Reach reach) {
    if (left instanceof ProximitySide.Whole || right instanceof ProximitySide.Whole) {
      return new ProximitySide.All(List.of(left, right));
    }
    if (left instanceof ProximitySide.Any(List<ProximitySide> parts)) {
      return ProximitySide.any(each(parts, part -> near(part, right, reach)));
    }
    if (right instanceof ProximitySide.Any(List<ProximitySide> parts)) {
      return ProximitySide.any(each(parts, part -> near(left, part, reach)));
    }
    if (left instanceof ProximitySide.All(List<ProximitySide> parts)) {
      return right instanceof ProximitySide.Spans(Occurrences anchor)
          ? anchored(anchor, parts, new Side(reach, false))
          : new ProximitySide.All(each(parts, part -> near(part, right, reach)));
    }
    Occurrences kept = ((ProximitySide.Spans) left).occurrences();
    return right instanceof ProximitySide.All(List<ProximitySide> parts)
        ? anchored(kept, parts, new Side(reach, true))
        : paired(kept, ((ProximitySide.Spans) right).occurrences(), reach);
  }

  private ProximitySide paired(Occurrences left, Occurrences right, Reach reach) {
    return isTooMany()
        ? new ProximitySide.Spans(left)
        : new ProximitySide.Spans(new Occurrences.Pairs(left, right, reach));
  }

  /**
   * The occurrences of the anchor that have each part near; parts without a place are additional
   * conditions.
   */
  private ProximitySide anchored(Occurrences anchor, List<ProximitySide> parts, Side side) {
    Occurrences kept = anchor;
    List<ProximitySide> besides = new ArrayList<>();
    for (ProximitySide part : parts) {
      if (part instanceof ProximitySide.Spans(Occurrences found) && !isTooMany()) {
        kept = new Occurrences.Having(kept, found, side);
      } else if (part instanceof ProximitySide.Whole) {
        besides.add(part);
      } else if (!(part instanceof ProximitySide.Spans)) {
        ProximitySide place = new ProximitySide.Spans(anchor);
        besides.add(
            side.isLeft() ? near(place, part, side.reach()) : near(part, place, side.reach()));
      }
    }
    besides.addFirst(new ProximitySide.Spans(kept));
    return besides.size() == 1 ? besides.getFirst() : new ProximitySide.All(besides);
  }

  /** From what has no place, the unwanted are excluded anywhere. */
  private ProximitySide notNear(
      ProximitySide wanted, ProximitySide unwanted, QueryNode.NotNear node) {
    Function<Query, ProximitySide> without =
        query -> new ProximitySide.Whole(FilterQueries.without(query));
    return notNear(
        wanted,
        unwanted,
        node.reach(),
        whole ->
            wholes
                .apply(node.unwanted())
                .<ProximitySide>map(
                    query -> new ProximitySide.All(List.of(whole, without.apply(query))))
                .orElse(whole));
  }

  /**
   * @param besides changes the wanted parts that have no place
   */
  private ProximitySide notNear(
      ProximitySide wanted,
      ProximitySide unwanted,
      Reach reach,
      UnaryOperator<ProximitySide> besides) {
    return switch (wanted) {
      case ProximitySide.Whole _ -> besides.apply(wanted);
      case ProximitySide.Any(List<ProximitySide> parts) ->
          ProximitySide.any(each(parts, part -> notNear(part, unwanted, reach, besides)));
      case ProximitySide.All(List<ProximitySide> parts) ->
          new ProximitySide.All(each(parts, part -> notNear(part, unwanted, reach, besides)));
      case ProximitySide.Spans(Occurrences kept) -> lacking(kept, unwanted, reach);
    };
  }

  /**
   * The kept occurrences without the unwanted. If several unwanted units belong together, it is
   * enough that one is not near; if they are alternatives, none may be near.
   */
  private ProximitySide lacking(Occurrences kept, ProximitySide unwanted, Reach reach) {
    return switch (unwanted) {
      case ProximitySide.Spans(Occurrences other) ->
          isTooMany()
              ? new ProximitySide.Spans(kept)
              : new ProximitySide.Spans(
                  new Occurrences.Lacking(kept, other, new Side(reach, true)));
      case ProximitySide.Whole(Query query) ->
          new ProximitySide.All(
              List.of(
                  new ProximitySide.Spans(kept),
                  new ProximitySide.Whole(FilterQueries.without(query))));
      case ProximitySide.All(List<ProximitySide> parts) ->
          ProximitySide.any(each(parts, part -> lacking(kept, part, reach)));
      case ProximitySide.Any(List<ProximitySide> parts) -> {
        ProximitySide left = new ProximitySide.Spans(kept);
        for (ProximitySide part : parts) {
          left = notNear(left, part, reach, UnaryOperator.identity());
        }
        yield left;
      }
    };
  }

  private static List<ProximitySide> each(
      List<ProximitySide> parts, Function<ProximitySide, ProximitySide> change) {
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
