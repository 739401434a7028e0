package broadsheet.cli;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.web.takeaway.ArticleTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Hits as a table for a spreadsheet: the columns of {@code /search.csv}, then the snippets. */
final class HitTable {
  private HitTable() {}

  /**
   * The header row, then one row per hit. A hit that an update removed meanwhile has none.
   *
   * @param site the address of the server that the links lead to
   */
  static String csv(List<Hit> hits, SearchEngine engine, String site)
      throws JsonProcessingException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(with("snippet", ArticleTable.COLUMNS));
    for (Hit hit : hits) {
      String snippets =
          hit.snippets().stream().map(MarkedText::text).collect(Collectors.joining(" "));
      engine
          .article(hit.id())
          .map(article -> with(snippets, ArticleTable.cells(article, site)))
          .ifPresent(rows::add);
    }
    return new CsvMapper()
        .writer(CsvSchema.emptySchema())
        .writeValueAsString(rows.stream().map(HitTable::harmless).toList());
  }

  private static List<String> with(String last, List<String> cells) {
    List<String> all = new ArrayList<>(cells);
    all.add(last);
    return all;
  }

  private static List<String> harmless(List<String> cells) {
    return cells.stream().map(ArticleTable::harmless).toList();
  }
}
