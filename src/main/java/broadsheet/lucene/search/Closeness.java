package broadsheet.lucene.search;

import broadsheet.query.QueryNode;
import broadsheet.query.Question;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * How close together the words of a query stand: each two that follow each other in the query add
 * to an article's score by how often, and how near, they stand in its body. Words that only hold a
 * sentence together are passed over.
 *
 * <p>Source: the sequential dependence model of Metzler and Croft, "A Markov random field model for
 * term dependencies", SIGIR 2005; its ordered and its unordered window are here one count of
 * Lucene's sloppy phrase, which is worth less the further apart the two stand.
 */
final class Closeness {

  /** How much a pair counts against a word. */
  static final double WEIGHT = 0.4;

  /** How many moves of a word still count as close. */
  static final int SLOP = 7;

  /** Only the first of very many words are looked at. */
  private static final int MOST_WORDS = 32;

  private Closeness() {}

  /** What scores closeness; empty when the query does not set at least two words side by side. */
  static Optional<Query> of(QueryNode root, LanguageCompiler compiler) {
    List<String> words = words(root);
    return words.size() < 2 ? Optional.empty() : compiler.pairs(words, SLOP);
  }

  /** The plain words a query sets side by side, in their order. */
  static List<String> words(QueryNode root) {
    Optional<Question> question = Question.of(root);
    List<? extends QueryNode> children =
        question.isPresent()
            ? question.get().words()
            : switch (root) {
              case QueryNode.Together together -> together.children();
              case QueryNode.AllOf all -> all.children();
              default -> List.of();
            };
    return children.stream()
        .filter(QueryNode.Word.class::isInstance)
        .map(child -> ((QueryNode.Word) child).text())
        .limit(MOST_WORDS)
        .toList();
  }
}
