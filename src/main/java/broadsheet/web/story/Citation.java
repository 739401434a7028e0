package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.web.page.ArticleAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.WebAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to cite an article.
 *
 * @param text author, title, outlet and date as plain text: {@code Ruth Amsel: “Grain pier
 *     reopens”. The Evening Lantern, Harbour, 26 February 1987. https://…}. Anything the article
 *     does not state is left out, but an undated article is called undated
 * @param forms files for reference managers
 */
public record Citation(String text, List<Form> forms) {

  /** A file format for reference managers, and its address. */
  public record Form(String label, String href) {}

  static Citation of(Article article) {
    String address = ArticleAddress.path(article.id());
    return new Citation(
        text(article),
        ArticleHandler.REFERENCES.stream()
            .map(format -> new Form(format.label(), address + format.suffix()))
            .toList());
  }

  private static String text(Article article) {
    String authors = String.join(", ", article.authors());
    String title = article.title().isEmpty() ? "Untitled" : article.title();
    String date = DateLabel.of(article.publishedAt()).text();
    String printed =
        Stream.of(article.source(), article.section(), date)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    String address = WebAddress.of(article.url());
    String where = address.isEmpty() ? "In this archive: " + article.id() : address;
    return (authors.isEmpty() ? "" : authors + ": ")
        + "“%s”. %s. %s".formatted(title, printed, where);
  }
}
