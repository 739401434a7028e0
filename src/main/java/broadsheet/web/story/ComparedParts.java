package broadsheet.web.story;

import broadsheet.compare.VersionComparison.Row;
import broadsheet.compare.VersionComparison.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Divides the rows of a comparison into parts that one page shows. Not thread-safe. */
final class ComparedParts {
  /** A row longer than a part is divided into pieces of at most so many characters. */
  private static final int PIECE = 10_000;

  private final List<Row> rows = new ArrayList<>();
  private List<Stretch> first = new ArrayList<>();
  private List<Stretch> second = new ArrayList<>();

  private ComparedParts() {}

  /** The parts, at least one. */
  static List<List<Row>> of(List<Row> rows) {
    List<List<Row>> parts = new ArrayList<>();
    List<Row> part = new ArrayList<>();
    long bytes = 0;
    for (Row row : rows.stream().flatMap(ComparedParts::divided).toList()) {
      if (!part.isEmpty() && bytes + bytes(row) > BodyStretch.MOST_BYTES) {
        parts.add(part);
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(row);
      bytes += bytes(row);
    }
    parts.add(part);
    return parts;
  }

  private static long bytes(Row row) {
    return Stream.concat(row.first().stream(), row.second().stream())
        .mapToLong(stretch -> stretch.text().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private static Stream<Row> divided(Row row) {
    return bytes(row) <= BodyStretch.MOST_BYTES
        ? Stream.of(row)
        : new ComparedParts().all(row).stream();
  }

  /** Changed text stands beside the text that it replaces, equal text beside itself. */
  private List<Row> all(Row row) {
    int i = 0;
    int j = 0;
    while (i < row.first().size() || j < row.second().size()) {
      int firstEnd = end(row.first(), i);
      int secondEnd = end(row.second(), j);
      add(pieces(row.first().subList(i, firstEnd)), pieces(row.second().subList(j, secondEnd)));
      i = Math.min(row.first().size(), firstEnd + 1);
      j = Math.min(row.second().size(), secondEnd + 1);
      add(pieces(row.first().subList(firstEnd, i)), pieces(row.second().subList(secondEnd, j)));
    }
    end();
    return rows;
  }

  /** The index after stretches that differ. */
  private static int end(List<Stretch> stretches, int from) {
    int at = from;
    while (at < stretches.size() && stretches.get(at).isDifferent()) {
      at++;
    }
    return at;
  }

  private void add(List<Stretch> ofFirst, List<Stretch> ofSecond) {
    for (int i = 0; i < Math.max(ofFirst.size(), ofSecond.size()); i++) {
      first.addAll(ofFirst.subList(Math.min(i, ofFirst.size()), Math.min(i + 1, ofFirst.size())));
      second.addAll(
          ofSecond.subList(Math.min(i, ofSecond.size()), Math.min(i + 1, ofSecond.size())));
      if (bytes(new Row(first, second)) > PIECE) {
        end();
      }
    }
  }

  private void end() {
    if (!first.isEmpty() || !second.isEmpty()) {
      rows.add(new Row(first, second));
    }
    first = new ArrayList<>();
    second = new ArrayList<>();
  }

  private static List<Stretch> pieces(List<Stretch> stretches) {
    List<Stretch> pieces = new ArrayList<>();
    for (Stretch stretch : stretches) {
      String text = stretch.text();
      int from = 0;
      while (text.length() - from > PIECE) {
        int blank = text.lastIndexOf(' ', from + PIECE);
        int to = blank > from ? blank + 1 : text.offsetByCodePoints(from, PIECE / 2);
        pieces.add(new Stretch(text.substring(from, to), stretch.isDifferent()));
        from = to;
      }
      pieces.add(new Stretch(text.substring(from), stretch.isDifferent()));
    }
    return pieces;
  }
}
