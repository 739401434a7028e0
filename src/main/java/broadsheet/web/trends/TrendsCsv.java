package broadsheet.web.trends;

import broadsheet.address.TimelineMeasure;
import broadsheet.export.CsvWriter;
import broadsheet.web.trends.TrendsView.PeriodView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A view as a table: a row per period, a column per query. */
final class TrendsCsv {
  private TrendsCsv() {}

  static byte[] of(TrendsView view) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CsvWriter table = new CsvWriter(out, names(view));
      for (PeriodView period : view.periods()) {
        table.write(cells(period, view.measure().equals(TimelineMeasure.SHARE.label())));
      }
      table.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<String> names(TrendsView view) {
    Stream<String> queries = view.queries().stream().map(trend -> trend.query().text());
    return Stream.concat(Stream.of("start", "end", "articles"), queries).toList();
  }

  private static List<String> cells(PeriodView period, boolean isShare) {
    List<String> cells =
        new ArrayList<>(List.of(period.start(), period.end(), Long.toString(period.articles())));
    (isShare ? period.shares() : period.counts()).forEach(value -> cells.add(cell(value)));
    return cells;
  }

  private static String cell(@Nullable Number value) {
    return switch (value) {
      case null -> "";
      case Double share -> BigDecimal.valueOf(share).toPlainString();
      default -> value.toString();
    };
  }
}
