package broadsheet.export;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The mark by which spreadsheets know that a table is UTF-8. Statistics programs take it for a part
 * of the first name, so no table begins with it unless that is asked for: by {@code --bom} on the
 * command line, by {@code bom=yes} in an address. The links of pages ask for it.
 */
public enum ByteOrderMark {
  NO,
  YES;

  /** The parameter of an address, and the field of a form. */
  public static final String NAME = "bom";

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The choice of a command. */
  public static ByteOrderMark of(boolean isAsked) {
    return isAsked ? YES : NO;
  }

  /**
   * The choice of an address.
   *
   * @throws Refusal if it is neither yes nor no
   */
  public static ByteOrderMark of(QueryString given) {
    List<String> values = given.filled(NAME);
    return values.isEmpty() ? NO : of(values.getLast());
  }

  /**
   * The choice of a form.
   *
   * @throws Refusal if it is neither yes, no nor empty
   */
  public static ByteOrderMark of(String typed) {
    return switch (typed) {
      case "yes" -> YES;
      case "no", "" -> NO;
      default -> throw new Refusal(Problem.badRequest(NAME + " takes yes or no."));
    };
  }

  /** The address of a table with the mark, for readers. */
  public static QueryString asked(QueryString query) {
    List<QueryString.Pair> pairs = new ArrayList<>(query.pairs());
    pairs.add(new QueryString.Pair(NAME, "yes"));
    return new QueryString(pairs);
  }

  /** Writes it, if it is wanted, before a table. */
  public void begin(OutputStream out) throws IOException {
    if (this == YES) {
      out.write(MARK);
    }
  }

  /** A table with it, if it is wanted. */
  public byte[] before(byte[] table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      begin(out);
      out.write(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
