package broadsheet.lucene.search;

import broadsheet.lucene.limits.OutOfTime;
import broadsheet.query.QueryNode;
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

/**
 * Ranks articles higher in which the words of a query stand close together. Changes no article's
 * being found, and looks only at the best {@value #WINDOW} hits: those after them keep their
 * places.
 */
final class Closeness {

  /** How many hits are looked at. */
  static final int WINDOW = 1_000;

  /** How many moves of a word still count as close. */
  private static final int SLOP = 8;

  private static final int MAX_WORDS = 8;

  private Closeness() {}

  /**
   * The hits with closeness of these words added to their scores; as they are without words, or
   * where the searcher has no time left for it.
   */
  static TopDocs added(
      TopDocs hits, List<String> words, LanguageCompiler compiler, IndexSearcher searcher)
      throws IOException {
    Optional<Query> near = compiler.near(words, SLOP);
    if (near.isEmpty() || hits.scoreDocs.length == 0) {
      return hits;
    }
    int window = Math.min(WINDOW, hits.scoreDocs.length);
    TopDocs first = new TopDocs(hits.totalHits, copies(hits.scoreDocs, window));
    try {
      TopDocs closest = QueryRescorer.rescore(searcher, first, near.get(), 1, window);
      ScoreDoc[] ranked = closest.scoreDocs;
      new IdOrder(searcher.getIndexReader()).sortEqual(ranked);
      return new TopDocs(hits.totalHits, joined(ranked, hits.scoreDocs));
    } catch (OutOfTime e) {
      return hits;
    }
  }

  /** The rescorer changes what it is given. */
  private static ScoreDoc[] copies(ScoreDoc[] hits, int count) {
    return Arrays.stream(hits)
        .limit(count)
        .map(hit -> new ScoreDoc(hit.doc, hit.score))
        .toArray(ScoreDoc[]::new);
  }

  private static ScoreDoc[] joined(ScoreDoc[] closest, ScoreDoc[] all) {
    return Stream.concat(Arrays.stream(closest), Arrays.stream(all).skip(closest.length))
        .toArray(ScoreDoc[]::new);
  }

  /** The words a query wants together; empty when it asks for one, for very many, or otherwise. */
  static List<String> words(QueryNode root) {
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
    return words.size() < 2 || words.size() > MAX_WORDS ? List.of() : words;
  }
}
