package broadsheet.lucene.schema;

import broadsheet.lucene.analysis.CommonWords;
import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * The terms of {@link IndexSchema#PAIRS}: two {@link CommonWords} side by side in a field. A phrase
 * of two such words is found by its pair, without reading the positions of either, which would be
 * most of the cost of the phrase in a large archive.
 *
 * <p>Source: the idea is from {@code CommonGramsFilter} in Lucene, which leaves the pairs in the
 * field itself.
 */
public final class CommonGrams {

  private static final byte SEPARATOR = ' ';

  private CommonGrams() {}

  /**
   * The pairs of a phrase.
   *
   * @param folded its words in order
   * @return empty where a word is not frequent, there is only one, or the field has no pairs
   */
  public static Optional<List<BytesRef>> of(QueryField field, List<String> folded) {
    boolean isPaired =
        folded.size() > 1
            && IndexSchema.DEFAULT_FIELDS.containsKey(field)
            && folded.stream().allMatch(CommonWords::contains);
    if (!isPaired) {
      return Optional.empty();
    }
    List<BytesRef> pairs = new ArrayList<>();
    for (int i = 1; i < folded.size(); i++) {
      BytesRefBuilder pair = new BytesRefBuilder();
      write(pair, field, new BytesRef(folded.get(i - 1)), new BytesRef(folded.get(i)));
      pairs.add(pair.toBytesRef());
    }
    return Optional.of(pairs);
  }

  /** Writes the term of two words, the first letter of their field before them. */
  static void write(BytesRefBuilder to, QueryField field, BytesRef first, BytesRef second) {
    to.clear();
    to.append((byte) field.label().charAt(0));
    to.append(first);
    to.append(SEPARATOR);
    to.append(second);
  }
}
