package broadsheet.web.names;

import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SpokenWords;
import broadsheet.names.Name;
import broadsheet.web.page.HitView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The quotes of a person or an organisation. Component names are the JSON keys of {@code
 * /name/{kind}/{name}/quotes.json}; the page shows the same.
 *
 * @param kind {@code person} or {@code organisation}
 * @param name as it is shown everywhere
 * @param total the number of articles with quotes
 * @param page from 1
 * @param articles those of this page, the newest first
 */
public record QuotesView(String kind, String name, long total, int page, List<Quoting> articles) {

  /**
   * An article with quotes.
   *
   * @param quotes each as its pieces, which are several where the speech is interrupted
   */
  public record Quoting(
      String id, String title, @Nullable String publishedAt, List<List<String>> quotes) {}

  /**
   * @param quotes those of the hits
   */
  static QuotesView of(Name name, SearchResults results, int page, List<SpokenWords> quotes) {
    Map<String, List<List<String>>> byArticle =
        quotes.stream()
            .collect(
                Collectors.groupingBy(
                    SpokenWords::id, Collectors.mapping(SpokenWords::pieces, Collectors.toList())));
    return new QuotesView(
        name.kind().label(),
        name.text(),
        results.total(),
        page,
        results.hits().stream().map(hit -> quoting(hit, byArticle)).toList());
  }

  private static Quoting quoting(Hit hit, Map<String, List<List<String>>> quotes) {
    return new Quoting(
        hit.id(),
        hit.title().text(),
        HitView.filledOrNull(hit.publishedAt().iso()),
        quotes.getOrDefault(hit.id(), List.of()));
  }
}
