package broadsheet.query;

/** How far from each other two things may stand that are near. Within one field always. */
public sealed interface Reach {

  /** Whether the left side must stand before the right. */
  boolean isOrdered();

  /** The most words that can be asked for. */
  int MOST_WORDS = 1_000;

  /**
   * So many words. Neighbours are one word apart; of several words the nearest counts. Words are
   * counted on across the borders of sentences and paragraphs.
   *
   * @param most 1 to {@value #MOST_WORDS}
   */
  record Words(int most, boolean isOrdered) implements Reach {
    public Words {
      if (most < 1 || most > MOST_WORDS) {
        throw new IllegalArgumentException("words not within 1 to " + MOST_WORDS + ": " + most);
      }
    }
  }

  /** The same sentence. */
  record Sentence(boolean isOrdered) implements Reach {}

  /** The same paragraph. */
  record Paragraph(boolean isOrdered) implements Reach {}
}
