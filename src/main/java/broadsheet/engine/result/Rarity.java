package broadsheet.engine.result;

import java.util.Locale;

/** The rarity of a part of a query among all articles. */
public enum Rarity {
  /** At most one article in a thousand. */
  VERY_RARE(0.001),
  /** At most one in a hundred. */
  RARE(0.01),
  /** At most one in ten. */
  NOT_RARE(0.1),
  COMMON(1);

  private final double most;

  Rarity(double most) {
    this.most = most;
  }

  /**
   * Returns the rarity of a part.
   *
   * @param articles the number of articles that have it
   * @param all the number of all articles
   */
  public static Rarity of(long articles, long all) {
    for (Rarity rarity : values()) {
      if (articles <= rarity.most * all) {
        return rarity;
      }
    }
    return COMMON;
  }

  /** Returns words for use in a sentence: {@code very rare}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
