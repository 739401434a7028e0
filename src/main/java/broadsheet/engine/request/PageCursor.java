package broadsheet.engine.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A search-after cursor: the place right after one of the hits of a search, where the next page
 * starts. It keeps its place when articles are added or removed before it. Immutable.
 *
 * @param rank the number of hits listed before it, at least 1
 * @param place the same place in the engine's own encoding
 */
public record PageCursor(long rank, String place) {

  /**
   * A cursor right after a hit.
   *
   * @throws CursorException when the rank is below 1
   */
  public PageCursor {
    if (rank < 1) {
      throw new CursorException("a cursor is behind a hit, not at " + rank);
    }
  }

  /**
   * The cursor as one word of letters, digits, hyphens and underscores; {@link #parse} reads it.
   */
  public String text() {
    byte[] both = (rank + " " + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  /**
   * Reads the output of {@link #text}.
   *
   * @throws CursorException when the text is malformed
   */
  public static PageCursor parse(String text) {
    try {
      String both = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int blank = both.indexOf(' ');
      return new PageCursor(
          Long.parseLong(both.substring(0, Math.max(0, blank))), both.substring(blank + 1));
    } catch (IllegalArgumentException e) {
      throw new CursorException("not a cursor: " + text);
    }
  }
}
