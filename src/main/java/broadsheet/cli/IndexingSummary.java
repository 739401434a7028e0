package broadsheet.cli;

import broadsheet.engine.IndexingReport;
import broadsheet.engine.Vectors;
import broadsheet.indexing.Indexing;
import broadsheet.ledger.LedgerTotals;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The summary of an indexing as JSON, for programs. */
final class IndexingSummary {

  private IndexingSummary() {}

  /** The summary of an indexing and, where vectors were made, of these. */
  static String json(Indexing.Outcomes outcomes, Optional<Vectors.Report> vectors)
      throws JsonProcessingException {
    IndexingReport report = outcomes.report();
    LedgerTotals totals = outcomes.totals();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("indexed", report.indexed());
    summary.put("unchanged", report.unchanged());
    summary.put("removed", report.removed());
    summary.put("duplicate", report.duplicates());
    summary.put("earlierVersions", report.superseded());
    summary.put("erased", report.erased());
    summary.put("skipped", totals.skipped());
    summary.put("failed", totals.failed());
    summary.put("remarks", totals.remarked());
    summary.put("bytes", totals.bytes());
    summary.put("seconds", outcomes.seconds());
    summary.put("articlesPerSecond", outcomes.articlesPerSecond());
    summary.put("megabytesPerSecond", outcomes.megabytesPerSecond());
    vectors.ifPresent(made -> summary.put("vectors", fields(made)));
    return new ObjectMapper().writeValueAsString(summary);
  }

  /** The summary of vectors that were made alone. */
  static String json(Vectors.Report vectors) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(Map.of("vectors", fields(vectors)));
  }

  private static Map<String, Object> fields(Vectors.Report report) {
    return Map.of(
        "articles", report.articles(),
        "passages", report.passages(),
        "unchanged", report.unchanged(),
        "removed", report.removed(),
        "seconds", report.took().toMillis() / 1_000.0);
  }
}
