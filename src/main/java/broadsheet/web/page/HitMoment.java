package broadsheet.web.page;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import broadsheet.article.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which the recording of a hit says what was found.
 *
 * @param label as in {@code 12:04}
 * @param href the article at that time
 */
public record HitMoment(String label, String href) {
  private static final int MILLIS = 1_000;

  /** The moment in seconds, as JSON has it. */
  public static double seconds(Moment moment) {
    return moment.start() / (double) MILLIS;
  }

  /**
   * The moment of a hit or line; null if it has none.
   *
   * @param at in seconds
   */
  public static @Nullable HitMoment of(String id, @Nullable Double at, SearchParameters search) {
    return at == null
        ? null
        : new HitMoment(
            MomentLabel.of((int) Math.round(at * MILLIS)),
            ArticleAddress.at(id, at.intValue(), search));
  }
}
