package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.query.QueryNode;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.NarrowerQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words that set the results apart, as shown on the page.
 *
 * @param words each with the search for the results that contain it
 * @param basis the number of articles they are based on, or the reason why there are none, without
 *     a full stop
 * @param without the same page without them; null if there is none
 */
public record WordsApart(List<Word> words, String basis, @Nullable String without) {

  /** The place of the words on the page. */
  public static final String ANCHOR = "set-apart";

  /** A word, the number of articles that contain it, and the search for them. */
  public record Word(String text, String hint, String href) {}

  /** Empty if the words were not requested. */
  static Optional<WordsApart> of(SearchHandler.Search search) {
    WordsView view = search.view().distinctive();
    return view == null
        ? Optional.empty()
        : Optional.of(
            new WordsApart(
                words(view, search.query().root(), search.parameters()),
                basis(view),
                search.parameters().withWords(false).toQueryString().after("/search")));
  }

  /** The words that set the articles of some filters apart, on a page that always has them. */
  public static WordsApart of(WordsView view, SearchParameters parameters) {
    return new WordsApart(words(view, new QueryNode.Everything(), parameters), basis(view), null);
  }

  private static List<Word> words(WordsView view, QueryNode query, SearchParameters parameters) {
    return view.words().stream().map(word -> word(word, view, query, parameters)).toList();
  }

  private static Word word(
      DistinctiveWords.Word word, WordsView view, QueryNode query, SearchParameters parameters) {
    SearchParameters narrower = parameters.withText(NarrowerQuery.of(query, word.text()));
    return new Word(word.text(), hint(word, view), narrower.toQueryString().after("/search"));
  }

  private static String hint(DistinctiveWords.Word word, WordsView view) {
    WordsView.Read read = view.read();
    return read == null
        ? ""
        : "in %s of %s here, in %s of %s others"
            .formatted(
                FormattedCount.of(word.within()),
                FormattedCount.of(read.within().read(), "article"),
                FormattedCount.of(word.around()),
                FormattedCount.of(read.around().read()));
  }

  private static String basis(WordsView view) {
    WordsView.Read read = view.read();
    if (read == null || !read.isComplete()) {
      return "Not all of the sample could be read, so nothing can be said: try again";
    }
    if (read.around().hits() == 0) {
      return "These are all articles of the archive, so there is nothing to compare them with";
    }
    String of =
        "%s read here, %s of the rest of the archive"
            .formatted(
                FormattedCount.of(read.within().read(), "article"),
                FormattedCount.of(read.around().read()));
    if (!DistinctiveWords.isEnough(read.within(), read.around())) {
      return "Too few articles to say: " + of;
    }
    return view.words().isEmpty() ? "No word sets these apart: " + of : of;
  }
}
