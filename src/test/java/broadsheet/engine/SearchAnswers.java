package broadsheet.engine;

import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.SearchResults;
import java.util.ArrayList;
import java.util.List;

/** Reads an engine's answers for tests. */
public final class SearchAnswers {
  private SearchAnswers() {}

  /** The ids found, best first. */
  public static List<String> ids(SearchResults results) {
    return results.hits().stream().map(Hit::id).toList();
  }

  /** The ids of the new articles of an alert, the latest first. */
  public static List<String> added(SearchEngine engine, AlertSearch alert) {
    return ids(engine.search(alert.request(SearchRequest.MAX_SIZE)));
  }

  /** The ids of all exported articles, in order. */
  public static List<String> exported(SearchEngine engine, SearchRequest request) {
    List<String> ids = new ArrayList<>();
    engine.export(request, article -> ids.add(article.id()));
    return ids;
  }

  /** The text with brackets around each mark. */
  public static String bracketed(MarkedText marked) {
    StringBuilder text = new StringBuilder(marked.text());
    for (MarkedText.Mark mark : marked.marks().reversed()) {
      text.insert(mark.end(), ']').insert(mark.start(), '[');
    }
    return text.toString();
  }
}
