package broadsheet.engine;

/**
 * What the dot products of a model's vectors say of two texts.
 *
 * @param least below it they have nothing to do with each other; 0 to 1
 * @param clear from it on they are about the same; more than least, at most 1
 */
public record Likeness(float least, float clear) {
  public Likeness {
    if (!(least >= 0 && least < clear && clear <= 1)) {
      throw new IllegalArgumentException("not a scale: " + least + " to " + clear);
    }
  }

  /**
   * How much a text counts among others that are near the same query.
   *
   * @param product of its vector and the query's
   * @param top the highest such product
   * @return 0 for what has nothing to do with it; 1 for the nearest, if that is about the same
   */
  public float share(float product, float top) {
    return Math.max(0, product - least) / (Math.max(top, clear) - least);
  }
}
