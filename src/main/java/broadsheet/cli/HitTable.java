package broadsheet.cli;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Hits as a table for a spreadsheet. */
final class HitTable {

  private static final List<String> COLUMNS =
      List.of("id", "title", "publishedAt", "source", "section", "author", "url", "snippet");

  private HitTable() {}

  /** The header row, then one row per hit. */
  static String csv(List<Hit> hits) throws JsonProcessingException {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    COLUMNS.forEach(schema::addColumn);
    return new CsvMapper()
        .writer(schema.build())
        .writeValueAsString(hits.stream().map(HitTable::line).toList());
  }

  private static Map<String, String> line(Hit hit) {
    List<String> cells =
        List.of(
            hit.id(),
            hit.title().text(),
            hit.publishedAt().iso(),
            joined(hit, FacetField.SOURCE),
            joined(hit, FacetField.SECTION),
            joined(hit, FacetField.AUTHOR),
            hit.url(),
            hit.snippets().stream().map(MarkedText::text).collect(Collectors.joining(" ")));
    Map<String, String> line = new LinkedHashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      line.put(COLUMNS.get(i), harmless(cells.get(i)));
    }
    return line;
  }

  private static String joined(Hit hit, FacetField facet) {
    return String.join("; ", hit.plain(facet));
  }

  /** Puts a quote before a cell that a spreadsheet would run as a formula. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
