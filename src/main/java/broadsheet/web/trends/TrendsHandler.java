package broadsheet.web.trends;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.address.TimelineMeasure;
import broadsheet.address.UnknownNames;
import broadsheet.engine.LookedAt;
import broadsheet.export.ByteOrderMark;
import broadsheet.export.CsvWriter;
import broadsheet.operation.ArchiveOperation;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.ArchiveExamples;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.trends.TrendsView.PeriodView;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers {@code /trends}, {@code /trends.json} and {@code /trends.csv}. */
public record TrendsHandler(Archive archive, Renderer renderer, ArchiveExamples examples) {
  public static final String PATH = "/trends";
  public static final String JSON = PATH + ".json";
  public static final String CSV = PATH + ".csv";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(PATH, "Compare queries over time")
            .taking(ArchiveOperation.TRENDS.parameters()),
        Operation.get(JSON, "Count queries over time, with their peaks")
            .taking(ArchiveOperation.TRENDS.parameters())
            .answeringJson(TrendsView.class),
        Operation.get(CSV, "Count queries over time, as a table")
            .taking(ArchiveOperation.TRENDS.parameters())
            .answering(CsvWriter.TYPE));
  }

  public void html(Context context) {
    Answer answer = answer(context, true);
    TrendParameters parameters = answer.parameters();
    PageFrame frame =
        renderer
            .assets()
            .frame(title(parameters), "trends.css", narrowed(parameters), "selection.js");
    PointLinks links = new PointLinks(answer.count().queries(), parameters.filters());
    TrendsPage page =
        TrendsPage.of(
            frame,
            TrendsForm.of(parameters),
            answer.view(),
            answer.count().periods(),
            links,
            parameters.queries().isEmpty() ? exampleLinks() : List.of());
    Body.send(context, renderer.html("trends", page));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(answer(context, true).view()));
  }

  public void csv(Context context) {
    byte[] table = TrendsCsv.of(answer(context, false).view());
    Body.saveAs("broadsheet-trends.csv", context);
    ByteOrderMark mark = ByteOrderMark.of(QueryString.parse(context.queryString()));
    Body.send(context, new Body(mark.before(table), CsvWriter.TYPE));
  }

  private record Answer(TrendParameters parameters, TrendCount count, TrendsView view) {}

  private Answer answer(Context context, boolean isWithPeaks) {
    QueryString given = QueryString.parse(context.queryString());
    TrendParameters parameters = TrendParameters.of(given);
    List<ParsedQuery> queries =
        parameters.queries().stream().map(text -> archive.parsed(text, context)).toList();
    TrendCount count =
        TrendCount.of(queries, parameters, archive.engine())
            .noting(UnknownNames.notes(given, ArchiveOperation.TRENDS));
    Peaks peaks = new Peaks(count, parameters, archive.engine());
    TrendsView view =
        TrendsView.of(
            count,
            parameters,
            isWithPeaks ? lookedAt(parameters, count) : "",
            isWithPeaks ? peaks::of : (_, _) -> null);
    return new Answer(parameters, count, view);
  }

  private String lookedAt(TrendParameters parameters, TrendCount count) {
    return parameters.queries().isEmpty() || !count.trends().all().isComplete()
        ? ""
        : LookedAt.in(archive.engine(), new QueryNode.Everything(), parameters.filters());
  }

  /** The filters of a query typed into the search box. */
  private static SearchParameters narrowed(TrendParameters parameters) {
    return SearchParameters.none().withFilters(parameters.filters());
  }

  private static String title(TrendParameters parameters) {
    return parameters.queries().isEmpty()
        ? "Trends"
        : String.join(", ", parameters.queries()) + " over time";
  }

  private List<TrendsForm.Link> exampleLinks() {
    return examples.pairs().stream().map(TrendsHandler::example).toList();
  }

  private static TrendsForm.Link example(List<String> queries) {
    TrendParameters none = TrendParameters.of(new QueryString(List.of()));
    return new TrendsForm.Link(
        String.join(" and ", queries), TrendsForm.href(none.asking(queries)));
  }

  /** A view as a table: a row per period, a column per query. */
  private static final class TrendsCsv {
    private TrendsCsv() {}

    static byte[] of(TrendsView view) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        CsvWriter table = new CsvWriter(out, names(view));
        for (PeriodView period : view.periods()) {
          table.write(cells(period, view.measure().equals(TimelineMeasure.SHARE.label())));
        }
        table.finish();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }

    private static List<String> names(TrendsView view) {
      Stream<String> queries = view.queries().stream().map(trend -> trend.query().text());
      return Stream.concat(Stream.of("start", "end", "articles"), queries).toList();
    }

    private static List<String> cells(PeriodView period, boolean isShare) {
      List<String> cells =
          new ArrayList<>(List.of(period.start(), period.end(), Long.toString(period.articles())));
      (isShare ? period.shares() : period.counts()).forEach(value -> cells.add(cell(value)));
      return cells;
    }

    private static String cell(@Nullable Number value) {
      return switch (value) {
        case null -> "";
        case Double share -> BigDecimal.valueOf(share).toPlainString();
        default -> value.toString();
      };
    }
  }
}
