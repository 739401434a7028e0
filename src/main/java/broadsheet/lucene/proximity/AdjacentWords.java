package broadsheet.lucene.proximity;

import broadsheet.lucene.schema.CommonGrams;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The articles in which one word directly follows another, where both are frequent, from the
 * postings of their pair: no positions are read. Not thread-safe.
 */
final class AdjacentWords {

  private final List<PostingsEnum> pairs = new ArrayList<>();

  /** Adds the pairs of the forms of two words, of which only frequent ones have any. */
  void add(LeafReader reader, String field, List<BytesRef> firsts, List<BytesRef> seconds)
      throws IOException {
    Terms terms = reader.terms(IndexSchema.PAIRS);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef first : firsts) {
      for (BytesRef second : seconds) {
        for (BytesRef pair : pairs(field, first, second)) {
          if (each.seekExact(pair)) {
            pairs.add(each.postings(null, PostingsEnum.NONE));
          }
        }
      }
    }
  }

  private static List<BytesRef> pairs(String field, BytesRef first, BytesRef second) {
    return IndexSchema.DEFAULT_FIELDS.keySet().stream()
        .filter(paired -> paired.label().equals(field))
        .flatMap(
            paired ->
                CommonGrams.of(paired, List.of(first.utf8ToString(), second.utf8ToString()))
                    .stream())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Whether they are side by side in an article; if not, they may still be near each other.
   *
   * @param document not smaller than any before
   */
  boolean areIn(int document) throws IOException {
    for (PostingsEnum pair : pairs) {
      int at = pair.docID();
      if (at < document) {
        at = pair.advance(document);
      }
      if (at == document) {
        return true;
      }
    }
    return false;
  }
}
