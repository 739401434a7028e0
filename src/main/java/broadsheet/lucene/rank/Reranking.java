package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.QueryTerms;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.search.ScoreDoc;

/**
 * The second stage of ranking by relevance, over the best {@value #WINDOW} hits of the first; later
 * hits keep their places. Adds to the scores for headline and proximity, see {@link
 * TermProximityScorer}, and for expansion terms, see {@link Feedback}. It changes neither which
 * articles are found nor what is marked in them. Not thread-safe.
 */
public final class Reranking {

  /** The most hits that are reranked. */
  public static final int WINDOW = 50;

  private final List<String> words;
  private final LanguageCompiler compiler;
  private final ReaderSnapshot snapshot;
  private final Map<String, Optional<TermProximityScorer>> byLanguage = new HashMap<>();
  private final Map<Integer, ForwardReader.Read> read = new HashMap<>();

  private Reranking(List<String> words, LanguageCompiler compiler, ReaderSnapshot snapshot) {
    this.words = words;
    this.compiler = compiler;
    this.snapshot = snapshot;
  }

  /** The reranking for a request. */
  public static Reranking of(
      SearchRequest request, LanguageCompiler compiler, ReaderSnapshot snapshot) {
    boolean isThere = request.sort() == SortOrder.RELEVANCE;
    return new Reranking(
        isThere ? QueryTerms.typed(request.query()) : List.of(), compiler, snapshot);
  }

  /** How many hits are reranked; 0 where the order stays. */
  public int window() {
    return words.isEmpty() ? 0 : WINDOW;
  }

  /**
   * Hits in their new order.
   *
   * @param window how many of the first were reranked
   * @param learnt the expansion terms; empty where there are none
   */
  public record Ranked(List<ScoreDoc> hits, int window, Optional<ExpansionTerms> learnt) {}

  /**
   * The hits in their new order.
   *
   * @param hits by relevance, the best first; not modified
   */
  public ScoreDoc[] of(ScoreDoc[] hits) throws IOException {
    return ranked(hits).hits().toArray(ScoreDoc[]::new);
  }

  /** The hits in their new order, with the expansion terms that moved them. */
  public Ranked ranked(ScoreDoc[] hits) throws IOException {
    if (window() == 0 || hits.length == 0) {
      return new Ranked(List.of(hits), 0, Optional.empty());
    }
    ScoreDoc[] window = copies(hits);
    Map<Integer, ForwardReader.Read> articles = articles(List.of(window));
    Optional<ExpansionTerms> learnt = Optional.empty();
    add(this::placesIn, window, articles);
    if (Feedback.share(words.size()) > 0) {
      sort(window, Feedback.MOST_READ);
      learnt = new Feedback(words.size(), snapshot).of(window, articles);
      learnt.ifPresent(words -> add(words::of, window, articles));
    }
    sort(window, window.length);
    List<ScoreDoc> ranked = new ArrayList<>(List.of(window));
    ranked.addAll(Arrays.asList(hits).subList(window.length, hits.length));
    return new Ranked(ranked, window.length, learnt);
  }

  /** Reads each article once. */
  private Map<Integer, ForwardReader.Read> articles(List<ScoreDoc> hits) throws IOException {
    int[] unread =
        hits.stream().mapToInt(hit -> hit.doc).filter(d -> !read.containsKey(d)).toArray();
    if (unread.length > 0) {
      read.putAll(new ForwardReader(snapshot).of(unread));
    }
    return read;
  }

  private double placesIn(ForwardReader.Read article) {
    Optional<TermProximityScorer> scores = scores(article.text().language());
    return scores.isPresent() ? scores.get().of(article) : 0;
  }

  /** The scorer for articles of a language; empty where it has none of the words. */
  public Optional<TermProximityScorer> scores(String language) {
    return byLanguage.computeIfAbsent(
        language,
        _ -> compiler.in(language).map(own -> own.askedWords(words)).map(TermProximityScorer::new));
  }

  private static void add(
      ToDoubleFunction<ForwardReader.Read> scoring,
      ScoreDoc[] hits,
      Map<Integer, ForwardReader.Read> articles) {
    for (ScoreDoc hit : hits) {
      ForwardReader.Read article = articles.get(hit.doc);
      if (article != null) {
        hit.score += (float) scoring.applyAsDouble(article);
      }
    }
  }

  private void sort(ScoreDoc[] hits, int most) throws IOException {
    Arrays.sort(hits, Comparator.comparingDouble((ScoreDoc hit) -> hit.score).reversed());
    new IdOrder(snapshot.getIndexReader()).sortEqual(hits, 0, most);
  }

  private ScoreDoc[] copies(ScoreDoc[] hits) {
    return Arrays.stream(hits)
        .limit(window())
        .map(hit -> new ScoreDoc(hit.doc, hit.score))
        .toArray(ScoreDoc[]::new);
  }
}
