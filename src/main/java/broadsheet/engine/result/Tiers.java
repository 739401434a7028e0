package broadsheet.engine.result;

import java.util.Optional;

/**
 * The two tiers of a search's hits: first the articles that match the whole query, then, where
 * these are few, articles that match a part of it.
 *
 * @param all how many articles match the whole query, counting each reprint
 * @param some how many hits that match a part follow; where no article matches the whole query, how
 *     many match a part
 * @param onPage how many of the page's hits match the whole query; the others come after them
 * @param listed how many hits are listed on all pages together
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
