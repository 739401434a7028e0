package broadsheet.cli.evaluate;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plain-text table with aligned columns. The first column is aligned left, the others right.
 *
 * @param head the column names
 * @param lines the cells of each line, as many as there are columns
 */
public record TextTable(List<String> head, List<List<String>> lines) {

  private static final String GAP = "  ";

  public TextTable {
    head = List.copyOf(head);
    lines = lines.stream().<List<String>>map(List::copyOf).toList();
  }

  /** The table in columns, for a terminal; without a trailing line break. */
  public String text() {
    return all().map(this::aligned).collect(Collectors.joining(System.lineSeparator()));
  }

  private Stream<List<String>> all() {
    return Stream.concat(Stream.of(head), lines.stream());
  }

  private String aligned(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> aligned(cells.get(column), column))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private String aligned(String cell, int column) {
    String blanks = " ".repeat(width(column) - cell.length());
    return column == 0 ? cell + blanks : blanks + cell;
  }

  private int width(int column) {
    return all().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
  }

  /** The table in Markdown; without a trailing line break. */
  String markdown() {
    List<String> rule =
        Stream.concat(Stream.of("---"), Collections.nCopies(head.size() - 1, "--:").stream())
            .toList();
    return Stream.concat(Stream.of(head, rule), lines.stream())
        .map(cells -> "| " + String.join(" | ", cells) + " |")
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
