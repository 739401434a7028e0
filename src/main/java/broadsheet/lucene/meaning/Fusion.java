package broadsheet.lucene.meaning;

import broadsheet.engine.result.Note;
import broadsheet.lucene.semantic.NearPassage;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * A hybrid query: a search by words and one by meaning, fused into one, in which the score of an
 * article is that of its words plus a bonus for its closest passage. Counting, grouping, paging and
 * filters thus treat all hits alike. Immutable.
 *
 * @param words the query by words
 * @param whole the query by either
 * @param near the closest passages of the articles near in meaning, by document number
 * @param isAsAsked whether words is the query as typed rather than a relaxed one
 * @param notes for the reader
 */
public record Fusion(
    Query words, Query whole, Map<Integer, NearPassage> near, boolean isAsAsked, List<Note> notes) {

  /** A search by words alone. */
  public static Fusion without(Query words, List<Note> notes) {
    return new Fusion(words, words, Map.of(), true, notes);
  }

  /**
   * Searches by words and meaning together.
   *
   * @param parts the parts of the query, any of which score an article that does not match the
   *     words
   * @param unit the score that meaning adds to the nearest article
   */
  static Fusion of(
      Query words, Query parts, Map<Integer, Evidence> nearest, float unit, boolean isAsAsked) {
    Map<Integer, NearPassage> near = new HashMap<>();
    Map<Integer, Float> bonuses = new HashMap<>();
    nearest.forEach(
        (document, evidence) -> {
          near.put(document, evidence.passage());
          bonuses.put(document, unit * evidence.share());
        });
    Query byMeaning = new ScoredArticles(bonuses);
    Query someWords =
        new BooleanQuery.Builder()
            .add(parts, Occur.MUST)
            .add(byMeaning, Occur.FILTER)
            .add(words, Occur.MUST_NOT)
            .build();
    Query whole =
        new BooleanQuery.Builder()
            .add(words, Occur.SHOULD)
            .add(byMeaning, Occur.SHOULD)
            .add(someWords, Occur.SHOULD)
            .build();
    return new Fusion(words, whole, near, isAsAsked, List.of());
  }

  /** Whether some of the hits were found by their meaning. */
  public boolean isByMeaning() {
    return !near.isEmpty();
  }

  /** This fusion with other notes. */
  Fusion noting(List<Note> others) {
    return new Fusion(words, whole, near, isAsAsked, others);
  }

  /** The closest passages of the hits that do not match the words. */
  public Map<Integer, NearPassage> byMeaning(List<ScoreDoc> hits, IndexSearcher searcher)
      throws IOException {
    Map<Integer, Float> candidates = new HashMap<>();
    for (ScoreDoc hit : hits) {
      if (near.containsKey(hit.doc)) {
        candidates.put(hit.doc, 0f);
      }
    }
    if (candidates.isEmpty()) {
      return Map.of();
    }
    Map<Integer, NearPassage> alone = new HashMap<>(near);
    alone.keySet().retainAll(candidates.keySet());
    alone.keySet().removeAll(byWords(candidates, searcher));
    return alone;
  }

  private Set<Integer> byWords(Map<Integer, Float> candidates, IndexSearcher searcher)
      throws IOException {
    Query both =
        new BooleanQuery.Builder()
            .add(words, Occur.FILTER)
            .add(new ScoredArticles(candidates), Occur.FILTER)
            .build();
    Set<Integer> found = new HashSet<>();
    for (ScoreDoc hit : searcher.search(both, candidates.size()).scoreDocs) {
      found.add(hit.doc);
    }
    return found;
  }
}
