package broadsheet.export;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.NamedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hits as a table: the columns of {@code /search.csv}, then the snippets. */
public final class HitTable {
  private HitTable() {}

  /**
   * The header row, then one row per hit. A hit that an update removed meanwhile has none.
   *
   * @param site the address of the server that the links lead to
   */
  public static void write(List<Hit> hits, SearchEngine engine, String site, OutputStream out)
      throws IOException {
    CsvWriter table = new CsvWriter(out, with("snippet", ArticleTable.COLUMNS));
    for (Hit hit : hits) {
      String snippets = MarkedText.joined(hit.snippets()).text();
      Optional<NamedArticle> article = engine.named(hit.id());
      if (article.isPresent()) {
        table.write(with(snippets, ArticleTable.cells(article.get(), site)));
      }
    }
    table.finish();
  }

  private static List<String> with(String last, List<String> cells) {
    List<String> all = new ArrayList<>(cells);
    all.add(last);
    return all;
  }
}
