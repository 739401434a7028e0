package broadsheet.web.results;

import broadsheet.engine.NameProfile;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.web.link.NameAddress;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.TypedText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name that a query consists of.
 *
 * @param kind what it is: {@code person}
 * @param name as the archive shows it
 * @param articles the number of hits that mention it
 * @param page the path of its page
 */
public record NameCard(String kind, String name, long articles, String page) {

  /** The name, in any case and without accents; of several kinds the most frequent. */
  static Optional<NameCard> of(String query, SearchResults results) {
    String typed = TypedText.folded(query);
    return Arrays.stream(NameKind.values())
        .flatMap(kind -> named(typed, kind, results))
        .reduce((one, other) -> other.articles() > one.articles() ? other : one);
  }

  private static Stream<NameCard> named(String typed, NameKind kind, SearchResults results) {
    List<FacetCount> names = results.facets().getOrDefault(NameProfile.facet(kind), List.of());
    return names.stream()
        .filter(each -> TypedText.folded(each.value()).equals(typed))
        .map(each -> of(new Name(kind, each.value()), each.count()));
  }

  private static NameCard of(Name name, long articles) {
    return new NameCard(name.kind().label(), name.text(), articles, NameAddress.page(name));
  }

  /** {@code person, 278 articles}. */
  public String facts() {
    return kind + ", " + FormattedCount.of(articles, "article");
  }
}
