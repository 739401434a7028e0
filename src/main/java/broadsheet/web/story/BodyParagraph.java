package broadsheet.web.story;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of the body as its page shows it.
 *
 * @param pieces in order
 */
public record BodyParagraph(List<Piece> pieces) {

  /**
   * A stretch of it.
   *
   * @param repeated the text it is part of, which is folded; null for the article's own words
   * @param isMarked whether there are marks in it
   */
  public record Piece(String html, @Nullable RepeatedText repeated, boolean isMarked) {}

  /** All of it. */
  public String html() {
    return pieces.stream().map(Piece::html).collect(Collectors.joining());
  }

  /** Whether some of it is folded. */
  public boolean hasFolds() {
    return pieces.stream().anyMatch(piece -> piece.repeated() != null);
  }

  /** The repeated text that it has no other words than; null if it has. */
  @Nullable RepeatedText repeated() {
    return pieces.size() == 1 ? pieces.getFirst().repeated() : null;
  }

  boolean isMarked() {
    return pieces.stream().anyMatch(Piece::isMarked);
  }
}
