package broadsheet.web.story;

import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.article.Furniture;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.names.NamedPart;
import broadsheet.web.page.Archive;
import broadsheet.web.page.FormattedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the body that its source repeats in other articles. Component names are JSON keys.
 *
 * @param start its first UTF-16 unit in the body, whose paragraphs are separated by one line feed
 * @param end after its last
 * @param query the search for its first words
 * @param articles the number of articles of the source that this search finds; null if unknown
 */
public record RepeatedText(int start, int end, String text, String query, @Nullable Long articles) {

  /** A count is a small search of half a millisecond; the other stretches are not counted. */
  private static final int MOST_COUNTED = 5;

  private static final int FIRST_WORDS = 12;
  private static final int FEW_WORDS = 5;

  /** Longer runs are in scripts without blanks between words. */
  private static final int LONGEST_WORD = 60;

  private static final Pattern QUOTES = Pattern.compile("[\"“”„‟«»‹›「」『』]");

  /** Those of an article, in order. */
  static List<RepeatedText> of(Article article, Archive archive) {
    List<RepeatedText> all = new ArrayList<>();
    String body = article.furniture().isNone() ? "" : NamedPart.BODY.of(article);
    for (Furniture.Stretch each : article.furniture().within(0, body.length())) {
      String text = body.substring(each.start(), each.end());
      String query = "furniture:\"" + firstWords(text) + "\"";
      Long articles =
          all.size() < MOST_COUNTED ? count(query, ofSource(article.source()), archive) : null;
      all.add(new RepeatedText(each.start(), each.end(), text, query, articles));
    }
    return all;
  }

  private static @Nullable Long count(String query, Filters filters, Archive archive) {
    SearchRequest request =
        new SearchRequest(archive.parser().apply(query).root(), filters, SortOrder.NEWEST, 1, 1)
            .withoutCounts()
            .matching(Match.ALL);
    try {
      SearchResults found = archive.engine().search(request);
      return found.isComplete() && found.total() > 1 ? found.total() : null;
    } catch (EngineBusyException e) {
      return null;
    }
  }

  /** The words that a phrase can have: a phrase does not cross a paragraph. */
  private static String firstWords(String text) {
    List<List<String>> paragraphs = text.lines().map(RepeatedText::words).toList();
    List<String> words =
        paragraphs.stream()
            .filter(each -> each.size() >= FEW_WORDS)
            .findFirst()
            .orElse(paragraphs.getFirst());
    return String.join(" ", words);
  }

  private static List<String> words(String paragraph) {
    return Stream.of(QUOTES.matcher(paragraph).replaceAll(" ").split("\\s+"))
        .filter(Furniture::hasWords)
        .limit(FIRST_WORDS)
        .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word)
        .toList();
  }

  private static Filters ofSource(String source) {
    return source.isEmpty()
        ? Filters.none()
        : Filters.none().with(FacetField.SOURCE, List.of(source));
  }

  /** The page with the articles that repeat it. */
  String search(String source) {
    return SearchParameters.none()
        .withText(query)
        .withFilters(ofSource(source))
        .toQueryString()
        .after("/search");
  }

  /** {@code Repeated in 214 articles}, of its source. */
  String label() {
    return articles == null
        ? "Repeated text"
        : "Repeated in " + FormattedCount.of(articles, "article");
  }
}
