package broadsheet.engine.result;

import java.util.Optional;

/**
 * The two tiers of a search's hits: first the articles that match the whole query, then, where
 * these are few, articles that match a part of it.
 *
 * @param all the number of articles that match the whole query, counting each reprint
 * @param some the number of hits after them that match a part; if no article matches the whole
 *     query, the number of articles that match a part
 * @param onPage the number of the page's hits that match the whole query; the others come after
 *     them
 * @param listed the number of hits listed on all pages together
 * @param note explains the tiers; empty where there is only a tier of full matches
 */
public record Tiers(long all, long some, int onPage, long listed, Optional<Note> note) {

  /** A single tier: every hit matches the whole query. */
  public static Tiers full(long all, int onPage, long listed) {
    return new Tiers(all, 0, onPage, listed, Optional.empty());
  }

  /** Whether this page has both full matches and partial ones below them. */
  public boolean isDivided(int hits) {
    return all > 0 && onPage < hits;
  }
}
