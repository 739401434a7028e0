package broadsheet.lucene.search;

import broadsheet.engine.Explanation.Role;
import broadsheet.query.LoneYear;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes a query apart into what a reader typed: words, phrases, patterns and what is near what,
 * each with what it is there for. Their scores together are the query's. Not shared between
 * threads.
 */
final class AskedUnits {

  /** Tells whether the article has what a part of the query asks for. */
  interface Having {
    boolean test(QueryNode node) throws IOException;
  }

  /**
   * What holds for all pieces of a part of the query.
   *
   * @param around what stands around it: a field, a boost
   * @param isOutermost whether it stands in nothing else
   */
  private record Place(
      UnaryOperator<QueryNode> around,
      Role role,
      boolean isExcused,
      boolean isCounted,
      boolean isOutermost) {

    static Place outermost() {
      return new Place(UnaryOperator.identity(), Role.WANTED, false, true, true);
    }

    Place within(UnaryOperator<QueryNode> closer) {
      return new Place(node -> around.apply(closer.apply(node)), role, isExcused, isCounted, false);
    }

    Place alternative(boolean isAnyThere) {
      return new Place(around, Role.ALTERNATIVE, isExcused || isAnyThere, isCounted, false);
    }

    Place group(boolean isThere) {
      return new Place(around, role, isExcused, isCounted && isThere, false);
    }

    AskedUnit unit(QueryNode node, Role as) {
      return new AskedUnit(
          around.apply(node), as, 1, isExcused, isCounted, isOutermost && as == Role.WANTED);
    }
  }

  private final Having having;
  private final Map<AskedUnit, AskedUnit> units = new LinkedHashMap<>();

  private AskedUnits(Having having) {
    this.having = having;
  }

  /** The pieces of a query; one typed twice is told once. */
  static List<AskedUnit> of(QueryNode root, Having having) throws IOException {
    AskedUnits asked = new AskedUnits(having);
    switch (root) {
      case QueryNode.Together all -> asked.addAll(all.children(), Place.outermost());
      case QueryNode.AllOf all -> asked.addAll(all.children(), Place.outermost());
      default -> asked.add(root, Place.outermost());
    }
    return new ArrayList<>(asked.units.values());
  }

  /**
   * The pieces of a question.
   *
   * @param isAsked tells the words that are looked for from those that are passed over
   * @param isAnswered whether the article has enough of them
   */
  static List<AskedUnit> of(
      Question question, Predicate<QueryNode.Word> isAsked, boolean isAnswered, Having having)
      throws IOException {
    AskedUnits asked = new AskedUnits(having);
    for (QueryNode.Word typed : question.words()) {
      QueryNode.Word word = new QueryNode.Word(typed.text().toLowerCase(Locale.ROOT));
      Role role = isAsked.test(typed) ? Role.ALTERNATIVE : Role.PASSED_OVER;
      asked.add(new AskedUnit(word, role, 1, isAnswered, true, true));
    }
    asked.addAll(question.rest(), Place.outermost());
    return new ArrayList<>(asked.units.values());
  }

  private void add(QueryNode node, Place place) throws IOException {
    switch (node) {
      case QueryNode.Together all -> addAll(all.children(), place.group(has(node, place)));
      case QueryNode.AllOf all -> addAll(all.children(), place.group(has(node, place)));
      case QueryNode.AnyOf any when LoneYear.wordOf(any).isPresent() -> addYear(any, place);
      case QueryNode.AnyOf any -> addAll(any.children(), place.alternative(has(node, place)));
      case QueryNode.Boosted(QueryNode child, float factor) ->
          add(child, place.within(inner -> new QueryNode.Boosted(inner, factor)));
      case QueryNode.InField(QueryField field, QueryNode child) when field != QueryField.ID ->
          add(child, place.within(inner -> new QueryNode.InField(field, inner)));
      case QueryNode.Not(QueryNode child) -> add(place.unit(child, Role.EXCLUDED));
      case QueryNode.DateRange _, QueryNode.DateUnknown _, QueryNode.NumberRange _ ->
          add(place.unit(node, Role.CONDITION));
      case QueryNode.Everything _,
          QueryNode.Word _,
          QueryNode.ExactWord _,
          QueryNode.Phrase _,
          QueryNode.Wildcard _,
          QueryNode.Fuzzy _,
          QueryNode.Near _,
          QueryNode.NotNear _,
          QueryNode.AtLeast _,
          QueryNode.InField _ ->
          add(place.unit(node, place.role()));
    }
  }

  /**
   * The word of a year counts as a plain word does; its date need not hold where the text has it.
   */
  private void addYear(QueryNode.AnyOf year, Place place) throws IOException {
    Place either = place.alternative(has(year, place));
    for (QueryNode met : year.children()) {
      AskedUnit unit =
          either.unit(met, met instanceof QueryNode.Word ? Role.ALTERNATIVE : Role.CONDITION);
      add(
          new AskedUnit(
              unit.node(),
              unit.role(),
              1,
              unit.isExcused(),
              unit.isCounted(),
              place.isOutermost()));
    }
  }

  private boolean has(QueryNode node, Place place) throws IOException {
    return having.test(place.around().apply(node));
  }

  private void addAll(List<QueryNode> nodes, Place place) throws IOException {
    for (QueryNode node : nodes) {
      add(node, place);
    }
  }

  private void add(AskedUnit unit) {
    units.merge(unit, unit, (known, _) -> known.again());
  }
}
