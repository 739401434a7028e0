package broadsheet.lucene.semantic;

import org.apache.lucene.util.BytesRef;

/**
 * Scalar quantization, the form in which vectors are kept and compared: a byte for each dimension,
 * by the vector's own scale, which the cosine does not depend on. The cosine of such vectors is
 * made of sums of whole numbers, and so is the same in every index, on every machine.
 */
public final class PassageVector {

  private PassageVector() {}

  /** The bytes of a vector that is not all zeros. */
  public static BytesRef of(float[] vector) {
    float most = 0;
    for (float value : vector) {
      most = Math.max(most, Math.abs(value));
    }
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      bytes[i] = (byte) Math.round(vector[i] / most * Byte.MAX_VALUE);
    }
    return new BytesRef(bytes);
  }
}
