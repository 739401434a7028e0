package broadsheet.engine.result;

import java.util.Locale;

/** How rare a part of a query is among all articles. */
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
   * The rarity of something.
   *
   * @param articles how many articles have it
   * @param all how many articles there are
   */
  public static Rarity of(long articles, long all) {
    for (Rarity rarity : values()) {
      if (articles <= rarity.most * all) {
        return rarity;
      }
    }
    return COMMON;
  }

  /** As part of a sentence: {@code very rare}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
