package broadsheet.lucene.explain;

import broadsheet.engine.result.Explanation.Role;
import broadsheet.lucene.compile.QueryCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.SomeWords;
import broadsheet.lucene.compile.StopWordPhrase;
import broadsheet.query.LoneYear;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Splits a query into the words, phrases, patterns and proximities that a reader typed, each with
 * its role. Their scores add up to that of the query. Not thread-safe.
 */
final class QueryParts {

  /** Tests whether the article matches a part of the query. */
  interface Having {
    boolean test(QueryNode node) throws IOException;
  }

  /**
   * The context of a part of the query.
   *
   * @param around the field and boost around it
   * @param isOutermost whether it is outside of any other node
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

    QueryPart unit(QueryNode node, Role as) {
      return new QueryPart(
          around.apply(node), as, 1f, 1, isExcused, isCounted, isOutermost && as == Role.WANTED);
    }

    QueryPart stopWord(QueryNode node) {
      return new QueryPart(
          around.apply(node), Role.STOP_WORD, SomeWords.STOP_WORD, 1, true, isCounted, isOutermost);
    }

    /** A part that scores beyond others: a whole beyond its members, a character beyond pairs. */
    QueryPart whole(QueryNode node) {
      return new QueryPart(around.apply(node), Role.ALTERNATIVE, 1f, 1, true, isCounted, false);
    }
  }

  private final Having having;
  private final Predicate<QueryNode> isStopWord;
  private final Map<QueryPart, QueryPart> units = new LinkedHashMap<>();

  /**
   * @param isStopWord whether a node is a stop word of the article's language
   */
  QueryParts(Having having, Predicate<QueryNode> isStopWord) {
    this.having = having;
    this.isStopWord = isStopWord;
  }

  /** The parts of a query; one typed twice is listed once. */
  List<QueryPart> of(QueryNode root) throws IOException {
    switch (root) {
      case QueryNode.Together all -> addTogether(all.children(), Place.outermost());
      case QueryNode.AllOf all -> addAll(all.children(), Place.outermost());
      default -> add(root, Place.outermost());
    }
    return new ArrayList<>(units.values());
  }

  /** The parts of a relaxed query, with each word in lower case. */
  List<QueryPart> of(Relaxation relaxation) throws IOException {
    Place outermost = Place.outermost();
    addAll(relaxation.required(), outermost);
    List<QueryNode> pieces = relaxation.pieces().stream().map(SomeWords::lowerCase).toList();
    boolean isAnyWord = pieces.stream().anyMatch(isStopWord.negate());
    for (QueryNode piece : pieces) {
      if (isAnyWord && isStopWord.test(piece)) {
        add(outermost.stopWord(piece));
      } else {
        add(piece, outermost);
      }
    }
    for (QueryNode character : relaxation.characters()) {
      add(outermost.whole(character));
    }
    for (QueryNode whole : relaxation.wholes()) {
      add(outermost.whole(whole));
    }
    return new ArrayList<>(units.values());
  }

  private void add(QueryNode node, Place place) throws IOException {
    switch (node) {
      case QueryNode.Together all -> addTogether(all.children(), place.group(has(node, place)));
      case QueryNode.AllOf all -> addAll(all.children(), place.group(has(node, place)));
      case QueryNode.AnyOf any when LoneYear.wordOf(any).isPresent() -> addYear(any, place);
      case QueryNode.AnyOf any -> addAll(any.children(), place.alternative(has(node, place)));
      case QueryNode.Boosted(QueryNode child, float factor) ->
          add(child, place.within(inner -> new QueryNode.Boosted(inner, factor)));
      case QueryNode.InField(QueryField field, QueryNode child) when field != QueryField.ID ->
          add(child, place.within(inner -> new QueryNode.InField(field, inner)));
      case QueryNode.Not(QueryNode child) -> add(place.unit(child, Role.EXCLUDED));
      case QueryNode.FurnitureShown _ -> {} // about the query, not the article
      case QueryNode.Condition _ -> add(place.unit(node, Role.CONDITION));
      case QueryNode.Everything _,
          QueryNode.TextUnit _,
          QueryNode.Near _,
          QueryNode.NotNear _,
          QueryNode.AtLeast _,
          QueryNode.InField _ ->
          add(place.unit(node, place.role()));
    }
  }

  /** A year counts as a plain word; its date need not match where the text has it. */
  private void addYear(QueryNode.AnyOf year, Place place) throws IOException {
    Place either = place.alternative(has(year, place));
    for (QueryNode met : year.children()) {
      QueryPart unit =
          either.unit(met, met instanceof QueryNode.Word ? Role.ALTERNATIVE : Role.CONDITION);
      add(
          new QueryPart(
              unit.node(),
              unit.role(),
              1f,
              1,
              unit.isExcused(),
              unit.isCounted(),
              place.isOutermost()));
    }
  }

  private boolean has(QueryNode node, Place place) throws IOException {
    return having.test(place.around().apply(node));
  }

  private void addTogether(List<QueryNode> nodes, Place place) throws IOException {
    List<QueryNode> stopWords = QueryCompiler.optionalStopWords(nodes, isStopWord);
    Optional<QueryNode.Phrase> phrase = StopWordPhrase.of(nodes, isStopWord);
    if (phrase.isPresent()) {
      add(place.whole(phrase.get()));
    }
    for (QueryNode node : nodes) {
      if (stopWords.contains(node)) {
        add(place.stopWord(node));
      } else {
        add(node, place);
      }
    }
  }

  private void addAll(List<QueryNode> nodes, Place place) throws IOException {
    for (QueryNode node : nodes) {
      add(node, place);
    }
  }

  private void add(QueryPart unit) {
    units.merge(unit, unit, (known, _) -> known.again());
  }
}
