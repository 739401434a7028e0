package broadsheet.query;

/** The greatest distance between two things that are near each other. Always within one field. */
public sealed interface Reach {

  /** Whether the left side must come before the right. */
  boolean isOrdered();

  /** The largest allowed distance in words. */
  int MOST_WORDS = 1_000;

  /**
   * A distance in words. Adjacent words are one apart; the distance of longer stretches is that of
   * their nearest words. Words are counted across the borders of sentences and paragraphs.
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
