package broadsheet.web.corpus;

import broadsheet.engine.IndexLedger;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.SourcePaths;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.Holdings;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.query.QueryNode;
import broadsheet.web.page.FacetValue;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contents of the archive, and the outcome of everything that was read. Component names are the
 * JSON keys of {@code /corpus.json}; the page shows the same.
 *
 * @param builtAt when the index was last changed
 * @param origins the files and folders it was built from, by their last names
 * @param collections the collections with their articles; empty if there is only the first
 * @param totals the totals; {@code records} is the sum of the next four
 * @param coverage articles by source and month
 * @param show the part of the ledger that is listed
 * @param reasons the number of entries of that part for each reason
 * @param page from 1
 * @param size entries per page
 * @param listed the number of entries in that part
 * @param entries this page of the entries; empty if files are listed
 * @param files this page of the files; empty if entries are listed
 */
public record CorpusView(
    String builtAt,
    List<Origin> origins,
    List<FacetValue> collections,
    Totals totals,
    CoverageView coverage,
    String show,
    Map<String, Long> reasons,
    int page,
    int size,
    long listed,
    List<Entry> entries,
    List<File> files) {

  /** A source of the index, the format given for its files, and its number of articles. */
  public record Origin(String path, String format, long articles) {}

  /** The totals of the ledger. */
  public record Totals(
      long files,
      long bytes,
      long records,
      long articles,
      long duplicate,
      long skipped,
      long failed,
      long notes) {
    static Totals of(LedgerTotals totals) {
      return new Totals(
          totals.files(),
          totals.bytes(),
          totals.read(),
          totals.indexed(),
          totals.duplicates(),
          totals.skipped(),
          totals.failed(),
          totals.remarked());
    }
  }

  public record Entry(String place, String reason, String detail) {
    static Entry of(LedgerEntry entry, SourcePaths paths) {
      return new Entry(paths.shorten(entry.place()), entry.reason(), paths.shorten(entry.detail()));
    }
  }

  /** A file and its outcome. */
  public record File(
      String path, long bytes, long articles, long skipped, long failed, long notes) {
    static File of(FileRecord file, SourcePaths paths) {
      return new File(
          paths.shorten(file.path()),
          file.bytes(),
          file.articles(),
          file.skipped(),
          file.failed(),
          file.remarked());
    }
  }

  static CorpusView of(
      SearchEngine engine, Coverage coverage, LedgerPart part, int page, int size) {
    IndexSummary summary = engine.summary();
    IndexLedger ledger = engine.ledger();
    LedgerTotals totals = ledger.totals();
    SourcePaths paths = SourcePaths.of(summary.origins());
    int from = (page - 1) * size;
    return new CorpusView(
        summary.builtAt().truncatedTo(ChronoUnit.SECONDS).toString(),
        origins(summary, ledger, paths),
        FacetValue.of(
            engine.values(FacetField.COLLECTION, new QueryNode.Everything(), Filters.none())),
        Totals.of(totals),
        CoverageView.of(coverage),
        part.label(),
        part.outcome().map(ledger::reasons).orElse(Map.of()),
        page,
        size,
        part.count(totals),
        part.outcome()
            .map(
                outcome ->
                    ledger.entries(outcome, from, size).stream()
                        .map(entry -> Entry.of(entry, paths))
                        .toList())
            .orElse(List.of()),
        part.outcome().isPresent()
            ? List.of()
            : ledger.files("", from, size).stream().map(file -> File.of(file, paths)).toList());
  }

  private static List<Origin> origins(IndexSummary summary, IndexLedger ledger, SourcePaths paths) {
    List<Long> articles = ledger.articlesOfOrigins();
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < Math.min(summary.origins().size(), articles.size()); i++) {
      var source = summary.origins().get(i);
      origins.add(new Origin(paths.shorten(source.path()), source.readAs(), articles.get(i)));
    }
    return origins;
  }

  /**
   * Articles by source and month.
   *
   * @param all every article
   * @param sources the outlets, most articles first
   * @param others articles from outlets not listed
   * @param unstated articles without an outlet
   * @param languages most articles first
   * @param languageUnknown articles whose language is unknown
   */
  public record CoverageView(
      HoldingsView all,
      List<SourceView> sources,
      HoldingsView others,
      HoldingsView unstated,
      List<FacetValue> languages,
      long languageUnknown) {

    /**
     * The number of articles in each month.
     *
     * @param months by month, {@code 1987-02}; months without articles are absent
     * @param years articles whose month is unknown, by year, {@code 1987}
     */
    public record HoldingsView(
        long articles, long undated, Map<String, Long> months, Map<String, Long> years) {
      static HoldingsView of(Holdings holdings) {
        return new HoldingsView(
            holdings.articles(),
            holdings.undated(),
            written(holdings.months()),
            written(holdings.years()));
      }

      private static Map<String, Long> written(Map<?, Long> counts) {
        Map<String, Long> written = new LinkedHashMap<>();
        counts.forEach((when, count) -> written.put(when.toString(), count));
        return written;
      }
    }

    /** The articles of one outlet. */
    public record SourceView(String source, HoldingsView holdings) {}

    static CoverageView of(Coverage coverage) {
      return new CoverageView(
          HoldingsView.of(coverage.all()),
          coverage.sources().stream()
              .map(of -> new SourceView(of.source(), HoldingsView.of(of.holdings())))
              .toList(),
          HoldingsView.of(coverage.others()),
          HoldingsView.of(coverage.unstated()),
          FacetValue.of(coverage.languages()),
          coverage.languageUnknown());
    }
  }
}
