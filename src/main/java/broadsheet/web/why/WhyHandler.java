package broadsheet.web.why;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.Explanation;
import broadsheet.operation.ArchiveOperation;
import broadsheet.query.ParsedQuery;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.List;

/** Answers {@code /article/{id}/why} and the same with {@code .json}. */
public record WhyHandler(Archive archive, Renderer renderer) {

  public static final String PATH = "/article/{id}" + ArticleAddress.WHY;

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(PATH, "Learn why an article is a result")
            .taking(ArchiveOperation.SEARCH.parameters()),
        Operation.get(PATH + ".json", ArchiveOperation.EXPLAIN.summary())
            .taking(ArchiveOperation.SEARCH.parameters())
            .answeringJson(WhyView.class));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(view(context, parameters(context))));
  }

  public void html(Context context) {
    SearchParameters parameters = parameters(context);
    WhyView view = view(context, parameters);
    PageFrame frame = renderer.assets().frame("Why this result", "article.css", parameters);
    String headline =
        archive
            .engine()
            .article(view.id())
            .map(Article::headline)
            .orElseThrow(() -> archive.withoutArticle(view.id()));
    Body.send(context, renderer.html("why", WhyPage.of(frame, view, headline, parameters)));
  }

  private static SearchParameters parameters(Context context) {
    return SearchParameters.of(QueryString.parse(context.queryString()));
  }

  private WhyView view(Context context, SearchParameters parameters) {
    String id = context.pathParam("id");
    ParsedQuery query = archive.parsed(parameters.text(), context);
    Explanation why =
        archive
            .engine()
            .explain(parameters.request(query.root()), id)
            .orElseThrow(() -> archive.withoutArticle(id));
    return WhyView.of(query, why).and(notes(id, parameters));
  }

  /** Says of an earlier version why the search does not find it. */
  private List<String> notes(String id, SearchParameters parameters) {
    boolean isHidden =
        parameters.filters().versions() == VersionScope.LATEST
            && archive.engine().versions(id).stream()
                .anyMatch(version -> version.id().equals(id) && !version.isLatest());
    return isHidden
        ? List.of("This is an earlier version of the article; the search finds only the latest.")
        : List.of();
  }

  /**
   * The page that explains why an article is a result.
   *
   * @param frame the page frame
   * @param view the data, as in its JSON twin
   * @param headline the article's headline, or a substitute where it has none
   * @param article the article's page, with the same query marked
   * @param back the results
   */
  public record WhyPage(
      PageFrame frame, WhyView view, String headline, String article, String back) {

    static WhyPage of(PageFrame frame, WhyView view, String headline, SearchParameters parameters) {
      return new WhyPage(
          frame,
          view,
          headline,
          parameters.toQueryString().after(ArticleAddress.path(view.id())),
          parameters.toQueryString().after("/search"));
    }

    /** The heading. */
    public String heading() {
      return view.isHit() ? "Why this result" : "Why this is not a result";
    }
  }
}
