package broadsheet.web;

import broadsheet.engine.Filters;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SortOrder;
import broadsheet.query.QueryNode;
import io.javalin.http.Context;

/** Answers {@code /help}. */
final class HelpHandler {

  private static final int LATEST = 5;

  private final Archive archive;
  private final Renderer renderer;

  HelpHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  void html(Context context) {
    SearchRequest latest =
        new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.NEWEST, 1, LATEST)
            .withoutCounts();
    PageFrame frame = renderer.assets().frame("How to ask", "help.css", SearchParameters.none());
    HelpPage page =
        HelpPage.of(frame, archive.engine().search(latest).hits(), archive.engine().summary());
    Answers.send(context, renderer.html("help", page));
  }
}
