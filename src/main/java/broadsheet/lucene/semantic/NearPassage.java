package broadsheet.lucene.semantic;

import java.util.Comparator;
import org.apache.lucene.util.BytesRef;

/**
 * A passage near a query in meaning.
 *
 * @param article the fingerprint of its article
 * @param likeness its likeness to the query: the cosine of their vectors, at most 1
 * @param start the offset of the passage in the article's body, in UTF-16 units
 * @param end the end of the passage, exclusive; 0 if the article has no body
 */
public record NearPassage(BytesRef article, float likeness, int start, int end) {

  /** The nearest first; the same order whichever indexes the passages come from. */
  public static final Comparator<NearPassage> ORDER =
      Comparator.comparingDouble((NearPassage passage) -> -passage.likeness())
          .thenComparing(NearPassage::article)
          .thenComparingInt(NearPassage::start);
}
