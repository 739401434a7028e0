package broadsheet.verify;

/**
 * The place of an article at which it has the words of a claim.
 *
 * @param id the id of the article
 * @param title its headline
 * @param source its source; empty if unknown
 * @param date the day on which it was printed, as precisely as its source states; empty if unknown
 * @param isDay whether the date names a day, so that the order of such places is certain
 * @param paragraph the number of the paragraph of the body, from 1; 0 in a headline, standfirst or
 *     caption
 * @param before words before the place
 * @param match the words of the article, as it has them
 * @param after words after the place
 * @param speaker the one who says them there; empty if nobody is named beside them
 * @param isFurniture whether they are in what its source repeats in many articles
 * @param isRecognized whether letters were taken for others when the page was recognized
 */
public record FoundPlace(
    String id,
    String title,
    String source,
    String date,
    boolean isDay,
    int paragraph,
    String before,
    String match,
    String after,
    String speaker,
    boolean isFurniture,
    boolean isRecognized) {

  /** In place of one that is not there. */
  static final FoundPlace NOWHERE =
      new FoundPlace("", "", "", "", false, 0, "", "", "", "", false, false);
}
