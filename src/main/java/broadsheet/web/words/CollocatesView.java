package broadsheet.web.words;

import broadsheet.engine.words.Collocates;
import broadsheet.web.page.QueryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collocates, as JSON; see {@link Collocates}.
 *
 * @param query the query, how it was read, and notes on what is not exact
 * @param matches the number of matches
 * @param near the number of words near them
 * @param words the number of words in all articles under the same filters
 * @param forms what was counted; null where that is not told
 */
public record CollocatesView(
    QueryView query,
    long matches,
    long near,
    long words,
    List<Collocates.Collocate> collocates,
    ExtentView articles,
    @Nullable FormsView forms) {

  static CollocatesView of(Collocates found, QueryView query, @Nullable FormsView forms) {
    return new CollocatesView(
        query,
        found.matches(),
        found.near(),
        found.words(),
        found.collocates(),
        ExtentView.of(found.extent()),
        forms);
  }
}
