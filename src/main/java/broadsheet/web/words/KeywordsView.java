package broadsheet.web.words;

import broadsheet.engine.words.Keywords;
import broadsheet.web.page.QueryView;
import java.util.List;

/**
 * Keywords, as JSON; see {@link Keywords}.
 *
 * @param query the query, how it was read, and notes on what is not exact
 * @param words the number of words in the articles of the set
 * @param otherWords the number of words in those that they are compared with
 */
public record KeywordsView(
    QueryView query,
    long words,
    long otherWords,
    List<Keywords.Keyword> keywords,
    ExtentView articles,
    ExtentView otherArticles) {

  static KeywordsView of(Keywords found, QueryView query) {
    return new KeywordsView(
        query,
        found.words(),
        found.otherWords(),
        found.keywords(),
        ExtentView.of(found.extent()),
        ExtentView.of(found.otherExtent()));
  }
}
