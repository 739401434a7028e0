package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.query.QueryField;
import broadsheet.web.link.PlaceAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads from the place of a {@link PlaceAddress} to the mark on the page. */
final class MarkAddress {
  private static final Pattern FORM = Pattern.compile("(\\w{1,20})\\.(\\d{1,9})");

  private MarkAddress() {}

  /** The address on the page that a request for a place leads to; empty if it names none. */
  static Optional<String> resolved(
      QueryString given, MarkedArticle marked, SearchParameters search) {
    Optional<Matcher> place =
        given.filled(PlaceAddress.PLACE).stream()
            .findFirst()
            .map(FORM::matcher)
            .filter(Matcher::matches);
    return place.map(
        at -> {
          OptionalInt number =
              QueryField.named(at.group(1)).stream()
                  .mapToInt(part -> number(marked, part, Integer.parseInt(at.group(2))))
                  .filter(found -> found > 0)
                  .findFirst();
          String page = search.toQueryString().after(ArticleAddress.path(marked.article().id()));
          return number.isPresent() ? page + "#hit-" + number.getAsInt() : page;
        });
  }

  private static int number(MarkedArticle marked, QueryField part, int offset) {
    return NumberedArticle.of(marked, NameLinks.of(marked.names()))
        .numberAt(part, offset)
        .orElse(0);
  }
}
