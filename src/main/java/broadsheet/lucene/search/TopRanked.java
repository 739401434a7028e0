package broadsheet.lucene.search;

import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.explain.Placement;
import broadsheet.lucene.rank.ExpansionTerms;
import broadsheet.lucene.rank.HitReader;
import broadsheet.lucene.rank.Reranking;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * The best {@value #DEPTH} hits of a tier in their order.
 *
 * @param ranked all of these hits, with every reprint
 * @param listed only the best of each family
 * @param isComplete whether all articles were examined
 * @param isWithoutWhole whether no hit of the tier matches the whole query
 * @param reader the reader of these hits
 */
record TopRanked(
    Tier tier,
    Reranking.Ranked ranked,
    List<ScoreDoc> listed,
    boolean isComplete,
    boolean isWithoutWhole,
    HitReader reader) {

  private static final int DEPTH = 1_000;

  /**
   * Runs the search.
   *
   * @param hits the hits of a request by relevance
   */
  static TopRanked of(Tier tier, Hits hits) throws IOException {
    Reranking reranking = ResultPage.reranking(hits);
    Hits.Extent extent = tier == Tier.LIST ? Hits.Extent.COUNTED : Hits.Extent.RANKED;
    Found found =
        hits.find(tier, new Hits.Wanted(Optional.empty(), DEPTH, reranking.window(), extent));
    boolean isWithoutWhole = tier != Tier.FULL && found.isComplete() && found.whole() == 0;
    Reranking.Ranked ranked = reranking.ranked(found.first());
    ScoreDoc[] all = ranked.hits().toArray(ScoreDoc[]::new);
    List<ScoreDoc> listed = hits.folding(all).listed(all, all.length);
    return new TopRanked(tier, ranked, listed, found.isComplete(), isWithoutWhole, hits.reader());
  }

  /** Only the first hits. */
  TopRanked first(int most) {
    return new TopRanked(
        tier,
        ranked,
        listed.subList(0, Math.min(most, listed.size())),
        isComplete,
        isWithoutWhole,
        reader);
  }

  /** The number of hits. */
  int size() {
    return ranked.hits().size();
  }

  /**
   * The place of an article.
   *
   * @param before the number of hits listed before this tier
   */
  Placement placement(String id, int before) throws IOException {
    Optional<ScoreDoc> hit = hit(id);
    OptionalInt rank = hit.isPresent() ? rank(hit.get()) : OptionalInt.empty();
    return new Placement(
        tier,
        rank.isPresent() ? OptionalInt.of(before + rank.getAsInt()) : rank,
        hit.isPresent() && isAmong(listed, hit.get()),
        hit.isPresent() && isAmong(ranked.hits().subList(0, ranked.window()), hit.get()),
        ranked.learnt().map(ExpansionTerms::words),
        isComplete,
        ranked.hits().isEmpty(),
        isWithoutWhole);
  }

  private Optional<ScoreDoc> hit(String id) throws IOException {
    BytesRef wanted = new BytesRef(id);
    Map<Integer, BytesRef> ids = reader.ids(ranked.hits());
    return ranked.hits().stream().filter(hit -> wanted.equals(ids.get(hit.doc))).findFirst();
  }

  private static boolean isAmong(List<ScoreDoc> hits, ScoreDoc one) {
    return hits.stream().anyMatch(hit -> hit.doc == one.doc);
  }

  /** The place of a hit, or of the best of its family, from 1; empty if it is not listed. */
  private OptionalInt rank(ScoreDoc hit) throws IOException {
    OptionalLong family = reader.family(hit.doc);
    for (int i = 0; i < listed.size(); i++) {
      int other = listed.get(i).doc;
      if (other == hit.doc || (family.isPresent() && family.equals(reader.family(other)))) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}
