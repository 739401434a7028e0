package broadsheet.export;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.ParsedQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries as rows of a table. Queries are not relaxed, and reprints count. Each search
 * keeps to the engine's time limit. Not thread-safe.
 */
public final class BatchTable implements BatchQueries.Taker {

  private static final List<String> SUMMARY =
      List.of(
          ("query reading articles first last sources people organisations places link" + " note")
              .split(" ", -1));

  private static final List<String> HITS =
      List.of(
          "query reading articles rank id title publishedAt source link snippet note"
              .split(" ", -1));

  /** The most sources, people, organisations and places of a query. */
  private static final int MOST_VALUES = 10;

  private final SearchEngine engine;
  private final Function<String, ParsedQuery> parser;
  private final Wanted wanted;
  private final OutputStream out;
  private @Nullable CsvWriter table;
  private boolean isLabelled;
  private String label = "";
  private long queries;
  private long broken;

  /**
   * The content of the rows.
   *
   * @param hits the number of rows of hits for a query; 0 for one row of totals a query
   * @param match whether articles need all the words
   * @param filters the filters of every query
   * @param mark whether the table begins with a byte order mark
   * @param site the address of the server that the links lead to, without a trailing slash
   */
  public record Wanted(int hits, Match match, Filters filters, ByteOrderMark mark, String site) {}

  private List<String> columns() {
    List<String> columns = new ArrayList<>(isLabelled ? List.of("label") : List.of());
    columns.addAll(wanted.hits() > 0 ? HITS : SUMMARY);
    return columns;
  }

  /**
   * @param out gets the header with the first row
   */
  public BatchTable(
      SearchEngine engine, Function<String, ParsedQuery> parser, Wanted wanted, OutputStream out) {
    this.engine = engine;
    this.parser = parser;
    this.wanted = wanted;
    this.out = out;
  }

  /** The number of lines taken, broken ones included. */
  public long queries() {
    return queries;
  }

  /** The number of lines that are not queries, or could not be answered. */
  public long broken() {
    return broken;
  }

  @Override
  public void labelled() {
    isLabelled = true;
  }

  @Override
  public void broken(String line, String note) throws IOException {
    queries++;
    broken++;
    row(line, "", "", List.of(), note);
  }

  @Override
  public void query(String label, String text) throws IOException {
    ParsedQuery query = parser.apply(text);
    this.label = label;
    try {
      answer(query);
      queries++;
    } catch (EngineBusyException e) {
      broken(text, "too costly to answer now");
    } finally {
      this.label = "";
    }
  }

  private void answer(ParsedQuery query) throws IOException {
    SearchResults found =
        engine.search(
            request(query, SortOrder.RELEVANCE, Math.max(1, wanted.hits())).withoutCounts());
    long total = found.tiers().isOneList() ? found.total() : found.tiers().all();
    List<String> notes = new ArrayList<>(query.notes());
    switch (found.completeness()) {
      case WHOLE -> {}
      case PATTERNS_LEFT_OUT -> notes.add("patterns that match too many words were left out");
      case PATTERNS_CUT -> notes.add("patterns match too many words: at least this many articles");
      case TIME_UP, PART_UNREACHABLE -> notes.add("the time was up: at least this many articles");
    }
    String count = Long.toString(total);
    String note = String.join("; ", notes);
    if (total == 0) {
      row(query.text(), query.reading(), count, List.of(), note);
    } else if (wanted.hits() == 0) {
      row(query.text(), query.reading(), count, totals(query), note);
    } else {
      List<List<String>> rows = hits(query, found);
      if (rows.size() < total) {
        notes.add("the best %s of %s".formatted(rows.size(), Note.printed(total)));
      }
      for (List<String> hit : rows) {
        row(query.text(), query.reading(), count, hit, String.join("; ", notes));
      }
    }
  }

  private List<String> totals(ParsedQuery query) {
    Map<FacetField, List<FacetCount>> facets =
        engine.search(request(query, SortOrder.RELEVANCE, 1).unfolded()).facets();
    return List.of(
        day(query, SortOrder.OLDEST),
        day(query, SortOrder.NEWEST),
        values(facets, FacetField.SOURCE),
        values(facets, FacetField.PERSON),
        values(facets, FacetField.ORGANISATION),
        values(facets, FacetField.PLACE),
        wanted.site() + asked(query).after("/search"));
  }

  private QueryString asked(ParsedQuery query) {
    return SearchParameters.none()
        .withText(query.text())
        .withFilters(wanted.filters())
        .withMatch(wanted.match())
        .toQueryString();
  }

  private SearchRequest request(ParsedQuery query, SortOrder order, int size) {
    return new SearchRequest(query.root(), wanted.filters(), order, 1, size)
        .matching(wanted.match());
  }

  /** The date of the oldest or newest article; empty if none has one. */
  private String day(ParsedQuery query, SortOrder order) {
    SearchResults results = engine.search(request(query, order, 1).withoutCounts());
    return results.hits().stream().findFirst().map(BatchTable::date).orElse("");
  }

  private static String date(Hit hit) {
    return ArticleTable.inWholeSeconds(hit.publishedAt().iso());
  }

  private static String values(Map<FacetField, List<FacetCount>> facets, FacetField facet) {
    return facets.getOrDefault(facet, List.of()).stream()
        .limit(MOST_VALUES)
        .map(value -> value.value() + " (" + value.count() + ")")
        .collect(Collectors.joining("; "));
  }

  /** The hits that the total counts. */
  private List<List<String>> hits(ParsedQuery query, SearchResults found) {
    int counted = found.tiers().isOneList() ? found.hits().size() : found.tiers().onPage();
    List<List<String>> rows = new ArrayList<>();
    for (Hit hit : found.hits().subList(0, counted)) {
      rows.add(hit(hit, rows.size() + 1, query));
    }
    return rows;
  }

  private List<String> hit(Hit hit, int rank, ParsedQuery query) {
    return List.of(
        Integer.toString(rank),
        hit.id(),
        hit.title().text(),
        date(hit),
        String.join("; ", hit.plain(FacetField.SOURCE)),
        wanted.site() + asked(query).after(ArticleAddress.path(hit.id())),
        MarkedText.joined(hit.snippets()).text());
  }

  /** Writes a row; cells that are not given are empty. */
  private void row(String query, String reading, String count, List<String> more, String note)
      throws IOException {
    List<String> cells = new ArrayList<>(isLabelled ? List.of(label) : List.of());
    cells.addAll(List.of(query, reading, count));
    cells.addAll(more);
    while (cells.size() < columns().size() - 1) {
      cells.add("");
    }
    cells.add(note);
    table().write(cells);
  }

  private CsvWriter table() throws IOException {
    CsvWriter begun = table;
    if (begun == null) {
      wanted.mark().begin(out);
      begun = new CsvWriter(out, columns());
      table = begun;
    }
    return begun;
  }

  /** Passes on the rows so far. */
  public void flush() throws IOException {
    if (table != null) {
      table.flush();
    }
  }

  /** Passes on the rest. */
  public void finish() throws IOException {
    if (queries > 0) {
      table().finish();
    }
  }
}
