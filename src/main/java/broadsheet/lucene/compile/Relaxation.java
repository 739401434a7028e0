package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.WordPieces;
import broadsheet.query.LoneYear;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query of units set side by side, parted for articles that have only some of them.
 *
 * @param required what holds in any case: exclusions, dates, numbers and named labels
 * @param optional words, phrases and groups of them as they were typed, of which some are enough;
 *     one typed twice is here twice
 * @param pieces the same taken apart as far as they go: the words of a phrase, the parts of {@code
 *     well-being}, pairs of characters where there are no blanks between words; at least two
 */
public record Relaxation(
    List<QueryNode> required, List<QueryNode> optional, List<QueryNode> pieces) {

  /** The parts of a query; empty when it is of a kind of which all is wanted. */
  public static Optional<Relaxation> of(QueryNode root) {
    return of(root, Relaxation::isOptional);
  }

  /** The same where only plain words are optional: all else was typed on purpose. */
  public static Optional<Relaxation> ofWords(QueryNode root) {
    return of(root, unit -> LoneYear.plainWord(unit).isPresent());
  }

  private static Optional<Relaxation> of(QueryNode root, Predicate<QueryNode> isOptional) {
    List<QueryNode> required = new ArrayList<>();
    List<QueryNode> optional = new ArrayList<>();
    for (QueryNode child : sideBySide(root)) {
      (isOptional.test(child) ? optional : required).add(child);
    }
    List<QueryNode> pieces = new ArrayList<>();
    optional.forEach(unit -> addPieces(unit, pieces));
    return pieces.stream().distinct().count() < 2
        ? Optional.empty()
        : Optional.of(new Relaxation(required, optional, pieces));
  }

  private static List<QueryNode> sideBySide(QueryNode root) {
    return switch (root) {
      case QueryNode.Together(List<QueryNode> children) -> children;
      case QueryNode.Word _ -> List.of(root);
      default -> List.of();
    };
  }

  private static boolean isOptional(QueryNode node) {
    return switch (node) {
      case QueryNode.InField in -> in.field().kind() == QueryField.Kind.TEXT;
      case QueryNode.Boosted boosted -> isOptional(boosted.child());
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

  private static void addPieces(QueryNode unit, List<QueryNode> pieces) {
    switch (unit) {
      case QueryNode.Word(String text) ->
          WordPieces.single(text).forEach(piece -> pieces.add(new QueryNode.Word(piece)));
      case QueryNode.Phrase(String text, int _) ->
          Arrays.stream(text.split(" ", -1))
              .filter(word -> !word.equals("*"))
              .forEach(word -> addPieces(new QueryNode.Word(word), pieces));
      case QueryNode.Together(List<QueryNode> children) ->
          children.stream().filter(Relaxation::isOptional).forEach(c -> addPieces(c, pieces));
      default -> pieces.add(unit);
    }
  }

  /** The units a reader counts: as typed or, where a single one is typed, its pieces. */
  public List<QueryNode> counted() {
    return optional.size() == 1 ? pieces : optional;
  }

  /**
   * Phrases and groups, which count beyond their pieces where an article has the whole of them. The
   * parts of a word count by themselves alone: that {@code co-founder} was typed with a hyphen
   * makes it no more important than other words.
   */
  public List<QueryNode> wholes() {
    return optional.stream()
        .distinct()
        .filter(unit -> LoneYear.plainWord(unit).isEmpty() && !pieces.contains(unit))
        .toList();
  }
}
