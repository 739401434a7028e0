package broadsheet.engine;

/**
 * The similarity scale of a model: maps the dot product of two vectors to likeness of meaning.
 *
 * @param least two texts below it are unrelated; 0 to 1
 * @param clear two texts at or above it are about the same; more than {@code least}, at most 1
 */
public record Likeness(float least, float clear) {
  public Likeness {
    if (!(least >= 0 && least < clear && clear <= 1)) {
      throw new IllegalArgumentException("not a scale: " + least + " to " + clear);
    }
  }

  /**
   * The weight of a text among the texts that are near a query.
   *
   * @param product the product of its vector and the query's
   * @param top the highest such product
   * @return 0 for an unrelated text; 1 for the nearest, if that is about the same
   */
  public float share(float product, float top) {
    return Math.max(0, product - least) / (Math.max(top, clear) - least);
  }
}
