package broadsheet.verify;

import broadsheet.export.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report as a table, a row for each claim. Stateless. */
public final class DraftTable {

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "verdict",
          "text",
          "speaker",
          "differences",
          "id",
          "title",
          "source",
          "date",
          "paragraph",
          "in_the_archive",
          "said_by",
          "articles");

  private DraftTable() {}

  /**
   * Writes the rows of a report.
   *
   * @param out is not closed
   */
  public static void write(DraftReport report, OutputStream out) throws IOException {
    CsvWriter table = new CsvWriter(out, COLUMNS);
    for (DraftReport.Row row : report.findings()) {
      table.write(cells(row));
    }
    table.finish();
  }

  private static List<String> cells(DraftReport.Row row) {
    boolean isFound = !row.places().isEmpty();
    FoundPlace first = isFound ? row.places().getFirst() : FoundPlace.NOWHERE;
    return List.of(
        Integer.toString(row.number()),
        row.verdict(),
        row.text(),
        row.speaker(),
        row.changes().stream().map(DraftTable::text).collect(Collectors.joining("; ")),
        first.id(),
        first.title(),
        first.source(),
        first.date(),
        isFound ? Integer.toString(first.paragraph()) : "",
        first.match(),
        first.speaker(),
        Integer.toString(row.articles()));
  }

  /** A difference in a line: {@code number: “95”, in the archive “55”}. */
  public static String text(DraftReport.Changed change) {
    return "%s: %s, in the archive %s"
        .formatted(
            change.kind().replace('_', ' '), quoted(change.claimed()), quoted(change.printed()));
  }

  private static String quoted(String words) {
    return words.isEmpty() ? "nothing" : "“" + words + "”";
  }
}
