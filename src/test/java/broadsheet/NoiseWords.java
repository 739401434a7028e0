package broadsheet;

import java.util.Random;
import java.util.stream.Collectors;

/** Made-up words, nearly all of them different. */
public final class NoiseWords {
  private NoiseWords() {}

  /** This many words separated by blanks; the same for the same seed. */
  public static String of(long seed, int words) {
    return new Random(seed)
        .ints(words, 0, 50_000)
        .mapToObj(
            number ->
                Integer.toString(number, 26)
                    .chars()
                    .map(c -> Character.isDigit(c) ? c - '0' + 'q' : c)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining("", "z", "")))
        .collect(Collectors.joining(" "));
  }
}
