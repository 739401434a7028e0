package broadsheet.lucene.explain;

import broadsheet.engine.result.Explanation.Learnt;
import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.engine.result.Explanation.Pair;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.compile.QueryTerms;
import broadsheet.lucene.rank.ExpansionTerms;
import broadsheet.lucene.rank.ForwardReader;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.rank.TermProximityScorer;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/** The amounts that reranking adds to an article's score. Not thread-safe. */
final class ExplainedOrder {

  /** The most expansion terms that are listed. */
  private static final int MOST_WORDS = 10;

  private final ArticleScorer article;
  private final Optional<TermProximityScorer> asked;
  private final Optional<ExpansionTerms> learnt;

  private ExplainedOrder(
      ArticleScorer article, Optional<TermProximityScorer> asked, Optional<ExpansionTerms> learnt) {
    this.article = article;
    this.asked = asked;
    this.learnt = learnt;
  }

  /** The order of an article that was not reranked. */
  static ExplainedOrder none(ArticleScorer article) {
    return new ExplainedOrder(article, Optional.empty(), Optional.empty());
  }

  /**
   * Examines the article in the same way as the reranking.
   *
   * @param learnt the expansion terms
   */
  static ExplainedOrder of(
      ArticleScorer article,
      Reranking reranking,
      Optional<ExpansionTerms> learnt,
      ReaderSnapshot snapshot)
      throws IOException {
    int document = article.document();
    ForwardReader.Read read = new ForwardReader(snapshot).of(document).get(document);
    if (read == null) {
      return none(article);
    }
    Optional<TermProximityScorer> asked = reranking.scores(read.text().language());
    asked.ifPresent(scores -> scores.of(read));
    learnt.ifPresent(words -> words.of(read));
    return new ExplainedOrder(article, asked, learnt);
  }

  /** The amount that all words in the headline add together. */
  double headlines() {
    return asked.map(scores -> words(scores).mapToDouble(scores::headline).sum()).orElse(0.0);
  }

  /**
   * The amount that each word in the headline adds per time it was typed, by its lower-case text.
   */
  Map<String, Double> headline() {
    Map<String, Double> headline = new HashMap<>();
    asked.ifPresent(scores -> words(scores).forEach(word -> add(scores, word, headline)));
    return headline;
  }

  private static void add(TermProximityScorer scores, int number, Map<String, Double> headline) {
    QueryTerms.Word word = scores.asked().words().get(number);
    double each = scores.headline(number) / word.times();
    word.texts().stream()
        .map(text -> text.toLowerCase(Locale.ROOT))
        .distinct()
        .forEach(text -> headline.merge(text, each, Double::sum));
  }

  private static IntStream words(TermProximityScorer scores) {
    return IntStream.range(0, scores.asked().words().size())
        .filter(word -> scores.headline(word) > 0);
  }

  /** The pairs of query words that are near each other, each with the amount it adds. */
  List<Pair> pairs() {
    return asked
        .map(scores -> pairs(scores).mapToObj(pair -> pair(scores, pair)).toList())
        .orElse(List.of());
  }

  private static IntStream pairs(TermProximityScorer scores) {
    return IntStream.range(0, scores.asked().pairs().size()).filter(pair -> scores.times(pair) > 0);
  }

  private static Pair pair(TermProximityScorer scores, int number) {
    QueryTerms.Pair pair = scores.asked().pairs().get(number);
    List<QueryTerms.Word> words = scores.asked().words();
    return new Pair(
        words.get(pair.first()).text(),
        words.get(pair.second()).text(),
        scores.times(number),
        scores.closeness(number));
  }

  /** The expansion terms in the article; empty if the search had none. */
  Optional<Learnt> learnt() throws IOException {
    if (learnt.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> had = had(learnt.get());
    List<String> told = new ArrayList<>();
    for (int word : had.subList(0, Math.min(MOST_WORDS, had.size()))) {
      List<String> forms = article.spots(anyEnding(learnt.get().words().get(word).stem())).forms();
      forms.stream().findFirst().ifPresent(told::add);
    }
    double sum = had.stream().mapToDouble(word -> learnt.orElseThrow().of(word)).sum();
    return Optional.of(new Learnt(told, had.size(), learnt.get().words().size(), sum));
  }

  /** The indexes of the expansion terms in the article, those that add most first. */
  private static List<Integer> had(ExpansionTerms learnt) {
    return IntStream.range(0, learnt.words().size())
        .filter(word -> learnt.of(word) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer word) -> learnt.of(word)).reversed())
        .toList();
  }

  private static Query anyEnding(String stem) {
    BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
    for (QueryField field : List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.BODY)) {
      SynonymQuery.Builder forms = new SynonymQuery.Builder(field.label());
      forms.addTerm(new Term(field.label(), stem));
      forms.addTerm(new Term(field.label(), TermForm.STEM_MARK + stem));
      anywhere.add(forms.build(), Occur.SHOULD);
    }
    return anywhere.build();
  }

  /** The calculation of these amounts, step by step. */
  List<Numbers> numbers() {
    List<Numbers> steps = new ArrayList<>();
    asked.ifPresent(
        scores -> {
          List<Numbers> headline =
              words(scores)
                  .mapToObj(
                      word ->
                          new Numbers(
                              scores.headline(word),
                              scores.asked().words().get(word).text(),
                              List.of()))
                  .toList();
          add(steps, "words in the headline:", headline);
          List<Numbers> pairs =
              pairs().stream()
                  .map(
                      pair ->
                          new Numbers(
                              pair.share(),
                              "%s … %s, %s times"
                                  .formatted(pair.first(), pair.second(), pair.times()),
                              List.of()))
                  .toList();
          add(steps, "how near the words are to each other:", pairs);
        });
    learnt.ifPresent(
        words -> add(steps, "expansion terms from the best hits:", learntNumbers(words)));
    return steps;
  }

  private static List<Numbers> learntNumbers(ExpansionTerms learnt) {
    return had(learnt).stream()
        .map(word -> new Numbers(learnt.of(word), learnt.words().get(word).stem(), List.of()))
        .toList();
  }

  private static void add(List<Numbers> steps, String description, List<Numbers> details) {
    if (!details.isEmpty()) {
      double sum = details.stream().mapToDouble(Numbers::value).sum();
      steps.add(new Numbers(sum, description, details));
    }
  }
}
