package broadsheet.lucene.search;

import broadsheet.engine.Explanation.Learnt;
import broadsheet.engine.Explanation.Pair;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** What the second step of ranking adds to an article's score. Not shared between threads. */
final class ExplainedOrder {

  /** So many of the learnt words are told. */
  private static final int MOST_WORDS = 10;

  private final OneArticle article;
  private final LanguageCompiler compiler;

  ExplainedOrder(OneArticle article, LanguageCompiler compiler) {
    this.article = article;
    this.compiler = compiler;
  }

  /** The pairs of a query's words that stand near each other, each with what it adds. */
  List<Pair> pairs(QueryNode root) throws IOException {
    Map<List<String>, Integer> typed = new LinkedHashMap<>();
    List<String> words = words(root);
    for (int i = 1; i < words.size(); i++) {
      if (!words.get(i - 1).equals(words.get(i))) {
        typed.merge(words.subList(i - 1, i + 1), 1, Integer::sum);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<List<String>, Integer> pair : typed.entrySet()) {
      pair(pair.getKey(), pair.getValue()).ifPresent(pairs::add);
    }
    return pairs;
  }

  private List<String> words(QueryNode root) {
    List<String> words = Closeness.words(root);
    String language = StemmedLanguages.of(article.stored().text(QueryField.LANGUAGE));
    return compiler.in(language).map(own -> own.paired(words)).orElse(words);
  }

  private Optional<Pair> pair(List<String> words, int typed) throws IOException {
    Optional<Query> near = compiler.pairs(words, Closeness.SLOP);
    int times =
        near.isEmpty() ? 0 : article.spots(near.get()).counts().getOrDefault(QueryField.BODY, 0);
    return times == 0
        ? Optional.empty()
        : Optional.of(
            new Pair(
                words.getFirst(),
                words.getLast(),
                times,
                typed * Closeness.WEIGHT * article.score(near.orElseThrow())));
  }

  /**
   * What it has of the words learnt.
   *
   * @param learnt as {@link Feedback} made it
   */
  Learnt learnt(Query learnt) throws IOException {
    List<BooleanClause> clauses =
        learnt instanceof BooleanQuery words ? words.clauses() : List.of();
    Map<String, Double> scores = new HashMap<>();
    for (BooleanClause clause : clauses) {
      double score = article.score(clause.query());
      if (score > 0) {
        List<String> forms = article.spots(clause.query()).forms();
        scores.merge(forms.isEmpty() ? "" : forms.getFirst(), score, Double::sum);
      }
    }
    List<String> told =
        scores.entrySet().stream()
            .filter(of -> !of.getKey().isEmpty())
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_WORDS)
            .map(Map.Entry::getKey)
            .toList();
    return new Learnt(told, scores.size(), clauses.size(), article.score(learnt));
  }
}
