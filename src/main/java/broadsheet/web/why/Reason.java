package broadsheet.web.why;

/**
 * One part of an article's score, in words.
 *
 * @param name the part: a part of the query, words near each other
 * @param words its places and rarity, or the fact that it is missing; whole sentences
 * @param percent its share of the score; those of all reasons add up to 100, or to 0 if nothing is
 *     scored
 * @param isMissing whether it keeps the article from matching
 */
public record Reason(String name, String words, int percent, boolean isMissing) {

  Reason withPercent(int share) {
    return new Reason(name, words, share, isMissing);
  }
}
