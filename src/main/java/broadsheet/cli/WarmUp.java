package broadsheet.cli;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.query.QueryParser;
import java.time.LocalDate;

/** A first search of a large archive, made while its server starts. Stateless. */
final class WarmUp {

  /** Most archives have one of them in most articles. */
  private static final String FREQUENT_WORDS = "the OR de";

  private static final int HITS_OF_A_PAGE = 10;

  /**
   * With fewer articles, a search during the start delays the first answer more than it saves: see
   * {@code docs/decisions/0034-compilers-and-memory.md}.
   */
  private static final long MANY_ARTICLES = 250_000;

  private WarmUp() {}

  /** Begins it, and returns the same engine. */
  static SearchEngine begun(SearchEngine engine) {
    Thread.ofPlatform().daemon().name("warm-up").start(() -> warmUp(engine));
    return engine;
  }

  /**
   * Searches a large archive once, so that the first reader need not wait until the facets are
   * read.
   */
  static void warmUp(SearchEngine engine) {
    try {
      if (engine.articleCount() >= MANY_ARTICLES) {
        engine.search(
            new SearchRequest(
                QueryParser.parse(FREQUENT_WORDS, LocalDate.EPOCH).root(),
                Filters.none(),
                SortOrder.RELEVANCE,
                1,
                HITS_OF_A_PAGE));
      }
    } catch (RuntimeException e) {
      // Readers learn of any fault when they search.
    }
  }
}
