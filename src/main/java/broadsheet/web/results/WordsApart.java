package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.query.QueryNode;
import broadsheet.web.page.NarrowerQuery;
import broadsheet.web.page.WordsBasis;
import broadsheet.web.page.WordsView;
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

  /** Empty if the words were not requested, or could not be found in time. */
  static Optional<WordsApart> of(SearchHandler.Search search) {
    SearchParameters parameters = search.parameters();
    return Optional.ofNullable(search.view().distinctive())
        .map(WordsBasis::new)
        .filter(WordsBasis::isTold)
        .map(
            basis ->
                new WordsApart(
                    words(basis, search.query().root(), parameters),
                    basis(basis),
                    parameters.withWords(false).toQueryString().after("/search")));
  }

  /**
   * The words that set the articles of some filters apart, on a page that always has them; empty if
   * they could not be found in time.
   */
  public static Optional<WordsApart> of(WordsView view, SearchParameters parameters) {
    return Optional.of(new WordsBasis(view))
        .filter(WordsBasis::isTold)
        .map(
            basis ->
                new WordsApart(
                    words(basis, new QueryNode.Everything(), parameters), basis(basis), null));
  }

  private static List<Word> words(WordsBasis basis, QueryNode query, SearchParameters parameters) {
    return basis.view().words().stream()
        .map(
            word ->
                new Word(
                    word.text(),
                    basis.having(word, "in %s of %s here, in %s of %s others"),
                    parameters
                        .withText(NarrowerQuery.of(query, word.text()))
                        .toQueryString()
                        .after("/search")))
        .toList();
  }

  private static String basis(WordsBasis basis) {
    WordsView.Read samples = basis.view().read();
    if (samples != null && samples.around().hits() == 0) {
      return "These are all articles of the archive, so there is nothing to compare them with";
    }
    String read = basis.read("%s read here, %s of the rest of the archive");
    if (!basis.isEnough()) {
      return "Too few articles to say: " + read;
    }
    return basis.view().words().isEmpty() ? "No word sets these apart: " + read : read;
  }
}
