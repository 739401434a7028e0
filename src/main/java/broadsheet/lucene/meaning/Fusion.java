package broadsheet.lucene.meaning;

import broadsheet.engine.result.Note;
import broadsheet.lucene.semantic.NearArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * What is found by words and what is found by meaning, as one query: an article's score is that of
 * its words plus what its closest passage adds. So counting, folding, paging and filters hold for
 * all hits alike. Immutable.
 *
 * @param words what finds articles by words
 * @param whole what finds them by either
 * @param near the articles near in meaning, by their numbers
 * @param isAsAsked whether words finds what was asked; if not, what has most of it
 * @param notes what the reader is told
 */
public record Fusion(
    Query words, Query whole, Map<Integer, NearArticle> near, boolean isAsAsked, List<Note> notes) {

  /** Words alone find articles. */
  public static Fusion without(Query words, Note note) {
    return without(words, List.of(note));
  }

  /** Words alone find articles. */
  public static Fusion without(Query words, List<Note> notes) {
    return new Fusion(words, words, Map.of(), true, notes);
  }

  /**
   * Both do.
   *
   * @param parts the parts of the query, any of them, by which an article is scored that words does
   *     not find
   * @param bonus what being near adds to an article's score, from 0
   */
  static Fusion of(
      Query words,
      Query parts,
      List<NearArticle> nearest,
      ToDoubleFunction<NearArticle> bonus,
      boolean isAsAsked) {
    Map<Integer, NearArticle> near = new HashMap<>();
    Map<Integer, Float> bonuses = new HashMap<>();
    for (NearArticle article : nearest) {
      near.put(article.document(), article);
      bonuses.put(article.document(), (float) bonus.applyAsDouble(article));
    }
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

  /** The same with one more to tell. */
  public Fusion noting(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Fusion(words, whole, near, isAsAsked, more);
  }

  /** The passages of those hits that words does not find. */
  public Map<Integer, NearArticle> byMeaning(List<ScoreDoc> hits, IndexSearcher searcher)
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
    Map<Integer, NearArticle> alone = new HashMap<>(near);
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
