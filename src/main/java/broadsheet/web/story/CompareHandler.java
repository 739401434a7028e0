package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.web.link.PartAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.List;

/** Answers {@code /article/{id}/compare/{other}} and the same with {@code .json}. */
public record CompareHandler(Archive archive, Renderer renderer) {

  /** Contains both ids; the second may have the suffix. */
  public static final String PATH = "/article/{id}/compare/{name}";

  private static final String DATA = ".json";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    String path = "/article/{id}/compare/{other}";
    return List.of(
        Operation.page(path, "Compare two articles")
            .taking(ArchiveOperation.SEARCH.parameters())
            .taking(Parameter.number(PartAddress.PART, "a part of a long comparison; or all")),
        Operation.get(path + DATA, "Compare two articles")
            .taking(ArchiveOperation.SEARCH.parameters())
            .answeringJson(CompareView.class));
  }

  /** The path of the page that compares two articles, without parameters. */
  static String path(String id, String other) {
    return ArticleAddress.path(id) + "/compare/" + QueryString.encode(other);
  }

  /** The suffix selects the format, as for an article. */
  public void answer(Context context) {
    SearchParameters parameters = SearchParameters.of(QueryString.parse(context.queryString()));
    String name = context.pathParam("name");
    boolean isForData = name.endsWith(DATA);
    String other = isForData ? name.substring(0, name.length() - DATA.length()) : name;
    Article asked = article(context.pathParam("id"));
    Article held = article(other);
    boolean isReversed = TimeOrder.of(held, asked) == TimeOrder.EARLIER_FIRST;
    Article first = isReversed ? held : asked;
    Article second = isReversed ? asked : held;
    CompareView view = CompareView.of(first, second);
    if (isForData) {
      Body.send(context, renderer.json(view));
    } else {
      WantedPart wanted = WantedPart.of(QueryString.parse(context.queryString()));
      PageFrame frame =
          renderer.assets().frame("Two versions compared", "article.css", parameters, "hits.js");
      Body.send(
          context,
          renderer.html("compare", ComparePage.of(frame, view, first, second, parameters, wanted)));
    }
  }

  private Article article(String id) {
    return archive.engine().article(id).orElseThrow(() -> archive.withoutArticle(id));
  }
}
