package broadsheet.lucene.search;

import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.Terms;
import broadsheet.lucene.analysis.WordReader;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;

/**
 * Learns from the best hits what else is written where a question is answered, and scores other
 * hits by it. The first {@value #ARTICLES} count, each by its score against the best raised to
 * #STEEPNESS}: where one stands out, little is learnt from the others, so that who looks for one
 * article by its own words finds it still. Not shared between threads.
 *
 * <p>Source: the relevance model RM3 of Abdul-Jaleel et al., "UMass at TREC 2004", with a word's
 * weight multiplied by its inverse document frequency; the figures behind the constants are in
 * {@code docs/ranking.md}.
 */
final class Feedback {

  /** From so many hits it learns, no two of them reprints of each other. */
  static final int ARTICLES = 5;

  /** So many words it learns. */
  static final int WORDS = 40;

  /** How steeply what is learnt from a hit falls with its score. */
  static final int STEEPNESS = 12;

  /** How much what was learnt counts, of all that counts. */
  static final double SHARE = 0.4;

  /** Of so many words the rarity is looked up. */
  private static final int CANDIDATES = 80;

  /** So much of an article is read, in characters. */
  private static final int MOST_TEXT = 20_000;

  private static final Set<String> STORED =
      Set.of(
          QueryField.TITLE.label(),
          QueryField.STANDFIRST.label(),
          QueryField.BODY.label(),
          QueryField.LANGUAGE.label());

  private final int asked;
  private final ReaderSnapshot snapshot;
  private final IndexReader reader;

  /**
   * @param asked how many words the question has
   */
  Feedback(int asked, ReaderSnapshot snapshot) {
    this.asked = asked;
    this.snapshot = snapshot;
    reader = snapshot.getIndexReader();
  }

  /**
   * What scores articles by what these hits say.
   *
   * @param hits the best first
   * @return empty when nothing is learnt from them
   */
  Optional<Query> of(ScoreDoc[] hits) throws IOException {
    List<Weighted> words = rarest(mostFrequent(weights(hits)));
    double sum = words.stream().mapToDouble(Weighted::weight).sum();
    if (words.isEmpty() || !(sum > 0)) {
      return Optional.empty();
    }
    double all = asked * SHARE / (1 - SHARE);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Weighted word : words) {
      Query any = anyEnding(word.stem());
      query.add(new BoostQuery(any, (float) (word.weight() / sum * all)), Occur.SHOULD);
    }
    return Optional.of(query.build());
  }

  /** A word by its stem, and how much it counts. */
  private record Weighted(String stem, double weight) {}

  private Map<String, Double> weights(ScoreDoc[] hits) throws IOException {
    Map<String, Double> weights = new HashMap<>();
    Set<Long> families = new HashSet<>();
    int read = 0;
    for (ScoreDoc hit : hits) {
      OptionalLong family = Folding.family(reader, hit.doc);
      if (family.isEmpty() || families.add(family.getAsLong())) {
        add(words(hit.doc), Math.pow(hit.score / hits[0].score, STEEPNESS), weights);
        read++;
      }
      if (read == ARTICLES) {
        break;
      }
    }
    return weights;
  }

  private static void add(Map<String, Integer> counts, double factor, Map<String, Double> weights) {
    int length = counts.values().stream().mapToInt(Integer::intValue).sum();
    counts.forEach((stem, n) -> weights.merge(stem, factor * n / length, Double::sum));
  }

  /** How often an article has each of its words that tell something. */
  private Map<String, Integer> words(int document) throws IOException {
    StoredArticle article = new StoredArticle(snapshot.storedFields().document(document, STORED));
    String language = StemmedLanguages.of(article.text(QueryField.LANGUAGE));
    Set<String> stopWords = StopWords.of(List.of(language));
    WordReader words = new WordReader(language);
    Map<String, Integer> counts = new HashMap<>();
    for (QueryField field : List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.BODY)) {
      String text = article.text(field);
      words.read(
          text.substring(0, Math.min(text.length(), MOST_TEXT)),
          (folded, stem, _, _) -> {
            if (!stopWords.contains(folded)) {
              counts.merge(stem, 1, Integer::sum);
            }
          });
    }
    return counts;
  }

  private static List<Weighted> mostFrequent(Map<String, Double> weights) {
    return weights.entrySet().stream()
        .map(of -> new Weighted(of.getKey(), of.getValue()))
        .sorted(BY_WEIGHT)
        .limit(CANDIDATES)
        .toList();
  }

  private static final Comparator<Weighted> BY_WEIGHT =
      Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(Weighted::stem);

  /** Those that tell most, each counting by its rarity as well. */
  private List<Weighted> rarest(List<Weighted> words) throws IOException {
    List<Weighted> rare = new ArrayList<>();
    for (Weighted word : words) {
      int articles = articles(word.stem());
      if (articles > 1) {
        rare.add(new Weighted(word.stem(), word.weight() * rarity(articles)));
      }
    }
    return rare.stream().sorted(BY_WEIGHT).limit(WORDS).toList();
  }

  /** BM25's. */
  private double rarity(int articles) {
    return Math.log(1 + (reader.numDocs() - articles + 0.5) / (articles + 0.5));
  }

  private int articles(String stem) throws IOException {
    long articles = 0;
    for (Term term : terms(stem)) {
      articles += reader.docFreq(term);
    }
    return (int) Math.min(articles, reader.numDocs());
  }

  private static Query anyEnding(String stem) {
    SynonymQuery.Builder synonyms = new SynonymQuery.Builder(QueryField.BODY.label());
    terms(stem).forEach(term -> synonyms.addTerm(term));
    return synonyms.build();
  }

  private static List<Term> terms(String stem) {
    String field = QueryField.BODY.label();
    return List.of(new Term(field, stem), new Term(field, Terms.STEM_MARK + stem));
  }
}
