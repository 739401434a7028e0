package broadsheet.lucene.search;

import broadsheet.engine.result.Hit;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.mark.HitMaker;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.semantic.NearPassage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * The hits of a request in one part of an archive, identified by their document numbers. Not
 * thread-safe.
 *
 * @param fusion the hits of the first tier by words and, if it asks for that, by meaning
 */
public record PartHits(CompiledRequest asked, Fusion fusion) {

  private boolean isFirst(Tier tier) {
    return tier == asked.plan().first();
  }

  /** The query of a tier by words, for the marks. */
  private Query words(Tier tier) {
    return isFirst(tier) ? fusion.words() : asked.plan().query(tier);
  }

  /** The query of a tier by words and meaning, filters aside. */
  public Query whole(Tier tier) {
    return isFirst(tier) ? fusion.whole() : asked.plan().query(tier);
  }

  /** The same with the filters. */
  public Query filtered(Tier tier) {
    return asked.filters().of(whole(tier));
  }

  /** The hits of a tier in one family. */
  public Query family(Tier tier, long family) {
    return new BooleanQuery.Builder()
        .add(filtered(tier), Occur.MUST)
        .add(NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family), Occur.FILTER)
        .build();
  }

  /** Takes a hit as it is shown. */
  public interface Taker {
    void take(ScoreDoc hit, Hit shown, StoredArticle article);
  }

  /**
   * Makes hits to show, with their marks, in the order of the documents.
   *
   * @param similar the number of hits grouped under each
   */
  public void show(Tier tier, List<ScoreDoc> hits, ToLongFunction<ScoreDoc> similar, Taker taker)
      throws IOException {
    if (hits.isEmpty()) {
      return;
    }
    HitMaker maker = HitMaker.of(asked, tier, words(tier));
    Map<Integer, NearPassage> near =
        isFirst(tier) ? fusion.byMeaning(hits, asked.budget().finder()) : Map.of();
    for (ScoreDoc hit : HitMaker.ascending(hits)) {
      StoredArticle article = maker.article(hit);
      Hit plain = maker.hit(hit, similar.applyAsLong(hit), article);
      NearPassage closest = near.get(hit.doc);
      Hit shown = closest == null ? plain : maker.byMeaning(plain, article, closest);
      taker.take(hit, shown, article);
    }
  }
}
