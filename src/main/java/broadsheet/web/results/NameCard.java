package broadsheet.web.results;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import broadsheet.article.PublicationDate;
import broadsheet.engine.NameProfile;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.web.link.NameAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.TypedText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name that a query consists of.
 *
 * @param kind what it is: {@code person}
 * @param name as the archive shows it
 * @param articles the number of hits that mention it
 * @param page the path of its page
 * @param first the oldest article of the archive that has it; absent if no date is known
 * @param last the newest, likewise; absent if it is the oldest, too
 * @param quotes the path of its quotes; absent if it is not quoted
 */
public record NameCard(
    String kind,
    String name,
    long articles,
    String page,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Mention first,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Mention last,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quotes) {

  /** An article with the name. */
  public record Mention(String id, String publishedAt) {

    /** The date in print. */
    public DateLabel date() {
      return DateLabel.of(PublicationDate.stated(publishedAt));
    }
  }

  /** The name, in any case and without accents; of several kinds the most frequent. */
  static Optional<NameCard> of(String query, SearchResults results) {
    return Arrays.stream(NameKind.values())
        .flatMap(kind -> named(query, kind, results))
        .reduce((one, other) -> other.articles() > one.articles() ? other : one);
  }

  /** The name alone, or in the field of its kind, in which it is completed if texts lack it. */
  private static Stream<NameCard> named(String query, NameKind kind, SearchResults results) {
    String field = NameProfile.facet(kind).label() + ":";
    String typed =
        TypedText.folded(query.startsWith(field) ? query.substring(field.length()) : query);
    List<FacetCount> names = results.facets().getOrDefault(NameProfile.facet(kind), List.of());
    return names.stream()
        .filter(each -> TypedText.folded(each.value()).equals(typed))
        .map(each -> of(new Name(kind, each.value()), each.count()));
  }

  private static NameCard of(Name name, long articles) {
    String page = NameAddress.page(name);
    return new NameCard(name.kind().label(), name.text(), articles, page, null, null, null);
  }

  /** A copy with its first and last mention, and its quotes. */
  NameCard in(SearchEngine engine) {
    Name whole = whole();
    Mention oldest = mention(whole, SortOrder.OLDEST, engine);
    Mention newest = mention(whole, SortOrder.NEWEST, engine);
    boolean isQuoted = engine.hasAny(NameProfile.quoting(whole), Filters.none());
    return new NameCard(
        kind,
        name,
        articles,
        page,
        oldest,
        Objects.equals(oldest, newest) ? null : newest,
        isQuoted ? NameAddress.quotes(whole) : null);
  }

  private static @Nullable Mention mention(Name name, SortOrder order, SearchEngine engine) {
    return NameProfile.outermost(name, order, engine)
        .map(hit -> new Mention(hit.id(), hit.publishedAt().iso()))
        .orElse(null);
  }

  /** The page of an article, at the name. */
  public String href(Mention mention) {
    QueryNode named = NameProfile.named(whole());
    return SearchParameters.none()
            .withText(CanonicalText.of(named))
            .toQueryString()
            .after(ArticleAddress.path(mention.id()))
        + "#hit-1";
  }

  private Name whole() {
    return new Name(NameKind.named(kind).orElseThrow(), name);
  }

  /** {@code person, 278 articles}. */
  public String facts() {
    return kind + ", " + FormattedCount.of(articles, "article");
  }
}
