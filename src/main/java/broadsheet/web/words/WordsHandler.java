package broadsheet.web.words;

import broadsheet.address.QueryString;
import broadsheet.engine.words.WordSet;
import broadsheet.export.ByteOrderMark;
import broadsheet.export.CsvWriter;
import broadsheet.query.ParsedQuery;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers the pages of the words workbench and their data. */
public record WordsHandler(Archive archive, Renderer renderer) {
  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return Arrays.stream(WordsKind.values()).flatMap(WordsHandler::operations).toList();
  }

  private static Stream<Operation> operations(WordsKind kind) {
    return Stream.of(
        Operation.page(kind.path(), kind.summary()).taking(WordsParameters.inputs(kind)),
        Operation.get(kind.path() + ".json", kind.summary())
            .taking(WordsParameters.inputs(kind))
            .answeringJson(view(kind)),
        Operation.get(kind.path() + ".csv", kind.summary() + ", as a table")
            .taking(WordsParameters.inputs(kind))
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
    WordsParameters parameters = WordsParameters.of(kind, given);
    PageFrame frame = renderer.assets().frame(title(parameters), "trends.css", parameters.search());
    if (given.pairs().isEmpty()) {
      Body.send(context, renderer.html("words", WordsPage.empty(frame, parameters)));
      return;
    }
    QueryView query = query(parameters, given, context);
    Body.send(
        context,
        renderer.html(
            "words", WordsPage.of(frame, parameters, query, table(parameters, query, context))));
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

  private WordsTable table(WordsKind kind, Context context) {
    QueryString given = QueryString.parse(context.queryString());
    WordsParameters parameters = WordsParameters.of(kind, given);
    return table(parameters, query(parameters, given, context), context);
  }

  private QueryView query(WordsParameters parameters, QueryString given, Context context) {
    return QueryView.of(archive.parsed(parameters.search().text(), context))
        .and(parameters.strangers(given));
  }

  private WordsTable table(WordsParameters parameters, QueryView query, Context context) {
    String against = parameters.choices().against();
    return WordsTable.of(
        parameters.kind(),
        set(parameters.search().text(), parameters, context),
        against.isBlank() ? Optional.empty() : Optional.of(set(against, parameters, context)),
        parameters.choices(),
        query,
        archive.engine());
  }

  private WordSet set(String text, WordsParameters parameters, Context context) {
    ParsedQuery parsed = archive.parsed(text, context);
    return new WordSet(
        parsed.root(), parameters.search().filters(), !parameters.search().showsDuplicates());
  }
}
