package broadsheet.engine.words;

import java.util.Locale;

/**
 * The order of the lines of a concordance. Lines that it does not tell apart come by article id,
 * then in the order of the text.
 */
public enum LineOrder {
  /** By article id. */
  ARTICLE,
  NEWEST,
  OLDEST,
  /** By outlet. */
  SOURCE,
  /** By the first word before the match, then by the second and the third. */
  LEFT1,
  /** By the second word before the match, then by the third. */
  LEFT2,
  LEFT3,
  /** By the first word after the match, then by the second and the third. */
  RIGHT1,
  RIGHT2,
  RIGHT3,
  /** By the words of the match itself. */
  MATCH;

  /** Words by which lines are sorted: as many on each side. */
  public static final int WORDS = 3;

  /** Whether lines are sorted by words beside the match. */
  public boolean isByWords() {
    return compareTo(LEFT1) >= 0;
  }

  /** The name in addresses: {@code left1}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
