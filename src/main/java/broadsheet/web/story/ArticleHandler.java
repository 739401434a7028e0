package broadsheet.web.story;

import broadsheet.engine.MarkedArticle;
import broadsheet.query.ParsedQuery;
import broadsheet.web.address.Problem;
import broadsheet.web.address.QueryString;
import broadsheet.web.address.Refusal;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;

/** Answers {@code /article/{id}} and {@code /article/{id}.json}. */
public final class ArticleHandler {
  private static final String DATA = ".json";

  private final Archive archive;
  private final Renderer renderer;

  public ArticleHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  /** The suffix chooses the form; ids may hold dots, so it is cut off here and not by a route. */
  public void answer(Context context) {
    String name = context.pathParam("name");
    if (name.endsWith(DATA)) {
      Found found = find(context, name.substring(0, name.length() - DATA.length()));
      Body.send(context, renderer.json(found.view()));
    } else {
      html(context, find(context, name));
    }
  }

  private void html(Context context, Found found) {
    String title = found.marked().article().title();
    PageFrame frame =
        renderer
            .assets()
            .frame(title.isEmpty() ? "Article" : title, "article.css", found.parameters());
    ArticlePage page = ArticlePage.of(frame, found.view(), found.marked(), found.parameters());
    Body.send(context, renderer.html("article", page));
  }

  private record Found(SearchParameters parameters, MarkedArticle marked, ArticleView view) {}

  private Found find(Context context, String id) {
    SearchParameters parameters = SearchParameters.of(QueryString.parse(context.queryString()));
    ParsedQuery query = archive.parser().apply(parameters.text());
    MarkedArticle marked =
        archive
            .engine()
            .find(id, query.root())
            .orElseThrow(() -> new Refusal(Problem.noArticle(id)));
    ArticleView view = ArticleView.of(QueryView.of(query), marked);
    return new Found(parameters, marked, view);
  }
}
