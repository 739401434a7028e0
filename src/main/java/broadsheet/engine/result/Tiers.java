package broadsheet.engine.result;

import java.util.Optional;

/**
 * The two tiers of a search's hits: first the articles that have all that was asked for, then,
 * where these are few, articles that have some of its words.
 *
 * @param all how many articles have all of it, each reprint by itself
 * @param some how many hits follow that have some of it; where no article has all, how many have
 *     some
 * @param onPage how many of the page's hits have all of it: the others come after them
 * @param listed how many hits are listed by themselves, on all pages together
 * @param note says so; empty where there is one tier of full matches
 */
public record Tiers(long all, long some, int onPage, long listed, Optional<Note> note) {

  /** Every hit has all that was asked for. */
  public static Tiers full(long all, int onPage, long listed) {
    return new Tiers(all, 0, onPage, listed, Optional.empty());
  }

  /** Whether hits that have some of it stand on this page below others that have all. */
  public boolean isDivided(int hits) {
    return all > 0 && onPage < hits;
  }
}
