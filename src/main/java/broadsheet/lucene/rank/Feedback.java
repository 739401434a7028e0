package broadsheet.lucene.rank;

import broadsheet.lucene.compile.TermIdTable;
import broadsheet.lucene.schema.ForwardText;
import broadsheet.lucene.snapshot.ExpansionTermStats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;

/**
 * Relevance feedback: takes expansion terms from the best hits. The first {@value #ARTICLES} count,
 * each by its score relative to the best, raised to the power {@value #STEEPNESS}. If one stands
 * out, the others count little, so that a search for one article by its own words still finds it.
 * Not thread-safe.
 *
 * <p>Source: the relevance model RM3 of Abdul-Jaleel et al., "UMass at TREC 2004", with a word's
 * weight multiplied by its inverse document frequency; the measurements behind the constants are in
 * {@code docs/ranking.md}.
 */
final class Feedback {

  /** The number of feedback documents, no two of them reprints of each other. */
  static final int ARTICLES = 5;

  /** The most hits to look at, in case some are reprints. */
  static final int MOST_READ = 20;

  /** The number of expansion terms. */
  static final int WORDS = 40;

  /** The exponent by which the share of a feedback document falls with its score. */
  static final int STEEPNESS = 12;

  /** Documents with less than this share of the best one's are ignored. */
  private static final double LEAST_SHARE = 0.02;

  /** The largest share of the expansion terms in the total weight. */
  private static final double MOST_SHARE = 0.4;

  /** Queries with this many words or fewer are not expanded: they may be about many things. */
  private static final int FEW_WORDS = 2;

  /** The number of candidates whose rarity is looked up. */
  private static final int CANDIDATES = 80;

  private static final Comparator<Candidate> BY_WEIGHT =
      Comparator.comparingDouble(Candidate::weight).reversed().thenComparingLong(Candidate::key);

  private final int asked;
  private final HitReader reader;
  private final ExpansionTermStats learnable;

  /**
   * @param asked the number of words in the query
   */
  Feedback(int asked, HitReader reader, ExpansionTermStats learnable) {
    this.asked = asked;
    this.reader = reader;
    this.learnable = learnable;
  }

  /**
   * The expansion terms from these hits.
   *
   * @param hits the best first
   * @param articles the hits that have words, by document number
   * @return empty when there are none
   */
  Optional<ExpansionTerms> of(ScoreDoc[] hits, Map<Integer, ForwardReader.Read> articles)
      throws IOException {
    List<Candidate> words = rarest(mostFrequent(documents(hits, articles)));
    double sum = words.stream().mapToDouble(Candidate::weight).sum();
    if (!(sum > 0)) {
      return Optional.empty();
    }
    double share = share(asked);
    double all = asked * share / (1 - share);
    return Optional.of(
        new ExpansionTerms(words.stream().map(word -> word.learnt(all / sum)).toList()));
  }

  /**
   * The share of the expansion terms in the total weight for a query of that many words, 0 to 1.
   */
  static double share(int words) {
    return MOST_SHARE * Math.max(0, words - FEW_WORDS) / words;
  }

  /** A feedback document and its share. */
  private record FeedbackDocument(ForwardText text, double share) {}

  private List<FeedbackDocument> documents(
      ScoreDoc[] hits, Map<Integer, ForwardReader.Read> articles) throws IOException {
    List<FeedbackDocument> documents = new ArrayList<>();
    Set<Long> families = new HashSet<>();
    for (ScoreDoc hit : Arrays.asList(hits).subList(0, Math.min(MOST_READ, hits.length))) {
      double share = Math.pow(hit.score / hits[0].score, STEEPNESS);
      if (share < LEAST_SHARE || documents.size() == ARTICLES) {
        break;
      }
      OptionalLong family = reader.family(hit.doc);
      ForwardReader.Read article = articles.get(hit.doc);
      if (article != null && (family.isEmpty() || families.add(family.getAsLong()))) {
        documents.add(new FeedbackDocument(article.text(), share));
      }
    }
    return documents;
  }

  /**
   * A candidate for an expansion term.
   *
   * @param in a text that has it
   * @param number its number in that text
   */
  private record Candidate(ForwardText in, int number, double weight, double rarity) {

    String text() {
      return in.text(number);
    }

    long key() {
      return in.key(number);
    }

    ExpansionTerms.Word learnt(double factor) {
      return new ExpansionTerms.Word(text(), key(), weight * factor * rarity);
    }
  }

  private List<Candidate> mostFrequent(List<FeedbackDocument> documents) {
    int met = documents.stream().mapToInt(document -> document.text().different()).sum();
    long[] keys = new long[met];
    int size = 0;
    for (FeedbackDocument document : documents) {
      for (int number = 0; number < document.text().different(); number++) {
        keys[size++] = document.text().key(number);
      }
    }
    double[] weights = weights(documents, new TermIdTable(keys));
    List<Candidate> most = new ArrayList<>();
    long[] order = heaviestLast(weights);
    for (int i = order.length - 1; i >= 0 && most.size() < CANDIDATES; i--) {
      int place = Integer.MAX_VALUE - (int) order[i];
      if (weights[place] > 0) {
        candidate(documents, place, weights[place]).ifPresent(most::add);
      }
    }
    return most;
  }

  /**
   * Packs weights and their indexes into numbers that sort by weight: the index in the low bits,
   * the weight above.
   */
  private static long[] heaviestLast(double[] weights) {
    long[] order = new long[weights.length];
    for (int place = 0; place < weights.length; place++) {
      long weight = Float.floatToIntBits((float) weights[place]);
      order[place] = weight << Integer.SIZE | Integer.MAX_VALUE - place;
    }
    Arrays.sort(order);
    return order;
  }

  private Optional<Candidate> candidate(
      List<FeedbackDocument> documents, int place, double weight) {
    int number = place;
    for (FeedbackDocument document : documents) {
      if (number < document.text().different()) {
        return candidate(document.text(), number, weight);
      }
      number -= document.text().different();
    }
    return Optional.empty();
  }

  /**
   * The weight of each word, at the index of its first occurrence among all keys; 0 at all other
   * indexes.
   */
  private static double[] weights(List<FeedbackDocument> documents, TermIdTable table) {
    double[] weights = new double[table.size()];
    for (FeedbackDocument document : documents) {
      ForwardText text = document.text();
      int[] roles = table.in(text);
      for (int place = 0; place < text.length(); place++) {
        weights[roles[text.word(place)]] += document.share() / text.length();
      }
    }
    return weights;
  }

  private Optional<Candidate> candidate(ForwardText text, int number, double weight) {
    OptionalDouble rarity = learnable.rarity(text, number);
    return rarity.isPresent()
        ? Optional.of(new Candidate(text, number, weight, rarity.getAsDouble()))
        : Optional.empty();
  }

  /** The candidates with the greatest weight, multiplied by their rarity. */
  private List<Candidate> rarest(List<Candidate> words) {
    List<Candidate> rare = new ArrayList<>();
    for (Candidate word : words) {
      if (word.rarity() > 0) {
        double weight = word.weight() * word.rarity();
        rare.add(new Candidate(word.in(), word.number(), weight, word.rarity()));
      }
    }
    rare.sort(BY_WEIGHT);
    return rare.subList(0, Math.min(WORDS, rare.size()));
  }
}
