package broadsheet.web.words;

import broadsheet.address.QueryString;
import broadsheet.engine.words.LineOrder;
import broadsheet.export.ByteOrderMark;
import broadsheet.operation.Parameters;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the words workbench.
 *
 * @param tabs its tables of the same articles
 * @param help what this table shows
 * @param form the form, filled in
 * @param query the query and how it was read; null before one is asked
 * @param facts the numbers of the whole
 * @param notes what is not exact
 * @param counted the matches as typed and with any ending, a link each; empty where that is not
 *     told
 * @param forms the most frequent forms, with their numbers
 * @param orders the orders of lines; empty for other tables
 * @param lines the lines; empty for other tables
 * @param columns the columns; empty for lines
 * @param rows the rows; empty for lines
 * @param next the page after this; null at the end
 * @param takeAway downloads of the data
 * @param examples queries to try; empty once one is asked
 */
public record WordsPage(
    PageFrame frame,
    List<Link> tabs,
    String help,
    WordsForm form,
    @Nullable QueryView query,
    List<String> facts,
    List<String> notes,
    List<Link> counted,
    String forms,
    List<Link> orders,
    List<WordsRows.Line> lines,
    List<WordsRows.Column> columns,
    List<WordsRows.Row> rows,
    @Nullable String next,
    List<Link> takeAway,
    List<Link> examples) {

  private static final int MOST_FORMS = 12;

  /** A labelled link, and whether it leads here. */
  public record Link(String label, String href, boolean isCurrent) {}

  /** The page before anything is asked. */
  static WordsPage empty(PageFrame frame, WordsParameters parameters, List<Link> examples) {
    return new WordsPage(
        frame,
        tabs(parameters),
        parameters.kind().help(),
        WordsForm.of(parameters),
        null,
        List.of(),
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        examples);
  }

  static WordsPage of(
      PageFrame frame, WordsParameters parameters, QueryView query, WordsTable found) {
    WordsRows rows = new WordsRows(parameters);
    WordsKind kind = parameters.kind();
    boolean areLines = kind == WordsKind.WORDS;
    return new WordsPage(
        frame,
        tabs(parameters),
        parameters.kind().help(),
        WordsForm.of(parameters),
        query,
        found.facts(),
        found.notes(),
        counted(found.forms(), parameters),
        forms(found.forms()),
        areLines ? orders(parameters) : List.of(),
        areLines ? rows.lines((LinesView) found.view()) : List.of(),
        areLines ? List.of() : rows.columns(found.table()),
        areLines ? List.of() : rows.of(found.table()),
        found
            .next()
            .map(next -> parameters.with(Map.of(Parameters.AFTER.label(), next)).after(kind.path()))
            .orElse(null),
        takeAway(parameters),
        List.of());
  }

  private static List<Link> takeAway(WordsParameters parameters) {
    String path = parameters.kind().path();
    QueryString same = parameters.toQueryString();
    QueryString table = ByteOrderMark.asked(same);
    List<Link> links = new ArrayList<>();
    if (parameters.kind() == WordsKind.WORDS) {
      links.add(new Link("CSV of all lines", table.after(LineExport.PATH), false));
    }
    links.add(new Link("CSV", table.after(path + ".csv"), false));
    links.add(new Link("JSON", same.after(path + ".json"), false));
    links.add(new Link("receipt to cite", same.after(path + TableReceipts.SUFFIX), false));
    return links;
  }

  private static List<Link> counted(@Nullable FormsView forms, WordsParameters parameters) {
    Long typed = forms == null ? null : forms.typed();
    if (forms == null || typed == null) {
      return List.of();
    }
    boolean isAny = parameters.choices().isOn(Parameters.ENDINGS);
    String path = parameters.kind().path();
    return List.of(
        new Link(
            FormattedCount.of(typed) + " as typed",
            parameters.withEndings(false).after(path),
            !isAny),
        new Link(
            FormattedCount.of(forms.anyEnding()) + " with any ending",
            parameters.withEndings(true).after(path),
            isAny));
  }

  private static String forms(@Nullable FormsView counted) {
    if (counted == null || (counted.forms().size() < 2 && counted.isExact())) {
      return "";
    }
    String forms =
        counted.forms().stream()
            .limit(MOST_FORMS)
            .map(form -> form.text() + " " + FormattedCount.of(form.count()))
            .collect(Collectors.joining(", "));
    int more = counted.forms().size() - MOST_FORMS;
    return forms
        + (more > 0 ? " and more" : "")
        + (counted.isExact() ? "" : " (in a sample of the articles)");
  }

  private static List<Link> tabs(WordsParameters parameters) {
    return Arrays.stream(WordsKind.values())
        .map(
            kind ->
                new Link(
                    kind.title(), parameters.asked().after(kind.path()), kind == parameters.kind()))
        .toList();
  }

  private static List<Link> orders(WordsParameters parameters) {
    return Arrays.stream(LineOrder.values())
        .map(
            order ->
                new Link(
                    name(order),
                    parameters
                        .with(Map.of(Parameters.LINE_ORDER.label(), order.label()))
                        .after(parameters.kind().path()),
                    order.label().equals(parameters.choices().text(Parameters.LINE_ORDER))))
        .toList();
  }

  static String name(LineOrder order) {
    return switch (order) {
      case ARTICLE -> "Article";
      case NEWEST -> "Newest";
      case OLDEST -> "Oldest";
      case SOURCE -> "Source";
      case LEFT1 -> "1st word left";
      case LEFT2 -> "2nd left";
      case LEFT3 -> "3rd left";
      case RIGHT1 -> "1st word right";
      case RIGHT2 -> "2nd right";
      case RIGHT3 -> "3rd right";
      case MATCH -> "Match";
    };
  }
}
