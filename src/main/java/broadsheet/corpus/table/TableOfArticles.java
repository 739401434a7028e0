package broadsheet.corpus.table;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.json.JsonArticle;
import broadsheet.corpus.json.RichContent;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotionFile;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables of articles, one per row: CSV, TSV and similar. Columns are identified by their names in
 * the first row, or by their content.
 */
public final class TableOfArticles extends Format {
  static final String NO_ARTICLES = "a table, but not of articles";
  private static final String DATABASE =
      "the table of a Notion database, whose rows are pages of their own";

  private static final Pattern QUOTE = Pattern.compile("[\"']");
  private static final List<Pattern> DELIMITERS =
      Stream.of(",", ";", "\t", "\\|").map(Pattern::compile).toList();

  public TableOfArticles(DateReader dates) {
    super("csv", dates, SECOND_REVISION);
  }

  @Override
  public Recognition recognise(Peek peek) {
    boolean isNamed = peek.hasExtension("csv", "tsv", "tab", "psv");
    if (!isNamed && !mayBeTable(peek)) {
      return Recognition.NOT_MINE;
    }
    if (NotionFile.isDatabase(peek.file().name())) {
      return Recognition.noArticle(DATABASE);
    }
    CsvLayout layout = CsvLayout.of(Decoding.head(peek.head()), peek.isWhole(), dates);
    if (isNamed) {
      return layout.isOfArticles() ? Recognition.MINE : Recognition.noArticle(NO_ARTICLES);
    }
    return Recognition.mineIf(layout.isCertain());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    CsvReading.of(Decoding.reader(in), dates)
        .read(
            records,
            (row, number) ->
                records.take(
                    number,
                    () -> new JsonArticle(RichContent.ofRow(row), records, number).article(dates)));
  }

  /** Without a matching extension, a table must begin with at least two known names. */
  private static boolean mayBeTable(Peek peek) {
    String first = peek.start().lines().findFirst().orElse("");
    return DELIMITERS.stream()
        .anyMatch(
            delimiter ->
                delimiter
                        .splitAsStream(QUOTE.matcher(first).replaceAll(""))
                        .filter(FieldNames::isKnown)
                        .count()
                    > 1);
  }
}
