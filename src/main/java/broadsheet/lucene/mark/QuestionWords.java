package broadsheet.lucene.mark;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.AnswerKind;
import broadsheet.lucene.analysis.AskedQuestion;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.query.QueryField;
import broadsheet.query.tree.PlainWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a question and their weights: their rarity in the archive, less for those before the
 * word that asks. Not thread-safe.
 */
final class QuestionWords {

  /** The weight of a word of the sentences before the question, beside one of the question. */
  private static final double CONTEXT = 0.5;

  private final AskedQuestion question;
  private final DocumentFrequencies statistics;
  private final Map<String, Stems> known = new HashMap<>();

  /**
   * The stems of a question in one language.
   *
   * @param weights by stem
   * @param all their sum
   */
  private record Stems(Map<String, Double> weights, double all) {}

  private QuestionWords(AskedQuestion question, DocumentFrequencies statistics) {
    this.question = question;
    this.statistics = statistics;
  }

  /**
   * The words of a request for the first hits by relevance that asks a question; empty for any
   * other.
   */
  static Optional<QuestionWords> of(CompiledRequest asked) {
    SearchRequest request = asked.request();
    boolean isFirst = request.before() == 0 && request.sort() == SortOrder.RELEVANCE;
    return Optional.of(request.query())
        .filter(_ -> isFirst)
        .flatMap(PlainWords::of)
        .flatMap(words -> AskedQuestion.of(words.text(), asked.compiler().language()))
        .map(question -> new QuestionWords(question, asked.budget().snapshot().termStatistics()));
  }

  AnswerKind kind() {
    return question.kind();
  }

  /** Whether the question has a word, in any case. */
  boolean has(String word) {
    return question.words().stream().anyMatch(word::equalsIgnoreCase);
  }

  /** Those of some stems that are the question's. */
  Set<String> among(Collection<String> stems, String language) {
    Set<String> own = new HashSet<>(stems);
    own.retainAll(of(language).weights().keySet());
    return own;
  }

  /** The part of the question's weight that some of its stems have, 0 to 1. */
  double share(Set<String> stems, String language) {
    Stems of = of(language);
    return of.all() == 0
        ? 0
        : stems.stream().mapToDouble(stem -> of.weights().getOrDefault(stem, 0.0)).sum() / of.all();
  }

  private Stems of(String language) {
    return known.computeIfAbsent(language, this::weighed);
  }

  private Stems weighed(String language) {
    Map<String, Double> weights = new HashMap<>();
    add(question.context(), CONTEXT, language, weights);
    add(question.asked(), 1, language, weights);
    return new Stems(weights, weights.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private void add(
      List<String> words, double factor, String language, Map<String, Double> weights) {
    Set<String> stopWords = StopWords.of(List.of(language));
    for (QueryWord word : stems(String.join(" ", words), language)) {
      if (!stopWords.contains(word.folded())) {
        weights.merge(word.stem(), factor * statistics.rarity(word.stem()), Math::max);
      }
    }
  }

  /** The words of a text of an article. */
  static List<QueryWord> stems(String text, String language) {
    return QueryWord.in(text, IndexSchema.queryAnalyzer(QueryField.BODY, language));
  }
}
