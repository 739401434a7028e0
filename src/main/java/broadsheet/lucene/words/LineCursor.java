package broadsheet.lucene.words;

import broadsheet.engine.request.CursorException;
import broadsheet.query.QueryField;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Encodes the place after a line as one word of letters, digits, hyphens and underscores, and
 * decodes it. Stateless.
 */
final class LineCursor {

  /** Stands in no word, id or name of an outlet: texts of an article hold no control characters. */
  private static final String SEPARATOR = "\u0001";

  /** The number of parts beside the words. */
  private static final int OTHERS = 6;

  private LineCursor() {}

  /** The place after the line with a key. */
  static String text(LineLevels order, ConcordanceSortKey last) {
    String place =
        String.join(
            SEPARATOR,
            order.label(),
            Long.toString(last.time()),
            last.id(),
            last.part().label(),
            Integer.toString(last.start()),
            Integer.toString(last.end()),
            String.join(SEPARATOR, last.words()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key of the line before the place.
   *
   * @throws CursorException when it is malformed or was made for another order
   */
  static ConcordanceSortKey parse(LineLevels order, String text) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      List<String> parts = List.of(place.split(SEPARATOR, -1));
      if (parts.size() != OTHERS + Math.max(1, order.words())) {
        throw new CursorException("not a cursor of this order: " + text);
      }
      return key(order, parts, text);
    } catch (IllegalArgumentException e) {
      throw new CursorException("not a cursor: " + text);
    }
  }

  private static ConcordanceSortKey key(LineLevels order, List<String> parts, String text) {
    QueryField part =
        QueryField.named(parts.get(3))
            .orElseThrow(() -> new CursorException("not a cursor: " + text));
    if (!parts.getFirst().equals(order.label())) {
      throw new CursorException("a cursor of another order: " + parts.getFirst());
    }
    return new ConcordanceSortKey(
        parts.subList(OTHERS, OTHERS + order.words()),
        Long.parseLong(parts.get(1)),
        parts.get(2),
        part,
        Integer.parseInt(parts.get(4)),
        Integer.parseInt(parts.get(5)));
  }
}
