package broadsheet.lucene.similar;

import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.search.Query;

/**
 * Finds articles similar to a given one in one part of an archive, see {@link SimilarSearch}. Not
 * thread-safe.
 */
public final class PartSimilar {

  /** Number of hits to fetch from all parts, in multiples of the requested hits. */
  public static final int DEPTH = SimilarSearch.DEPTH;

  private final SearchBudget budget;
  private final SimilarSearch search;

  public PartSimilar(SearchBudget budget) {
    this.budget = budget;
    search = new SimilarSearch(budget);
  }

  private static Query own(String id, ArticleWordCounts article) {
    return SimilarSearch.own(id, article.family());
  }

  /** Counts the articles of this part that are the given one or its reprints. */
  public int own(ArticleWordCounts article) throws IOException {
    return budget.finder().count(own(article.id(), article));
  }

  /**
   * The best articles of this part that share enough words.
   *
   * @param owned the number of articles in the whole archive that are the given one or its reprints
   */
  public List<SentHit> sharing(ArticleWordCounts article, int owned, int most) throws IOException {
    return SentHit.of(
        search.sharing(
            search.distinctive(article, owned), article, own(article.id(), article), most),
        0,
        budget.snapshot().getIndexReader());
  }

  /**
   * The articles of this part among those with these ids, by id, with the words that they share.
   */
  public Map<String, Similar> similar(ArticleWordCounts article, int owned, List<String> ids)
      throws IOException {
    List<DistinctiveTerm> words = search.distinctive(article, owned);
    Map<String, Similar> similar = new LinkedHashMap<>();
    for (String id : ids) {
      OptionalInt document = ArticleSearch.document(id, budget.snapshot());
      if (document.isPresent()) {
        similar.put(id, search.similar(document.getAsInt(), words));
      }
    }
    return similar;
  }
}
