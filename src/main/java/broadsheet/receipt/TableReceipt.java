package broadsheet.receipt;

import broadsheet.receipt.Receipt.ArchiveState;
import broadsheet.receipt.Receipt.Question;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The record of a table of words: what was counted in which archive, and a digest of the table. Its
 * components are the keys of its file. Immutable.
 *
 * @param tableReceipt the number of the format, {@value #FORMAT}
 * @param madeAt when it was made, ISO 8601 in UTC
 * @param table its name in addresses: {@code collocates}
 * @param address the path and the parameters of its CSV, those with their default left out
 * @param queries its queries by the name of their parameter
 * @param rows the number of rows
 * @param isExact whether all articles were read; a sample for want of time may differ the next time
 * @param facts the numbers of the whole, as the page has them
 * @param digest the SHA-256 of the CSV without a byte order mark, in hexadecimal digits
 */
public record TableReceipt(
    int tableReceipt,
    String madeAt,
    String table,
    String address,
    Map<String, Question> queries,
    ArchiveState archive,
    long rows,
    boolean isExact,
    String facts,
    String digest) {

  /** The number of the format. */
  public static final int FORMAT = 1;

  public TableReceipt {
    queries = Collections.unmodifiableMap(new TreeMap<>(queries));
  }
}
