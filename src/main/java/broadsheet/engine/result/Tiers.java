package broadsheet.engine.result;

import java.util.Optional;

/**
 * The completeness of a search's hits. A query of one or two words has two tiers: first the
 * articles that match all of it, then, where these are few, articles that match a part. A longer
 * one has a single list, in which both are ranked by score.
 *
 * @param all the number of articles that match the whole query, counting each reprint
 * @param some the number of the other hits; of two tiers at most a hundred, of a list all
 * @param onPage the number of the page's hits in the first tier, or in a list; 0 if no article
 *     matches the whole query
 * @param listed the number of hits listed on all pages together
 * @param words the number of words that a hit may lack; 0 where it may lack none, or not only words
 * @param isOneList whether there is a single list
 * @param note explains this; empty where there is only a tier of full matches
 */
public record Tiers(
    long all,
    long some,
    int onPage,
    long listed,
    int words,
    boolean isOneList,
    Optional<Note> note) {

  /** A single tier: every hit matches the whole query. */
  public static Tiers full(long all, int onPage, long listed) {
    return new Tiers(all, 0, onPage, listed, 0, false, Optional.empty());
  }

  /** Whether this page has both full matches and partial ones below them. */
  public boolean isDivided(int hits) {
    return all > 0 && onPage < hits;
  }
}
