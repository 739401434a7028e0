package broadsheet.lucene.search;

import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * Ranks articles higher in which the words of a query stand close together. Changes no article's
 * being found.
 */
final class Closeness {

  /** How many moves of a word still count as close. */
  private static final int SLOP = 8;

  private static final int MAX_WORDS = 8;

  private Closeness() {}

  /** The query with closeness added to its score, where it asks for several words at once. */
  static Query added(Query query, QueryNode root, ReaderSnapshot snapshot) {
    return together(root)
        .flatMap(
            text -> new FieldQueries(snapshot, QueryField.BODY, new Automata()).near(text, SLOP))
        .<Query>map(
            near ->
                new BooleanQuery.Builder().add(query, Occur.MUST).add(near, Occur.SHOULD).build())
        .orElse(query);
  }

  private static Optional<List<String>> together(QueryNode root) {
    List<QueryNode> children =
        switch (root) {
          case QueryNode.Together together -> together.children();
          case QueryNode.AllOf all -> all.children();
          default -> List.of();
        };
    List<String> words =
        children.stream()
            .filter(QueryNode.Word.class::isInstance)
            .map(child -> ((QueryNode.Word) child).text())
            .toList();
    return words.size() < 2 || words.size() > MAX_WORDS ? Optional.empty() : Optional.of(words);
  }
}
