package broadsheet.embedding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rule that makes the vector of a text from those of its word pieces. */
enum Pooling {
  /** Their mean. */
  MEAN {
    @Override
    float[] of(float[][] pieces) {
      float[] sum = new float[pieces[0].length];
      for (float[] piece : pieces) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += piece[i];
        }
      }
      return sum; // its direction is that of the mean
    }
  },
  /** That of the first, the marker of the start, which stands for the text. */
  CLS {
    @Override
    float[] of(float[][] pieces) {
      return pieces[0].clone();
    }
  };

  /** The vector of a text, of any length. */
  abstract float[] of(float[][] pieces);

  /** The pooling of that name; empty if there is none. */
  static Optional<Pooling> named(String name) {
    return Arrays.stream(values())
        .filter(pooling -> pooling.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
