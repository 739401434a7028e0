package broadsheet.engine.words;

/**
 * A request for the matches of a query per million words.
 *
 * @param by the groups to count in
 */
public record FrequenciesRequest(WordSet set, WordGrouping by) {
  /** The same of another set. */
  public FrequenciesRequest of(WordSet other) {
    return new FrequenciesRequest(other, by);
  }
}
