package broadsheet.web.batch;

import broadsheet.address.Parameter;
import broadsheet.address.ParameterReader;
import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.export.BatchQueries;
import broadsheet.export.ByteOrderMark;
import broadsheet.web.openapi.Input;
import broadsheet.web.request.UploadedForm;
import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

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
  private static final String HITS = "hits";

  /** The fields, for programs. */
  static List<Input> inputs() {
    return List.of(
        Input.file(
            FILE, "a query a line, perhaps after a label and a tab, or CSV with a column query"),
        Input.text(PASTED, "the same, if there is no file"),
        Input.text(Parameter.MATCH.label(), Parameter.MATCH.takes()),
        Input.text(ByteOrderMark.NAME, "yes begins the table with a byte order mark"),
        Input.text(HITS, "writes a row for each of the best hits, up to this many, at most 100"));
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
    return new BatchForm(
        text,
        count,
        hits(form.value(HITS).strip()),
        match(form.value(Parameter.MATCH.label()).strip()),
        ByteOrderMark.of(form.value(ByteOrderMark.NAME).strip()));
  }

  private static Match match(String wanted) {
    if (wanted.isEmpty()) {
      return Match.AUTO;
    }
    if (!Parameter.MATCH.choices().contains(wanted)) {
      throw new Refusal(
          Problem.badRequest(
              "match takes %s, not “%s”."
                  .formatted(Parameter.MATCH.takes(), ParameterReader.shortened(wanted))));
    }
    return Match.valueOf(wanted.toUpperCase(Locale.ROOT));
  }

  private static int hits(String wanted) {
    if (wanted.isEmpty()) {
      return 0;
    }
    int hits = wanted.matches("[0-9]{1,3}") ? Integer.parseInt(wanted) : -1;
    if (hits < 0 || hits > SearchRequest.MAX_SIZE) {
      throw new Refusal(
          Problem.badRequest(
              "hits takes a whole number from 0 to %s, not “%s”."
                  .formatted(SearchRequest.MAX_SIZE, ParameterReader.shortened(wanted))));
    }
    return hits;
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
