package broadsheet.corpus.table;

import broadsheet.corpus.encoding.TextLines;
import broadsheet.corpus.record.FieldNames;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The syntax of a table. Immutable.
 *
 * @param delimiter between cells
 * @param quote around cells; 0 if quotes are ordinary characters
 * @param escape before a literal quote in a cell; 0 if such quotes are doubled
 */
record CsvDialect(char delimiter, char quote, char escape) {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int MOST_SAMPLE_ROWS = 200;

  /** The share of rows that must have the same width for a table. */
  private static final double MOST = 0.6;

  /** The dialect in which the beginning of a table has most rows of the same width. */
  static CsvDialect of(String sample, boolean isWhole) {
    CsvDialect best = new CsvDialect(',', '"', '\0');
    double bestScore = 0;
    for (CsvDialect dialect : candidates(sample)) {
      double score = dialect.score(sample, isWhole);
      if (score > bestScore) {
        best = dialect;
        bestScore = score;
      }
    }
    return best;
  }

  /** The most common come first. */
  private static List<CsvDialect> candidates(String sample) {
    List<CsvDialect> candidates = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      candidates.add(new CsvDialect(delimiter, '"', escape(sample, '"')));
      if (hasSingleQuotes(sample, delimiter)) {
        candidates.add(new CsvDialect(delimiter, '\'', escape(sample, '\'')));
      }
      candidates.add(new CsvDialect(delimiter, '\0', '\0'));
    }
    return candidates;
  }

  CsvSchema schema() {
    CsvSchema.Builder schema = CsvSchema.builder().setColumnSeparator(delimiter);
    if (quote == 0) {
      schema.disableQuoteChar();
    } else {
      schema.setQuoteChar(quote);
    }
    return (escape == 0 ? schema : schema.setEscapeChar(escape)).build();
  }

  CsvDialect delimitedBy(char other) {
    return new CsvDialect(other, quote, escape);
  }

  CsvDialect withoutQuotes() {
    return new CsvDialect(delimiter, '\0', '\0');
  }

  /** The rows at the beginning of a table, without the last if it may be cut off. */
  List<List<String>> rows(String sample, boolean isWhole) {
    List<List<String>> rows = new ArrayList<>();
    try {
      CsvRows reader = new CsvRows(new TextLines(new StringReader(sample), sample.length()), this);
      while (rows.size() < MOST_SAMPLE_ROWS && reader.next()) {
        rows.add(reader.isBroken() ? List.of() : reader.cells());
      }
    } catch (IOException e) {
      return List.of();
    }
    boolean isCutOff = !isWhole && rows.size() > 1 && rows.size() < MOST_SAMPLE_ROWS;
    return isCutOff ? rows.subList(0, rows.size() - 1) : rows;
  }

  /** The share of rows that have the same width, with a bonus if the first row has known names. */
  private double score(String sample, boolean isWhole) {
    List<List<String>> rows = rows(sample, isWhole);
    Map<Integer, Integer> widths = new TreeMap<>();
    rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
    widths.keySet().removeIf(width -> width < 2);
    if (widths.isEmpty()) {
      return 0;
    }
    double share = (double) Collections.max(widths.values()) / rows.size();
    long known = rows.getFirst().stream().filter(FieldNames::isKnown).count();
    long otherwise = rows.stream().filter(this::isQuotedOtherwise).count();
    double doubt = 1 - otherwise / (2.0 * rows.size());
    return share < MOST && known == 0 ? 0 : share * doubt * (1 + known);
  }

  /** Whether a cell begins with a quote that is not this dialect's. */
  private boolean isQuotedOtherwise(List<String> row) {
    return row.stream()
        .filter(cell -> !cell.isEmpty())
        .anyMatch(cell -> "\"'".indexOf(cell.charAt(0)) >= 0 && cell.charAt(0) != quote);
  }

  /** Whether there are cells in single quotes. */
  private static boolean hasSingleQuotes(String sample, char delimiter) {
    return sample.startsWith("'") || sample.contains(delimiter + "'") || sample.contains("\n'");
  }

  private static char escape(String sample, char quote) {
    String escaped = "\\" + quote;
    return quote != 0 && sample.contains(escaped) ? '\\' : '\0';
  }
}
