package broadsheet.lucene.meaning;

import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.semantic.KeyedArticles;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * The best scores by words in a hybrid search, and how many of the articles near in meaning match
 * its words.
 *
 * @param best the scores of the first hits, best first
 * @param among how many of the articles near in meaning match the words
 * @param isCut whether the time was too short to look at all articles
 */
public record WordScores(List<Float> best, int among, boolean isCut) {

  /**
   * Those in an index.
   *
   * @param wanted selects them
   * @param near the fingerprints of the articles near in meaning
   */
  public static WordScores of(
      CompiledRequest asked, Wanted wanted, Collection<BytesRef> near, BoundedSearcher finder)
      throws IOException {
    Query words = wanted.words().of(asked.plan());
    List<Float> best =
        wanted.most() == 0
            ? List.of()
            : Arrays.stream(finder.search(asked.filters().of(words), wanted.most()).scoreDocs)
                .map(hit -> hit.score)
                .toList();
    return new WordScores(best, among(near, words, finder), finder.isCut());
  }

  /**
   * Selects hits.
   *
   * @param words the articles that are found by words
   * @param most the most scores of them; 0 for none
   */
  public record Wanted(FusedWords words, int most) {}

  private static int among(Collection<BytesRef> near, Query words, BoundedSearcher finder)
      throws IOException {
    Map<Integer, Float> documents = new HashMap<>();
    KeyedArticles.of(near, finder.getIndexReader())
        .values()
        .forEach(document -> documents.put(document, 0f));
    return documents.isEmpty()
        ? 0
        : finder.count(
            new BooleanQuery.Builder()
                .add(words, Occur.FILTER)
                .add(new ScoredArticles(documents), Occur.FILTER)
                .build());
  }

  /** Those of all parts of an archive. */
  public static WordScores merged(List<WordScores> parts, int most) {
    return new WordScores(
        parts.stream()
            .flatMap(part -> part.best.stream())
            .sorted(Comparator.reverseOrder())
            .limit(most)
            .toList(),
        parts.stream().mapToInt(WordScores::among).sum(),
        parts.stream().anyMatch(WordScores::isCut));
  }
}
