package broadsheet.web.words;

import broadsheet.engine.words.Sequences;
import broadsheet.web.page.QueryView;
import java.util.List;

/**
 * Sequences of words, as JSON; see {@link Sequences}.
 *
 * @param query the query, how it was read, and notes on what is not exact
 * @param words the number of words in the articles
 */
public record SequencesView(
    QueryView query, long words, List<Sequences.Sequence> ngrams, ExtentView articles) {

  static SequencesView of(Sequences found, QueryView query) {
    return new SequencesView(
        query, found.words(), found.sequences(), ExtentView.of(found.extent()));
  }
}
