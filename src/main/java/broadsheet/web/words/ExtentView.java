package broadsheet.web.words;

import broadsheet.engine.words.Extent;

/**
 * The articles that an answer was made from, as JSON.
 *
 * @param read the number of articles that were read
 * @param of the number of articles that match
 * @param isExact whether all that match were read; if not, the answer is a sample
 */
public record ExtentView(long read, long of, boolean isExact) {

  static ExtentView of(Extent extent) {
    return new ExtentView(extent.read(), extent.of(), extent.isExact());
  }
}
