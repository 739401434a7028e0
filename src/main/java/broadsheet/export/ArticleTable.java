package broadsheet.export;

import broadsheet.address.ArticleAddress;
import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.engine.result.NamedArticle;
import broadsheet.names.NameKind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes articles, without their text or notes, as rows for spreadsheets. Several values in a cell
 * are separated by {@code "; "}.
 */
public final class ArticleTable implements ArticleWriter {

  /**
   * The names of the columns; {@code link} is the address of the article's page here, and names
   * that the article does not state have columns of their own.
   */
  public static final List<String> COLUMNS =
      List.of(
          ("id title standfirst publishedAt source section author topic place person"
                  + " organisation language link url foundPerson foundOrganisation foundPlace")
              .split(" ", -1));

  private final CsvWriter table;
  private final String site;

  ArticleTable(OutputStream out, String site) throws IOException {
    table = new CsvWriter(out, COLUMNS);
    this.site = site;
  }

  @Override
  public void write(NamedArticle article, String note) throws IOException {
    table.write(cells(article, site));
  }

  @Override
  public void finish() throws IOException {
    table.finish();
  }

  /**
   * The row of an article.
   *
   * @param site the address of the server, without a trailing slash
   */
  static List<String> cells(NamedArticle named, String site) {
    Article article = named.article();
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
        joined(article.organisations()),
        article.language(),
        site + ArticleAddress.path(article.id()),
        WebAddress.of(article.url()),
        joined(named.found(NameKind.PERSON)),
        joined(named.found(NameKind.ORGANISATION)),
        joined(named.found(NameKind.PLACE)));
  }

  /** Spreadsheets read no fractions of a second as a time. */
  static String inWholeSeconds(String iso) {
    return iso.replaceFirst("(T\\d\\d:\\d\\d:\\d\\d)\\.\\d+", "$1");
  }

  private static String joined(List<String> values) {
    return String.join("; ", values);
  }
}
