package broadsheet.export;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Hits as a table for a spreadsheet: the columns of {@code /search.csv}, then the snippets. */
public final class HitTable {
  private HitTable() {}

  /**
   * The header row, then one row per hit. A hit that an update removed meanwhile has none.
   *
   * @param site the address of the server that the links lead to
   */
  public static String csv(List<Hit> hits, SearchEngine engine, String site)
      throws JsonProcessingException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(with("snippet", ArticleTable.COLUMNS));
    for (Hit hit : hits) {
      String snippets =
          hit.snippets().stream().map(MarkedText::text).collect(Collectors.joining(" "));
      engine
          .named(hit.id())
          .map(article -> with(snippets, ArticleTable.cells(article, site)))
          .ifPresent(rows::add);
    }
    return new CsvMapper()
        .writer(CsvSchema.emptySchema())
        .writeValueAsString(rows.stream().map(HitTable::guarded).toList());
  }

  private static List<String> with(String last, List<String> cells) {
    List<String> all = new ArrayList<>(cells);
    all.add(last);
    return all;
  }

  private static List<String> guarded(List<String> cells) {
    return cells.stream().map(FormulaGuard::guarded).toList();
  }
}
