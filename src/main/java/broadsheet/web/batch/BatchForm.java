package broadsheet.web.batch;

import broadsheet.address.ParameterReader;
import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.engine.request.Match;
import broadsheet.export.BatchQueries;
import broadsheet.export.ByteOrderMark;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.web.request.UploadedForm;
import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The queries of a submitted form.
 *
 * @param text as {@link BatchQueries} reads it
 * @param count the number of lines that are queries, or should be
 * @param hits the number of rows of hits for each query; 0 for one row a query
 * @param match whether articles need all the words
 * @param mark whether the table begins with a byte order mark
 */
record BatchForm(String text, int count, int hits, Match match, ByteOrderMark mark) {

  static final int MOST_QUERIES = 10_000;
  static final int LONGEST_BYTES = 4 * 1024 * 1024;

  private static final String FILE = "table";
  private static final String PASTED = "queries";

  /** The fields, for programs. */
  static List<Parameter> inputs() {
    return List.of(
        Parameter.file(
            FILE,
            "a query a line, perhaps after a label and a tab, or CSV with a column query",
            "text/csv"),
        Parameter.text(PASTED, "the same, if there is no file"),
        Parameters.MATCH,
        Parameter.text(ByteOrderMark.NAME, "yes begins the table with a byte order mark"),
        Parameters.HITS);
  }

  /**
   * Reads a form.
   *
   * @throws Refusal if it has no queries or too many, or is not as it should be
   */
  static BatchForm of(Context context) {
    UploadedForm form = UploadedForm.of(context, LONGEST_BYTES);
    String file = form.value(FILE);
    String text = file.isBlank() ? form.value(PASTED) : file;
    int count = count(text);
    if (count == 0) {
      throw new Refusal(Problem.badRequest("There are no queries: paste some, or choose a file."));
    }
    if (count > MOST_QUERIES) {
      throw new Refusal(
          new Problem(
              "Too many queries",
              413,
              "%s queries are more than the %s that are answered at once. Split them, or use"
                      .formatted(count, MOST_QUERIES)
                  + " ./broadsheet batch on the server’s own machine."));
    }
    ParameterReader reader = new ParameterReader(QueryString.of(form.fields()));
    BatchForm read =
        new BatchForm(
            text,
            count,
            reader.number(Parameters.HITS),
            reader.choice(Parameters.MATCH, Match.class),
            ByteOrderMark.of(form.value(ByteOrderMark.NAME).strip()));
    reader.refuseComplaints();
    return read;
  }

  private static int count(String text) {
    Counting counting = new Counting();
    try {
      queries(text).each(counting);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counting.lines;
  }

  private static final class Counting implements BatchQueries.Taker {
    private int lines;

    @Override
    public void labelled() {}

    @Override
    public void query(String label, String text) {
      lines++;
    }

    @Override
    public void broken(String line, String note) {
      lines++;
    }
  }

  BatchQueries queries() {
    return queries(text);
  }

  private static BatchQueries queries(String text) {
    return new BatchQueries(new BufferedReader(new StringReader(text)));
  }
}
