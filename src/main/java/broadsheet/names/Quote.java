package broadsheet.names;

import java.util.List;

/**
 * A quotation in an article, attributed to a speaker whom the article names. One speech may be in
 * several pieces: "First," said the speaker, "second."
 *
 * @param speaker the number of the mention in {@link Candidates#mentions} that names the speaker
 * @param pieces the quoted words, without the marks, in {@link NamedPart#BODY}; in its order, never
 *     empty
 */
public record Quote(int speaker, List<Piece> pieces) {

  public Quote {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("a quote without words");
    }
  }

  /**
   * Words that were spoken without a break.
   *
   * @param start the first character
   * @param end the place after the last character
   */
  public record Piece(int start, int end) {

    /**
     * @throws IllegalArgumentException when it holds no character
     */
    public Piece {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("not a piece: %s to %s".formatted(start, end));
      }
    }
  }
}
