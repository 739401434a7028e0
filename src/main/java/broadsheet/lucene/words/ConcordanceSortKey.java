package broadsheet.lucene.words;

import broadsheet.engine.words.LineOrder;
import broadsheet.query.QueryField;
import java.util.Comparator;
import java.util.List;

/**
 * The sort key of a concordance line.
 *
 * @param words the words beside the match by which it is sorted, or the outlet; the same number in
 *     all lines of an order
 * @param time the time of its article's publication; 0 in orders that are not by date
 * @param id its article
 * @param part the text it stands in
 * @param start the offset of its match there
 * @param end the offset after it
 */
public record ConcordanceSortKey(
    List<String> words, long time, String id, QueryField part, int start, int end) {

  private static final Comparator<ConcordanceSortKey> IN_TEXT =
      Comparator.comparing(ConcordanceSortKey::id, CharacterOrder.INSTANCE)
          .thenComparing(ConcordanceSortKey::part)
          .thenComparingInt(ConcordanceSortKey::start)
          .thenComparingInt(ConcordanceSortKey::end);

  /** The order by their words. */
  static final Comparator<ConcordanceSortKey> BY_WORDS =
      Comparator.comparing(ConcordanceSortKey::words, ConcordanceSortKey::compareWords)
          .thenComparing(IN_TEXT);

  /** The order of lines. */
  static Comparator<ConcordanceSortKey> in(LineOrder order) {
    return switch (order) {
      case ARTICLE -> IN_TEXT;
      case NEWEST ->
          Comparator.comparingLong(ConcordanceSortKey::time).reversed().thenComparing(IN_TEXT);
      case OLDEST -> Comparator.comparingLong(ConcordanceSortKey::time).thenComparing(IN_TEXT);
      case SOURCE, LEFT1, LEFT2, LEFT3, RIGHT1, RIGHT2, RIGHT3, MATCH -> BY_WORDS;
    };
  }

  private static int compareWords(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = CharacterOrder.INSTANCE.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** The key of a place in the same article. */
  ConcordanceSortKey at(QueryField field, int from, int to) {
    return new ConcordanceSortKey(words, time, id, field, from, to);
  }

  /** A key behind all lines of the same article, in an order by article. */
  ConcordanceSortKey behind() {
    return at(QueryField.RELATED, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
