package broadsheet.web.page;

import broadsheet.engine.result.DistinctiveWords;

/**
 * The articles that distinctive words are based on, in words. Immutable.
 *
 * @param view the distinctive words
 */
public record WordsBasis(WordsView view) {

  /** Whether anything can be said; if not, the time ran out first. */
  public boolean isTold() {
    WordsView.Read read = view.read();
    return read != null && (read.isComplete() || !view.words().isEmpty());
  }

  /** Whether the samples are large enough to conclude anything. */
  public boolean isEnough() {
    WordsView.Read read = view.read();
    return read != null && DistinctiveWords.isEnough(read.within(), read.around());
  }

  /**
   * The numbers of articles read.
   *
   * @param told takes those of the two samples
   */
  public String read(String told) {
    WordsView.Read read = view.read();
    return read == null
        ? ""
        : (read.isComplete() ? "" : "Time ran out after ")
            + told.formatted(
                FormattedCount.of(read.within().read(), "article"),
                FormattedCount.of(read.around().read()));
  }

  /**
   * The numbers of articles that have a word.
   *
   * @param told takes, of each sample, this number and that of the articles read
   */
  public String having(DistinctiveWords.Word word, String told) {
    WordsView.Read read = view.read();
    return read == null
        ? ""
        : told.formatted(
            FormattedCount.of(word.within()),
            FormattedCount.of(read.within().read(), "article"),
            FormattedCount.of(word.around()),
            FormattedCount.of(read.around().read()));
  }
}
