package broadsheet.web.words;

import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.receipt.Receipt.ArchiveState;
import broadsheet.receipt.Receipt.Question;
import broadsheet.receipt.Receipts;
import broadsheet.receipt.TableReceipt;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the receipts of tables.
 *
 * @param receipts records queries and the state of the archive
 */
record TableReceipts(WordsParameters parameters, Receipts receipts) {

  /** Behind the path of a table: its receipt. */
  static final String SUFFIX = ".receipt.json";

  private static final List<Parameter> QUERIES = List.of(Parameters.AGAINST, Parameters.MARKED);

  /**
   * The receipt of a table.
   *
   * @param counted makes the table
   */
  TableReceipt of(Supplier<WordsTable> counted) {
    return receipts.of((state, madeAt) -> of(counted.get(), state, madeAt));
  }

  private TableReceipt of(WordsTable found, ArchiveState state, String madeAt) {
    return new TableReceipt(
        TableReceipt.FORMAT,
        madeAt,
        parameters.kind().label(),
        parameters.toQueryString().after(parameters.kind().path() + ".csv"),
        queries(),
        state,
        found.table().rows().size(),
        found.isExact(),
        String.join(", ", found.facts()),
        digest(found.table().csv()));
  }

  private Map<String, Question> queries() {
    Map<String, Question> queries = new LinkedHashMap<>();
    queries.put(Parameters.Q.label(), receipts.question(parameters.search().text()));
    for (Parameter each : QUERIES) {
      String text = parameters.choices().text(each);
      if (!text.isBlank()) {
        queries.put(each.label(), receipts.question(text));
      }
    }
    return queries;
  }

  private static String digest(byte[] table) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
