package broadsheet.engine.result;

/**
 * Few articles match the whole query, and partial matches follow. Immutable.
 *
 * @param articles the number of articles that match the whole query
 * @param units the number of words or parts in the query, without optional words
 * @param areWords whether all of them are plain words
 * @param isInseparable whether they are one unit as typed
 */
public record PartialMatchesNote(long articles, int units, boolean areWords, boolean isInseparable)
    implements Note {
  @Override
  public String text() {
    String who = Note.having(articles);
    String noun = areWords ? "words" : "parts";
    if (isInseparable) {
      return who + " the whole of it; these have parts of it.";
    }
    return units == 2
        ? "%s both %s; these have one.".formatted(who, noun)
        : "%s all %s%s; these have some of them."
            .formatted(who, units < 2 ? "" : units + " ", noun);
  }
}
