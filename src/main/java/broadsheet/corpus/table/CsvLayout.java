package broadsheet.corpus.table;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The layout of a table. Immutable.
 *
 * @param columns the field name of each column; empty if a column is not used
 * @param headLines the lines before the first article: column names and a delimiter line
 * @param isCertain whether this can hardly be anything but a table of articles
 * @param isGuessed whether the columns go by their content, as they have no known names
 */
record CsvLayout(
    CsvDialect dialect,
    List<String> columns,
    HeadLines headLines,
    boolean isCertain,
    boolean isGuessed) {
  private static final int LONGEST_NAME = 60;
  private static final Pattern NO_NAME = Pattern.compile("[\\d.,:/ -]*|https?://.*");

  /** The delimiter line that Excel writes. */
  private static final Pattern SEPARATOR = Pattern.compile("(?i)sep=([,;\t|])\\r?(?:\\n|$)");

  private static final Set<Part> BESIDE_A_TITLE =
      EnumSet.of(
          Part.BODY, Part.STANDFIRST, Part.DATE, Part.AUTHOR, Part.SOURCE, Part.SECTION, Part.URL);

  /** Names of a day, which may mean anything else: German {@code Tag} is also a label. */
  private static final Set<String> DAYS = Set.of("tag", "day", "jour", "dia", "giorno", "dag");

  /** The lines before the rows of articles. */
  record HeadLines(boolean hasSeparator, boolean hasNames) {}

  /** Detects the layout from the beginning of a table. */
  static CsvLayout of(String sample, boolean isWhole, DateReader dates) {
    Matcher separator = SEPARATOR.matcher(sample);
    boolean hasSeparator = separator.lookingAt();
    String table = hasSeparator ? sample.substring(separator.end()) : sample;
    CsvDialect found = CsvDialect.of(table, isWhole);
    CsvDialect dialect = hasSeparator ? found.delimitedBy(separator.group(1).charAt(0)) : found;
    return of(dialect, dialect.rows(table, isWhole), hasSeparator, dates);
  }

  private static CsvLayout of(
      CsvDialect dialect, List<List<String>> rows, boolean hasSeparator, DateReader dates) {
    List<String> first = rows.isEmpty() ? List.of() : rows.getFirst();
    HeadLines headLines = new HeadLines(hasSeparator, isOfNames(first));
    if (headLines.hasNames() && isOfArticles(first)) {
      boolean isCertain =
          parts(first).size() > 1 && rows.size() > 1 && rows.get(1).size() == first.size();
      List<String> columns = withDay(first, rows, dates);
      return new CsvLayout(dialect, columns, headLines, isCertain, !columns.equals(first));
    }
    boolean isNamed = headLines.hasNames() && parts(first).size() > 1;
    if (isNamed) {
      return new CsvLayout(dialect, List.of(), headLines, false, false);
    }
    return CsvColumns.guess(rows, dates)
        .map(guess -> guessed(dialect, guess, headLines))
        .orElse(new CsvLayout(dialect, List.of(), headLines, false, false));
  }

  /** The names, with a column that is named as a day is as that of dates, if no other is. */
  private static List<String> withDay(
      List<String> names, List<List<String>> rows, DateReader dates) {
    int day =
        IntStream.range(0, names.size())
            .filter(i -> DAYS.contains(FieldNames.folded(names.get(i))))
            .findFirst()
            .orElse(-1);
    boolean isDay =
        day >= 0
            && !parts(names).contains(Part.DATE)
            && CsvColumns.guess(rows, dates)
                .filter(guess -> guess.names().get(day).equals("date"))
                .isPresent();
    List<String> columns = new ArrayList<>(names);
    if (isDay) {
      columns.set(day, "date");
    }
    return List.copyOf(columns);
  }

  private static CsvLayout guessed(CsvDialect dialect, CsvColumns guess, HeadLines headLines) {
    boolean hasNames = headLines.hasNames() || guess.hasNames();
    return new CsvLayout(
        dialect, guess.names(), new HeadLines(headLines.hasSeparator(), hasNames), false, true);
  }

  /** The columns in order, as in {@code date, ?, text}, if they are guessed; else empty. */
  Optional<String> guessed() {
    return isGuessed
        ? Optional.of(
            columns.stream()
                .map(name -> name.isEmpty() ? "?" : name)
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  boolean isOfArticles() {
    return !columns.isEmpty();
  }

  private static boolean isOfNames(List<String> row) {
    return row.stream().anyMatch(FieldNames::isKnown)
        && row.stream().allMatch(cell -> cell.length() <= LONGEST_NAME)
        && row.stream().noneMatch(cell -> !cell.isBlank() && NO_NAME.matcher(cell).matches());
  }

  private static boolean isOfArticles(List<String> names) {
    Set<Part> parts = parts(names);
    boolean hasTitle =
        names.stream()
            .anyMatch(
                name ->
                    !name.strip().equalsIgnoreCase("name")
                        && FieldNames.part(name).filter(Part.TITLE::equals).isPresent());
    return parts.contains(Part.BODY)
        || (hasTitle && parts.stream().anyMatch(BESIDE_A_TITLE::contains));
  }

  private static Set<Part> parts(List<String> names) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    names.forEach(name -> FieldNames.part(name).ifPresent(parts::add));
    return parts;
  }
}
