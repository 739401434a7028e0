package broadsheet.cli;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OneCollectionOptions;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexLedger;
import broadsheet.engine.SearchEngine;
import broadsheet.indexing.IndexingLog.LedgerLine;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Printable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code ledger} command: lists the outcome of every file and record that was read. */
@Command(
    name = "ledger",
    description = {
      "Lists the outcome of every file and record that was read into the index: each file with its"
          + " articles, then every duplicate, skipped item, failure and note, with its place"
          + " and reason."
    })
final class LedgerCommand implements Callable<Integer> {

  private static final int AT_ONCE = 1_000;

  @Option(names = "--failed", description = "Lists only what could not be read.")
  private boolean isFailedOnly;

  @Option(names = "--json", description = "Prints one JSON object per line.")
  private boolean isJson;

  @Mixin private OneCollectionOptions common;
  @Spec private CommandSpec spec;

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public Integer call() throws JsonProcessingException {
    try (SearchEngine engine = common.search(Engine.TIME_LIMIT)) {
      IndexLedger ledger = engine.ledger();
      PrintWriter out = spec.commandLine().getOut();
      if (!isFailedOnly) {
        out.println(isJson ? json(totals(ledger.totals())) : line(ledger.totals()));
        printFiles(ledger, out);
      }
      for (Outcome outcome : isFailedOnly ? List.of(Outcome.FAILED) : List.of(Outcome.values())) {
        printEntries(ledger, outcome, out);
      }
      if (isFailedOnly && !isJson && ledger.totals().failed() == 0) {
        out.println("Nothing failed: every file could be read.");
      }
      return ExitCode.DONE;
    }
  }

  private void printFiles(IndexLedger ledger, PrintWriter out) throws JsonProcessingException {
    List<FileRecord> files = ledger.files("", 0, AT_ONCE);
    while (!files.isEmpty()) {
      for (FileRecord file : files) {
        if (isJson) {
          out.println(json(fields(file)));
        } else if (file.articles() > 0) {
          out.printf(
              Locale.ROOT, "%-9s %,9d  %s%n", "read", file.articles(), Printable.line(file.path()));
        }
      }
      files = ledger.files(files.getLast().path(), 0, AT_ONCE);
    }
  }

  private void printEntries(IndexLedger ledger, Outcome outcome, PrintWriter out)
      throws JsonProcessingException {
    int from = 0;
    List<LedgerEntry> entries = ledger.entries(outcome, from, AT_ONCE);
    while (!entries.isEmpty()) {
      for (LedgerEntry entry : entries) {
        out.println(isJson ? json(fields(entry)) : line(entry));
      }
      from += entries.size();
      entries = ledger.entries(outcome, from, AT_ONCE);
    }
  }

  private static String line(LedgerTotals totals) {
    return String.format(
        Locale.ROOT,
        "files %,d, records %,d: articles %,d, duplicate %,d, skipped %,d, failed %,d; notes %,d",
        totals.files(),
        totals.read(),
        totals.indexed(),
        totals.duplicates(),
        totals.skipped(),
        totals.failed(),
        totals.remarked());
  }

  private static String line(LedgerEntry entry) {
    return String.format(
        Locale.ROOT,
        "%-9s %9s  %s: %s%s",
        LedgerLine.label(entry.outcome()),
        "",
        Printable.line(entry.place()),
        entry.reason(),
        entry.detail().isEmpty() ? "" : " (" + Printable.line(entry.detail()) + ")");
  }

  private String json(Map<String, Object> fields) throws JsonProcessingException {
    return mapper.writeValueAsString(fields);
  }

  private static Map<String, Object> totals(LedgerTotals totals) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("files", totals.files());
    fields.put("bytes", totals.bytes());
    fields.put("records", totals.read());
    fields.put("articles", totals.indexed());
    fields.put("duplicate", totals.duplicates());
    fields.put("skipped", totals.skipped());
    fields.put("failed", totals.failed());
    fields.put("notes", totals.remarked());
    return fields;
  }

  private static Map<String, Object> fields(FileRecord file) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", file.path());
    fields.put("bytes", file.bytes());
    fields.put("records", file.articles() + file.skipped() + file.failed());
    fields.put("articles", file.articles());
    fields.put("skipped", file.skipped());
    fields.put("failed", file.failed());
    fields.put("notes", file.remarked());
    return fields;
  }

  private static Map<String, Object> fields(LedgerEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("outcome", LedgerLine.label(entry.outcome()));
    fields.put("place", entry.place());
    fields.put("reason", entry.reason());
    fields.put("detail", entry.detail());
    return fields;
  }
}
