package broadsheet.lucene.search;

import broadsheet.engine.SearchRequest;
import broadsheet.engine.SortOrder;
import broadsheet.lucene.limits.OutOfTime;
import broadsheet.query.Question;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/**
 * The second step of ranking by relevance, over the best {@value #WINDOW} hits of the first: those
 * after them keep their places. Adds {@link Closeness} and, for a {@link Question}, {@link
 * Feedback}. Changes no article's being found, nor what is marked in it. Not shared between
 * threads.
 */
final class Reranking {

  /** How many hits are looked at. */
  static final int WINDOW = 100;

  private final Optional<Query> closeness;
  private final Optional<Feedback> feedback;

  private Reranking(Optional<Query> closeness, Optional<Feedback> feedback) {
    this.closeness = closeness;
    this.feedback = feedback;
  }

  /** What a request asks for. */
  static Reranking of(SearchRequest request, LanguageCompiler compiler, ReaderSnapshot snapshot) {
    if (request.sort() != SortOrder.RELEVANCE) {
      return new Reranking(Optional.empty(), Optional.empty());
    }
    return new Reranking(
        Closeness.of(request.query(), compiler),
        Question.of(request.query())
            .map(question -> new Feedback(question.words().size(), snapshot)));
  }

  /** Whether it changes any order. */
  boolean isThere() {
    return closeness.isPresent() || feedback.isPresent();
  }

  /**
   * Hits in their new order, and what was added to the scores of the first {@value #WINDOW}.
   *
   * @param closeness counts {@link Closeness#WEIGHT} times; empty where that step was not taken
   * @param learnt what {@link Feedback} made; empty where that step was not taken
   */
  record Ranked(List<ScoreDoc> hits, Optional<Query> closeness, Optional<Query> learnt) {}

  /**
   * The hits in their new order; where the searcher has no time left for a step, without it.
   *
   * @param hits by relevance, the best first; they are not changed
   */
  ScoreDoc[] of(ScoreDoc[] hits, IndexSearcher searcher) throws IOException {
    return ranked(hits, searcher).hits().toArray(ScoreDoc[]::new);
  }

  /** The same, and by what they were moved. */
  Ranked ranked(ScoreDoc[] hits, IndexSearcher searcher) throws IOException {
    Optional<Query> near = Optional.empty();
    Optional<Query> learnt = Optional.empty();
    if (!isThere() || hits.length == 0) {
      return new Ranked(List.of(hits), near, learnt);
    }
    ScoreDoc[] window = copies(hits);
    try {
      if (closeness.isPresent()) {
        window = added(window, closeness.get(), Closeness.WEIGHT, searcher);
        near = closeness;
      }
      Optional<Query> words = feedback.isPresent() ? feedback.get().of(window) : Optional.empty();
      if (words.isPresent()) {
        window = added(window, words.get(), 1, searcher);
        learnt = words;
      }
    } catch (OutOfTime e) {
      // the order of the steps before will do
    }
    List<ScoreDoc> ranked =
        Stream.concat(Arrays.stream(window), Arrays.stream(hits).skip(window.length)).toList();
    return new Ranked(ranked, near, learnt);
  }

  private static ScoreDoc[] added(
      ScoreDoc[] hits, Query query, double weight, IndexSearcher searcher) throws IOException {
    TopDocs first = new TopDocs(new TotalHits(hits.length, TotalHits.Relation.EQUAL_TO), hits);
    ScoreDoc[] ranked =
        QueryRescorer.rescore(searcher, first, query, weight, hits.length).scoreDocs;
    new IdOrder(searcher.getIndexReader()).sortEqual(ranked);
    return ranked;
  }

  /** The rescorer changes what it is given. */
  private static ScoreDoc[] copies(ScoreDoc[] hits) {
    return Arrays.stream(hits)
        .limit(WINDOW)
        .map(hit -> new ScoreDoc(hit.doc, hit.score))
        .toArray(ScoreDoc[]::new);
  }
}
