package broadsheet.web.takeaway;

import broadsheet.article.Article;
import broadsheet.web.link.ArticleAddress;
import broadsheet.web.link.WebAddress;
import java.util.List;

/**
 * Articles, without their text, as rows for spreadsheets. Several values in a cell are separated by
 * {@code "; "}.
 */
public final class ArticleTable {

  /** The names of the columns; {@code link} is the address of the article's page here. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "standfirst",
          "publishedAt",
          "source",
          "section",
          "author",
          "topic",
          "place",
          "person",
          "language",
          "link",
          "url");

  private ArticleTable() {}

  /**
   * The row of an article.
   *
   * @param site the address of the server, without a trailing slash
   */
  public static List<String> cells(Article article, String site) {
    return List.of(
        article.id(),
        article.title(),
        article.standfirst(),
        inWholeSeconds(article.publishedAt().iso()),
        article.source(),
        article.section(),
        joined(article.authors()),
        joined(article.topics()),
        joined(article.places()),
        joined(article.people()),
        article.language(),
        site + ArticleAddress.path(article.id()),
        WebAddress.of(article.url()));
  }

  /**
   * Keeps spreadsheets from running a cell as a formula, which could leak the other cells.
   *
   * <p>Source: OWASP, "CSV Injection".
   */
  public static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** Spreadsheets read no fractions of a second as a time. */
  private static String inWholeSeconds(String iso) {
    return iso.replaceFirst("(T\\d\\d:\\d\\d:\\d\\d)\\.\\d+", "$1");
  }

  private static String joined(List<String> values) {
    return String.join("; ", values);
  }
}
