package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.QueryTerms;
import broadsheet.lucene.snapshot.ExpansionTermStats;
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
 * hits keep their places. Raises the scores for headline and proximity, see {@link
 * TermProximityScorer}, and for expansion terms, see {@link Feedback}. The articles found and the
 * marks in them stay the same. Not thread-safe.
 */
public final class Reranking {

  /** The most hits that are reranked. */
  public static final int WINDOW = 50;

  private final List<String> words;
  private final LanguageCompiler compiler;
  private final HitReader hits;
  private final ExpansionTermStats learnable;
  private final Map<String, Optional<TermProximityScorer>> byLanguage = new HashMap<>();
  private final Map<Integer, ForwardReader.Read> read = new HashMap<>();

  private Reranking(
      List<String> words, LanguageCompiler compiler, HitReader hits, ExpansionTermStats learnable) {
    this.words = words;
    this.compiler = compiler;
    this.hits = hits;
    this.learnable = learnable;
  }

  /** The reranking for a request, of documents of a snapshot. */
  public static Reranking of(
      SearchRequest request, LanguageCompiler compiler, ReaderSnapshot snapshot) {
    return of(request, compiler, HitReader.of(snapshot), snapshot.learnable());
  }

  /** The reranking for a request, of hits known by number. */
  public static Reranking of(
      SearchRequest request,
      LanguageCompiler compiler,
      HitReader hits,
      ExpansionTermStats learnable) {
    boolean isThere = request.sort() == SortOrder.RELEVANCE;
    List<String> words = isThere ? QueryTerms.typed(request.query()) : List.of();
    return new Reranking(words, compiler, hits, learnable);
  }

  /** The number of hits to rerank; 0 if the order stays. */
  public int window() {
    return words.isEmpty() ? 0 : WINDOW;
  }

  /**
   * Hits in their new order.
   *
   * @param window the number of first hits that were reranked
   * @param learnt the expansion terms; empty where there are none
   */
  public record Ranked(List<ScoreDoc> hits, int window, Optional<ExpansionTerms> learnt) {}

  /**
   * The hits in their new order.
   *
   * @param found the hits by relevance, the best first; not modified
   */
  public ScoreDoc[] of(ScoreDoc[] found) throws IOException {
    return ranked(found).hits().toArray(ScoreDoc[]::new);
  }

  /** The hits in their new order, with the expansion terms that moved them. */
  public Ranked ranked(ScoreDoc[] found) throws IOException {
    if (window() == 0 || found.length == 0) {
      return new Ranked(List.of(found), 0, Optional.empty());
    }
    ScoreDoc[] window = copies(found);
    Map<Integer, ForwardReader.Read> articles = articles(List.of(window));
    Optional<ExpansionTerms> learnt = Optional.empty();
    add(this::placesIn, window, articles);
    if (Feedback.share(words.size()) > 0) {
      sort(window, Feedback.MOST_READ);
      learnt = new Feedback(words.size(), hits, learnable).of(window, articles);
      learnt.ifPresent(words -> add(words::of, window, articles));
    }
    sort(window, window.length);
    List<ScoreDoc> ranked = new ArrayList<>(List.of(window));
    ranked.addAll(Arrays.asList(found).subList(window.length, found.length));
    return new Ranked(ranked, window.length, learnt);
  }

  /** Reads each article once. */
  private Map<Integer, ForwardReader.Read> articles(List<ScoreDoc> window) throws IOException {
    int[] unread =
        window.stream().mapToInt(hit -> hit.doc).filter(d -> !read.containsKey(d)).toArray();
    if (unread.length > 0) {
      read.putAll(hits.texts(unread));
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

  private void sort(ScoreDoc[] ranked, int most) throws IOException {
    Arrays.sort(ranked, Comparator.comparingDouble((ScoreDoc hit) -> hit.score).reversed());
    IdTieBreak.sortEqual(ranked, 0, most, hits::ids);
  }

  private ScoreDoc[] copies(ScoreDoc[] hits) {
    return Arrays.stream(hits)
        .limit(window())
        .map(hit -> new ScoreDoc(hit.doc, hit.score))
        .toArray(ScoreDoc[]::new);
  }
}
