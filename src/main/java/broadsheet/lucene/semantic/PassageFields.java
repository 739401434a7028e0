package broadsheet.lucene.semantic;

import broadsheet.article.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;

/**
 * The fields and terms of the passages that one model embedded. In an index of several models each
 * has its own, since the vectors of different models cannot be compared. Immutable.
 *
 * @param model names the model in the index; empty in an index of one model
 */
public record PassageFields(String model) {

  /** Those in an index of one model. */
  static final PassageFields ALONE = new PassageFields("");

  /** Bytes enough to tell any two models apart. */
  private static final int DIGEST = 8;

  /**
   * Those in an index of several models.
   *
   * @param description see {@link SemanticFormat#description}
   */
  public static PassageFields of(String description) {
    return new PassageFields(HexFormat.of().formatHex(Sha256.of(description), 0, DIGEST));
  }

  /** The field of the vectors. */
  String vector() {
    return model.isEmpty() ? SemanticFormat.VECTOR : SemanticFormat.VECTOR + "." + model;
  }

  /** The term of all passages of an article, or of all articles whose fingerprints begin so. */
  BytesRef term(BytesRef article) {
    byte[] prefix = model.getBytes(StandardCharsets.US_ASCII);
    return new BytesRef(
        ByteBuffer.allocate(prefix.length + article.length)
            .put(prefix)
            .put(article.bytes, article.offset, article.length)
            .array());
  }

  /** The fingerprint of the article in a term. */
  BytesRef article(BytesRef term) {
    int prefix = model.length();
    return BytesRef.deepCopyOf(
        new BytesRef(term.bytes, term.offset + prefix, term.length - prefix));
  }
}
