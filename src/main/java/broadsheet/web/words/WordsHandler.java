package broadsheet.web.words;

import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.UnknownNames;
import broadsheet.export.ByteOrderMark;
import broadsheet.export.CsvWriter;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.receipt.Receipts;
import broadsheet.receipt.TableReceipt;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.ArchiveExamples;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import broadsheet.web.page.ReaderUses;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Answers the pages of the words workbench and their data. */
public record WordsHandler(Archive archive, Renderer renderer, ArchiveExamples examples) {
  /** The path of the receipt of a table. */
  public static String receiptPath(WordsKind kind) {
    return kind.path() + TableReceipts.SUFFIX;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return Arrays.stream(WordsKind.values()).flatMap(WordsHandler::operations).toList();
  }

  private static Stream<Operation> operations(WordsKind kind) {
    String summary = kind.operation().summary();
    List<Parameter> inputs = kind.operation().parameters();
    return Stream.of(
        Operation.page(kind.path(), summary).taking(inputs),
        Operation.get(kind.path() + ".json", summary).taking(inputs).answeringJson(view(kind)),
        Operation.get(kind.path() + TableReceipts.SUFFIX, "Record a table: " + summary)
            .taking(inputs)
            .answeringJson(TableReceipt.class),
        Operation.get(kind.path() + ".csv", summary + ", as a table")
            .taking(inputs)
            .answering(CsvWriter.TYPE));
  }

  private static Class<? extends Record> view(WordsKind kind) {
    return switch (kind) {
      case WORDS -> LinesView.class;
      case COLLOCATES -> CollocatesView.class;
      case FREQUENCIES -> FrequenciesView.class;
      case KEYWORDS -> KeywordsView.class;
      case NGRAMS -> SequencesView.class;
    };
  }

  /** Answers with the page. */
  public void html(WordsKind kind, Context context) {
    QueryString given = QueryString.parse(context.queryString());
    WordsParameters parameters = WordsParameters.of(kind, new ParameterReader(given));
    PageFrame frame =
        renderer
            .assets()
            .frame(title(parameters), "trends.css", parameters.search(), "selection.js");
    if (given.pairs().isEmpty()) {
      Body.send(
          context, renderer.html("words", WordsPage.empty(frame, parameters, examples(kind))));
      return;
    }
    QueryView query = query(parameters, given, context);
    Body.send(
        context,
        renderer.html(
            "words", WordsPage.of(frame, parameters, query, table(parameters, query, context))));
  }

  private List<WordsPage.Link> examples(WordsKind kind) {
    return examples.pairs().stream()
        .flatMap(List::stream)
        .map(word -> new WordsPage.Link(word, example(word).after(kind.path()), false))
        .toList();
  }

  private static QueryString example(String word) {
    return new QueryString(List.of(new QueryString.Pair(Parameters.Q.label(), word)));
  }

  private static String title(WordsParameters parameters) {
    String text = parameters.search().text();
    return text.isEmpty() ? parameters.kind().title() : parameters.kind().title() + " of " + text;
  }

  /** Answers with JSON. */
  public void json(WordsKind kind, Context context) {
    Body.send(context, renderer.json(table(kind, context).view()));
  }

  /** Answers with a table. */
  public void csv(WordsKind kind, Context context) {
    byte[] table = table(kind, context).table().csv();
    Body.saveAs("broadsheet-" + kind.label() + ".csv", context);
    ByteOrderMark mark = ByteOrderMark.of(QueryString.parse(context.queryString()));
    Body.send(context, new Body(mark.before(table), CsvWriter.TYPE));
  }

  /** Answers with the receipt of a table. */
  public void receipt(WordsKind kind, Context context) {
    QueryString given = QueryString.parse(context.queryString());
    WordsParameters parameters = WordsParameters.of(kind, new ParameterReader(given));
    Receipts receipts =
        new Receipts(
            archive.engine(),
            query -> archive.lists().lookedUp(query, archive.engine(), context),
            Clock.system(ZoneId.systemDefault()),
            () -> {});
    Body.saveAs("broadsheet-" + kind.label() + TableReceipts.SUFFIX, context);
    Body.send(
        context,
        renderer.json(
            new TableReceipts(parameters, receipts)
                .of(() -> table(parameters, query(parameters, given, context), context))));
  }

  private WordsTable table(WordsKind kind, Context context) {
    QueryString given = QueryString.parse(context.queryString());
    WordsParameters parameters = WordsParameters.of(kind, new ParameterReader(given));
    return table(parameters, query(parameters, given, context), context);
  }

  private QueryView query(WordsParameters parameters, QueryString given, Context context) {
    return QueryView.of(archive.parsed(parameters.search().text(), context))
        .and(UnknownNames.notes(given, parameters.kind().operation()))
        .and(Stream.of(ReaderUses.now().uncounted()).filter(note -> !note.isEmpty()).toList());
  }

  private WordsTable table(WordsParameters parameters, QueryView query, Context context) {
    return WordsTable.of(
        parameters, text -> archive.parsed(text, context).root(), query, archive.engine());
  }
}
