package broadsheet.web;

import broadsheet.engine.Filters;
import broadsheet.engine.Hit;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SortOrder;
import broadsheet.query.QueryNode;
import io.javalin.http.Context;
import java.util.List;

/** Answers {@code /}. */
final class HomeHandler {
  private static final int LATEST = 5;

  private final Archive archive;
  private final Renderer renderer;

  HomeHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  void html(Context context) {
    PageFrame frame = renderer.assets().frame("Broadsheet", "home.css", SearchParameters.none());
    HomePage page = HomePage.of(frame, archive.engine().summary(), latest());
    Answers.send(context, renderer.html("home", page));
  }

  private List<Hit> latest() {
    SearchRequest newest =
        new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.NEWEST, 1, LATEST)
            .withoutCounts();
    return archive.engine().search(newest).hits();
  }
}
