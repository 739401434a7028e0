package broadsheet.lucene.rank;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;

/**
 * Groups the hits of a query that are reprints of each other. Only a family's best hit is listed.
 *
 * @param members how many hits each family has, by its number; including families with one hit
 */
public record Folding(Map<Long, Integer> members) {

  /** No grouping. */
  public static Folding none() {
    return new Folding(Map.of());
  }

  /** Groups all hits of a search that were collected. */
  public static Folding of(FacetsCollector hits) throws IOException {
    Map<Long, Integer> members = new HashMap<>();
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      NumericDocValues families =
          segment.context().reader().getNumericDocValues(IndexSchema.FAMILY);
      DocIdSetIterator found = segment.bits().iterator();
      if (families != null && found != null) {
        DocIdSetIterator both = ConjunctionUtils.intersectIterators(List.of(found, families));
        while (both.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          members.merge(families.longValue(), 1, Integer::sum);
        }
      }
    }
    return new Folding(members);
  }

  /** Groups only these hits. */
  public static Folding among(ScoreDoc[] hits, IndexReader reader) throws IOException {
    Map<Long, Integer> members = new HashMap<>();
    for (ScoreDoc hit : hits) {
      family(reader, hit.doc).ifPresent(key -> members.merge(key, 1, Integer::sum));
    }
    return new Folding(members);
  }

  /** How many hits are not listed. */
  public long folded() {
    return members.values().stream().mapToLong(count -> count - 1).sum();
  }

  /**
   * The first hits that are listed, in their order.
   *
   * @param most the most hits to return
   */
  public List<ScoreDoc> listed(ScoreDoc[] hits, int most, IndexReader reader) throws IOException {
    List<ScoreDoc> listed = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    for (ScoreDoc hit : hits) {
      if (listed.size() == most) {
        break;
      }
      OptionalLong family = members.isEmpty() ? OptionalLong.empty() : family(reader, hit.doc);
      if (family.isEmpty() || met.add(family.getAsLong())) {
        listed.add(hit);
      }
    }
    return listed;
  }

  /** How many hits are grouped under a listed one. */
  public long under(ScoreDoc hit, IndexReader reader) throws IOException {
    OptionalLong family = members.isEmpty() ? OptionalLong.empty() : family(reader, hit.doc);
    return family.isEmpty() ? 0 : members.getOrDefault(family.getAsLong(), 1) - 1L;
  }

  /** The number of an article's family; empty when it has no reprints. */
  public static OptionalLong family(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues families = leaf.reader().getNumericDocValues(IndexSchema.FAMILY);
    return families != null && families.advanceExact(document - leaf.docBase)
        ? OptionalLong.of(families.longValue())
        : OptionalLong.empty();
  }
}
