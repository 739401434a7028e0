package broadsheet.web.takeaway;

import broadsheet.article.Article;
import broadsheet.web.page.WebAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes articles, without their text, as a table for spreadsheets. Several values in a cell are
 * separated by {@code "; "}.
 */
final class CsvArticles implements ArticleWriter {

  private static final List<String> NAMES =
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
          "url");

  private final CsvWriter table;

  CsvArticles(OutputStream out) throws IOException {
    table = new CsvWriter(out, NAMES);
  }

  @Override
  public void write(Article article) throws IOException {
    table.write(
        List.of(
            article.id(),
            article.title(),
            article.standfirst(),
            article.publishedAt().iso(),
            article.source(),
            article.section(),
            joined(article.authors()),
            joined(article.topics()),
            joined(article.places()),
            joined(article.people()),
            article.language(),
            WebAddress.of(article.url())));
  }

  private static String joined(List<String> values) {
    return String.join("; ", values);
  }

  @Override
  public void finish() throws IOException {
    table.finish();
  }
}
