package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Finds the best hit of a family of reprints in the order of a query, looking up families on
 * demand. Not thread-safe.
 */
public final class BestOfFamilies {

  private final Query query;
  private final SearchRequest request;
  private final Folding folding;
  private final BoundedSearcher searcher;
  private final Map<Long, Integer> known = new HashMap<>();

  public BestOfFamilies(
      Query query, SearchRequest request, Folding folding, BoundedSearcher searcher) {
    this.query = query;
    this.request = request;
    this.folding = folding;
    this.searcher = searcher;
  }

  /**
   * The first hits that are the best of their family or have none, in order.
   *
   * @param most the most hits to return
   */
  public List<ScoreDoc> among(ScoreDoc[] hits, int most) throws IOException {
    List<ScoreDoc> bests = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      if (bests.size() == most) {
        break;
      }
      if (isBest(hit)) {
        bests.add(hit);
      }
    }
    return bests;
  }

  private boolean isBest(ScoreDoc hit) throws IOException {
    if (folding.under(hit) == 0) {
      return true;
    }
    OptionalLong family = Folding.family(searcher.getIndexReader(), hit.doc);
    long number = family.orElseThrow();
    Integer best = known.get(number);
    if (best == null) {
      best = best(number, hit.doc);
      known.put(number, best);
    }
    return best == hit.doc;
  }

  /** The best hit of a family; the given hit if there is no time left to search. */
  private int best(long family, int otherwise) throws IOException {
    Query members =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family), Occur.FILTER)
            .build();
    ScoreDoc[] first = CollectedHits.after(null, members, request, 1, searcher).scoreDocs;
    return first.length == 0 ? otherwise : first[0].doc;
  }
}
