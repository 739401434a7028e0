package broadsheet.lucene.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * English contractions, which are often typed without their apostrophe ({@code dont}). Those that
 * are another word without it are not here: {@code its}, {@code well}, {@code shell}. Stateless.
 */
public final class Contractions {

  private static final Map<String, String> OTHER = other();

  private Contractions() {}

  private static Map<String, String> other() {
    Map<String, String> other = new HashMap<>();
    Arrays.stream(
            """
            aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he's here's how's i'm
            i've isn't mustn't shan't she's shouldn't that's there's they'd they'll they're they've
            wasn't we've weren't what's when's where's who's why's won't wouldn't you'd you'll
            you're you've
            """
                .split("\\s+"))
        .forEach(
            with -> {
              String without = with.replace("'", "");
              other.put(with, without);
              other.put(without, with);
            });
    return Map.copyOf(other);
  }

  /**
   * The same contraction with or without its apostrophe; empty for any other word.
   *
   * @param word in lower case
   */
  public static Optional<String> other(String word) {
    return Optional.ofNullable(OTHER.get(word));
  }
}
