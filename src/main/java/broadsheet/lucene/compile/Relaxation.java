package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.CharacterRun;
import broadsheet.lucene.analysis.WordPieces;
import broadsheet.query.LoneYear;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.ShownFurniture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query of units separated by blanks, split so that articles can match only some of them.
 *
 * @param required always required: exclusions, dates, numbers and named labels
 * @param optional words, phrases and groups as typed, some of which are enough; a unit typed twice
 *     is listed twice
 * @param pieces the optional units split as far as possible: the words of a phrase, the parts of
 *     {@code well-being}, pairs of characters in scripts without blanks between words, by their
 *     weight; at least two
 * @param characters the single characters of long runs without blanks, by their weight, which only
 *     add to the score
 */
public record Relaxation(
    List<QueryNode> required,
    List<QueryNode> optional,
    List<QueryNode> pieces,
    List<QueryNode> characters) {

  /**
   * The weights of a pair of characters and of a single one: see {@code docs/ranking.md}. A
   * character inside a run is in two pairs.
   */
  private static final float PAIR = 0.3f;

  private static final float CHARACTER = 0.7f;

  /** The most units of which a hit is said to lack them. */
  public static final int MOST_CHECKED = 32;

  /** Splits a query; empty when it is of a kind that cannot be relaxed. */
  public static Optional<Relaxation> of(QueryNode root) {
    return of(root, Relaxation::isOptional);
  }

  /** The split with only plain words optional; all other units count as deliberate. */
  public static Optional<Relaxation> ofWords(QueryNode root) {
    return of(root, unit -> LoneYear.plainWord(unit).isPresent());
  }

  private static Optional<Relaxation> of(QueryNode root, Predicate<QueryNode> isOptional) {
    List<QueryNode> required = new ArrayList<>();
    List<QueryNode> optional = new ArrayList<>();
    for (QueryNode child : sideBySide(ShownFurniture.without(root))) {
      (isOptional.test(child) ? optional : required).add(child);
    }
    List<QueryNode> pieces = new ArrayList<>();
    List<QueryNode> characters = new ArrayList<>();
    optional.forEach(unit -> addPieces(unit, pieces, characters));
    return pieces.stream().distinct().count() < 2
        ? Optional.empty()
        : Optional.of(new Relaxation(required, optional, pieces, characters));
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
      case QueryNode.Not _, QueryNode.Everything _, QueryNode.Condition _ -> false;
      case QueryNode.TextUnit _,
          QueryNode.Near _,
          QueryNode.NotNear _,
          QueryNode.AtLeast _,
          QueryNode.Join _ ->
          true;
    };
  }

  private static void addPieces(
      QueryNode unit, List<QueryNode> pieces, List<QueryNode> characters) {
    switch (unit) {
      case QueryNode.Word(String text) ->
          CharacterRun.of(text)
              .ifPresentOrElse(
                  run -> addRun(run, pieces, characters),
                  () -> WordPieces.single(text).forEach(p -> pieces.add(new QueryNode.Word(p))));
      case QueryNode.Phrase(String text, int _) ->
          Arrays.stream(text.split(" ", -1))
              .filter(word -> !word.equals("*"))
              .forEach(word -> addPieces(new QueryNode.Word(word), pieces, characters));
      case QueryNode.Together(List<QueryNode> children) ->
          children.stream()
              .filter(Relaxation::isOptional)
              .forEach(child -> addPieces(child, pieces, characters));
      default -> pieces.add(unit);
    }
  }

  private static void addRun(CharacterRun run, List<QueryNode> pieces, List<QueryNode> characters) {
    run.words().forEach(word -> pieces.add(new QueryNode.Word(word)));
    run.pairs().forEach(pair -> pieces.add(weighted(pair, PAIR)));
    run.characters().forEach(one -> characters.add(weighted(one, CHARACTER)));
    run.ofQuestions()
        .forEach(one -> characters.add(weighted(one, CHARACTER * SomeWords.STOP_WORD)));
    if (run.words().isEmpty() && run.pairs().isEmpty()) {
      run.characters().forEach(one -> pieces.add(weighted(one, PAIR)));
    }
  }

  private static QueryNode weighted(String text, float weight) {
    return new QueryNode.Boosted(new QueryNode.Word(text), weight);
  }

  /** A piece without its weight. */
  private static QueryNode plain(QueryNode piece) {
    return piece instanceof QueryNode.Boosted(QueryNode child, float _) ? child : piece;
  }

  /** The units to show a reader: as typed or, for a single typed unit, its pieces. */
  public List<QueryNode> counted() {
    return optional.size() == 1 ? pieces.stream().map(Relaxation::plain).toList() : optional;
  }

  /**
   * Phrases and groups, which score beyond their pieces where an article matches them as a whole.
   * The parts of a word score only by themselves: the hyphen in {@code co-founder} makes it no more
   * important than other words.
   */
  public List<QueryNode> wholes() {
    return optional.stream()
        .distinct()
        .filter(unit -> LoneYear.plainWord(unit).isEmpty() && !pieces.contains(unit))
        .toList();
  }
}
