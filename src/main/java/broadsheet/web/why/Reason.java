package broadsheet.web.why;

/**
 * One thing that an article's place among the hits is made of, in words.
 *
 * @param name what it is: a piece of the query, words near each other
 * @param words where it stands and how rare it is, or that it is missing; whole sentences
 * @param percent its part of the score; those of all reasons add up to 100, or to 0 where nothing
 *     is weighed
 * @param isMissing whether it keeps the article from matching
 */
public record Reason(String name, String words, int percent, boolean isMissing) {

  Reason withPercent(int share) {
    return new Reason(name, words, share, isMissing);
  }
}
