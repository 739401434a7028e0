package broadsheet.web.page;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import org.jspecify.annotations.Nullable;

/**
 * Where the recording of a hit says what was found.
 *
 * @param label as in {@code 12:04}
 * @param href the article at that time
 */
public record HitMoment(String label, String href) {
  private static final int MILLIS = 1_000;

  /** The moment of a hit; null if it has none. */
  static @Nullable HitMoment of(HitView hit, SearchParameters search) {
    Double at = hit.at();
    return at == null
        ? null
        : new HitMoment(
            MomentLabel.of((int) Math.round(at * MILLIS)),
            ArticleAddress.at(hit.id(), at.intValue(), search));
  }
}
