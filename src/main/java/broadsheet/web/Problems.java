package broadsheet.web;

import broadsheet.address.Problem;
import broadsheet.address.SearchParameters;
import broadsheet.web.link.AlertAddress;
import broadsheet.web.lists.ListsHandler;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.results.SuggestHandler;
import broadsheet.web.story.ArticleHandler;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.FeedHandler;
import broadsheet.web.trends.TrendsHandler;
import broadsheet.web.verify.VerifyHandler;
import broadsheet.web.words.LineExport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers with a problem in the format of the requested address. Thread-safe. */
record Problems(Renderer renderer) {
  /**
   * The body sent for a problem.
   *
   * @param path the requested address
   * @param query the text to keep in the search box
   * @param retry the same address without the faulty parameters; null if there is none
   * @param search the search that may find what was wanted; null if there is none
   */
  Body body(
      Problem problem, String path, String query, @Nullable String retry, @Nullable String search) {
    if (isForData(path)) {
      return renderer.json(problem, Problem.JSON);
    }
    PageFrame frame =
        renderer
            .assets()
            .frame(problem.title(), "problem.css", SearchParameters.none().withText(query));
    return renderer.html("problem", new ProblemPage(frame, problem, retry, search));
  }

  /** Whether a path is an API address, meant for programs rather than people. */
  static boolean isForData(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".json")
        || ExportHandler.isExport(lower)
        || ArticleHandler.isReference(lower)
        || lower.equals(FeedHandler.PATH)
        || AlertAddress.isFeed(lower)
        || ListsHandler.isFile(lower)
        || lower.equals(LineExport.PATH)
        || lower.equals(TrendsHandler.CSV)
        || VerifyHandler.isTable(lower)
        || lower.equals(SearchDescription.PATH)
        || lower.equals(Health.PATH)
        || lower.equals(ServerMetrics.PATH)
        || lower.equals(SuggestHandler.PATH)
        || lower.startsWith("/assets/");
  }
}
