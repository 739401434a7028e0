package broadsheet.lucene.rank;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

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

  /** Examines all hits of a query that have a family: few, where there are few reprints. */
  public static Folding of(Query query, IndexSearcher searcher) throws IOException {
    return searcher.search(
        new BooleanQuery.Builder()
            .add(new FieldExistsQuery(IndexSchema.FAMILY), Occur.FILTER)
            .add(query, Occur.FILTER)
            .build(),
        new Tallying());
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

  /** Counts hits in several threads. */
  private static final class Tallying implements CollectorManager<Counting, Folding> {

    @Override
    public Counting newCollector() {
      return new Counting();
    }

    @Override
    public Folding reduce(Collection<Counting> parts) {
      Map<Long, Integer> all = new HashMap<>();
      parts.forEach(part -> part.members.forEach((key, n) -> all.merge(key, n, Integer::sum)));
      return new Folding(all);
    }
  }

  /** Counts hits by their family. */
  private static final class Counting extends SimpleCollector {
    private final Map<Long, Integer> members = new HashMap<>();
    private NumericDocValues families = DocValues.emptyNumeric();

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      families = DocValues.getNumeric(leaf.reader(), IndexSchema.FAMILY);
    }

    @Override
    public void collect(int document) throws IOException {
      if (families.advanceExact(document)) {
        members.merge(families.longValue(), 1, Integer::sum);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
