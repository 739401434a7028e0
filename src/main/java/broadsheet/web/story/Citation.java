package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.web.page.DateLabel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The citation of an article, in several forms.
 *
 * @param text author, title, outlet and date as plain text: {@code Ruth Amsel: “Grain pier
 *     reopens”. The Evening Lantern, Harbour, 26 February 1987. https://…}. Anything the article
 *     does not state is left out, but an undated article is called undated
 * @param styles the same in the styles of handbooks, with the day of access
 * @param forms files for reference managers
 */
public record Citation(String text, List<Styled> styles, List<Form> forms) {

  /** The citation in a named style. */
  public record Styled(String style, String text) {}

  /** A file format for reference managers, and its address. */
  public record Form(String label, String href) {}

  /**
   * The citation of an article.
   *
   * @param site the public address of the server, for articles that are nowhere else on the web
   * @param today the day of access
   */
  static Citation of(Article article, Optional<String> site, LocalDate today) {
    String address = ArticleAddress.path(article.id());
    String published = WebAddress.of(article.url());
    String read = published.isEmpty() ? site.map(at -> at + address).orElse("") : published;
    return new Citation(
        text(article),
        Arrays.stream(CitationStyle.values())
            .map(style -> new Styled(style.label(), style.of(article, read, today)))
            .toList(),
        ArticleHandler.REFERENCES.stream()
            .map(format -> new Form(format.label(), address + format.suffix()))
            .toList());
  }

  private static String text(Article article) {
    String authors = String.join(", ", article.authors());
    String date = DateLabel.of(article.publishedAt()).text();
    String printed =
        Stream.of(article.source(), article.section(), date)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    String address = WebAddress.of(article.url());
    String where = address.isEmpty() ? "In this archive: " + article.id() : address;
    return (authors.isEmpty() ? "" : authors + ": ")
        + "“%s”. %s. %s".formatted(article.headline(), printed, where);
  }
}
