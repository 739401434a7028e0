package broadsheet.lucene.rank;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;

/** Collapses the hits of a query by family of reprints: only the best of each is listed. */
public interface Collapsing {

  /** No grouping. */
  static Collapsing none() {
    return SnapshotCollapsing.NONE;
  }

  /** The number of hits that are not listed. */
  long folded();

  /** The number of a hit's family; empty where it has no reprints, or nothing is grouped. */
  OptionalLong family(ScoreDoc hit);

  /** The number of grouped hits in a family. */
  int members(long family);

  /** Whether a hit, or another that it is a reprint of, is among those grouped. */
  default boolean hasFamilyOf(ScoreDoc hit) {
    OptionalLong family = family(hit);
    return family.isPresent() && members(family.getAsLong()) > 0;
  }

  /** The number of hits grouped under a listed one. */
  default long under(ScoreDoc hit) {
    return hasFamilyOf(hit) ? members(family(hit).orElseThrow()) - 1L : 0;
  }

  /**
   * The first hits that are listed, in their order.
   *
   * @param most the most hits to return
   */
  default List<ScoreDoc> listed(ScoreDoc[] hits, int most) {
    List<ScoreDoc> listed = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    for (ScoreDoc hit : hits) {
      if (listed.size() == most) {
        break;
      }
      OptionalLong family = family(hit);
      if (family.isEmpty() || met.add(family.getAsLong())) {
        listed.add(hit);
      }
    }
    return listed;
  }

  /** The number of an article's family; empty when it has no reprints. */
  static OptionalLong family(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues families = leaf.reader().getNumericDocValues(IndexSchema.FAMILY);
    return families != null && families.advanceExact(document - leaf.docBase)
        ? OptionalLong.of(families.longValue())
        : OptionalLong.empty();
  }
}
