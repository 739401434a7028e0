package broadsheet.web.takeaway;

import broadsheet.article.Article;
import java.io.IOException;
import java.io.OutputStream;

/** Writes articles as an {@link ArticleTable}, which has no column for notes. */
final class CsvArticles implements ArticleWriter {
  private final CsvWriter table;
  private final String site;

  CsvArticles(OutputStream out, String site) throws IOException {
    table = new CsvWriter(out, ArticleTable.COLUMNS);
    this.site = site;
  }

  @Override
  public void write(Article article, String note) throws IOException {
    table.write(ArticleTable.cells(article, site));
  }

  @Override
  public void finish() throws IOException {
    table.finish();
  }
}
