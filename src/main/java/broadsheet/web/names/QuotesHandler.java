package broadsheet.web.names;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.NameProfile;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.names.Name;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.web.link.NameAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.List;

/** Answers with what a person or an organisation is quoted as saying. Thread-safe. */
public final class QuotesHandler {

  public static final String PATH = NameAddress.PATH + "/quotes";

  /** Articles on a page. */
  static final int SIZE = 20;

  private final Archive archive;
  private final Renderer renderer;

  public QuotesHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    List<Parameter> inputs = List.of(Parameters.PAGE);
    return List.of(
        Operation.page(PATH, "Read what a person or an organisation is quoted as saying")
            .taking(inputs),
        Operation.get(PATH + ".json", "What a person or an organisation is quoted as saying")
            .taking(inputs)
            .answeringJson(QuotesView.class));
  }

  /** The page of quotes of a name. */
  static String address(Name name) {
    return NameAddress.page(name) + "/quotes";
  }

  /** The articles that quote a name. */
  static SearchRequest quoting(Name name, int page, int size) {
    QueryNode speaker =
        new QueryNode.InField(QueryField.SPEAKER, new QueryNode.Phrase(name.text(), 0));
    return new SearchRequest(speaker, Filters.none(), SortOrder.NEWEST, page, size);
  }

  public void html(Context context) {
    Quoted quoted = quoted(context);
    PageFrame frame =
        renderer
            .assets()
            .frame("Quotes of " + quoted.name().text(), "results.css", SearchParameters.none());
    Body.send(
        context,
        renderer.html(
            "quotes", QuotesPage.of(frame, quoted.name(), quoted.view(), quoted.results())));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(quoted(context).view()));
  }

  private record Quoted(Name name, SearchResults results, QuotesView view) {}

  private Quoted quoted(Context context) {
    Name name = NameHandler.name(context.pathParam("kind"), context.pathParam("name"));
    if (!archive.engine().hasAny(new QueryNode.Everything(), NameProfile.filter(name))) {
      throw NameHandler.unknown(name, archive);
    }
    int page = SearchParameters.of(QueryString.parse(context.queryString())).page();
    SearchResults results = archive.engine().search(quoting(name, page, SIZE).withoutCounts());
    List<String> ids = results.hits().stream().map(Hit::id).toList();
    return new Quoted(
        name, results, QuotesView.of(name, results, page, archive.engine().quotes(name, ids)));
  }
}
