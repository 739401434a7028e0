package broadsheet.lucene.compile;

import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/**
 * Makes the phrase of a query of stop words alone, such as {@code to be or not to be}: it ranks the
 * articles that have them in a row first, since singly they say nothing about an article.
 * Stateless.
 */
public final class StopWordPhrase {

  /**
   * The most that a word adds to a score in both stages of the ranking, in multiples of the
   * greatest rarity: by its frequency, in the headline and by expansion terms.
   */
  private static final float MOST_OF_A_WORD = 6;

  private StopWordPhrase() {}

  /**
   * The phrase of units separated by blanks; empty unless they have at least two words, all of them
   * stop words.
   */
  public static Optional<QueryNode.Phrase> of(
      List<QueryNode> units, Predicate<QueryNode> isStopWord) {
    List<QueryNode> wanted = wanted(units);
    return wanted.size() > 1 && wanted.stream().allMatch(isStopWord)
        ? Optional.of(
            new QueryNode.Phrase(
                wanted.stream().map(StopWordPhrase::text).collect(Collectors.joining(" ")), 0))
        : Optional.empty();
  }

  private static List<QueryNode> wanted(List<QueryNode> units) {
    return units.stream().filter(StopWordPhrase::isText).toList();
  }

  /** Conditions, exclusions and values of other fields than texts restrict what is found. */
  static boolean isText(QueryNode unit) {
    return switch (unit) {
      case QueryNode.Condition _, QueryNode.Not _ -> false;
      case QueryNode.InField(QueryField field, QueryNode _) -> field.kind() == QueryField.Kind.TEXT;
      default -> true;
    };
  }

  private static String text(QueryNode stopWord) {
    return switch (stopWord) {
      case QueryNode.Word(String text) -> text;
      case QueryNode.Boosted(QueryNode child, float _) -> text(child);
      default -> throw new IllegalArgumentException("not a stop word: " + stopWord);
    };
  }

  /**
   * The query for all the words, in which the phrase scores more than the words can add.
   *
   * @param units the units that make up the phrase
   */
  static Query first(
      Query all, Query phrase, List<QueryNode> units, FieldScope scope, WordTerms terms) {
    double most = 0;
    for (QueryNode unit : wanted(units)) {
      int words = terms.words(QueryField.BODY, text(unit)).size();
      most += words * boosted(unit, scope).boost();
    }
    float bonus = (float) (MOST_OF_A_WORD * most * terms.statistics().greatestRarity());
    return new BooleanQuery.Builder()
        .add(all, Occur.MUST)
        .add(new BoostQuery(new ConstantScoreQuery(phrase), bonus), Occur.SHOULD)
        .build();
  }

  private static FieldScope boosted(QueryNode unit, FieldScope scope) {
    return unit instanceof QueryNode.Boosted(QueryNode child, float factor)
        ? boosted(child, scope.times(factor))
        : scope;
  }
}
