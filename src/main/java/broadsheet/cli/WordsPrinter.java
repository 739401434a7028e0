package broadsheet.cli;

import broadsheet.cli.evaluate.TextTable;
import broadsheet.export.RecordTable;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.words.LinesView;
import broadsheet.web.words.WordsKind;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Prints tables of the words workbench for people. */
record WordsPrinter(PrintWriter out) {

  void print(WordsKind kind, RecordTable<?> table) {
    if (kind == WordsKind.WORDS) {
      table.rows().forEach(row -> print((LinesView.Line) row, table));
    } else if (!table.rows().isEmpty()) {
      out.println(new TextTable(table.names(), cells(table)).text());
    }
  }

  /** The match of each line stands below that of the line before. */
  private void print(LinesView.Line line, RecordTable<?> table) {
    int width =
        table.rows().stream()
            .mapToInt(row -> ((LinesView.Line) row).left().length())
            .max()
            .orElse(0);
    out.println(
        " ".repeat(width - line.left().length())
            + line.left()
            + " ["
            + line.match()
            + "] "
            + line.right()
            + "  "
            + line.id());
  }

  private static <R extends Record> List<List<String>> cells(RecordTable<R> table) {
    return table.rows().stream()
        .map(row -> table.values(row).stream().map(WordsPrinter::cell).toList())
        .toList();
  }

  private static String cell(Optional<Object> value) {
    return switch (value.orElse("")) {
      case Double number -> FormattedCount.number(number);
      case Number count -> count.toString();
      case Object text -> text.toString();
    };
  }
}
