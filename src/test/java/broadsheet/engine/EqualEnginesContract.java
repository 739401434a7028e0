package broadsheet.engine;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An engine gives the very answers of the embedded one. A subclass names it. */
public abstract class EqualEnginesContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(0);
  private static final int ARTICLES = 80;
  private static final int QUERIES = 2;

  private int round;

  /** The engine at a place; the place is empty at first. */
  protected abstract Engine engineAt(Path place);

  /** The embedded engine with the articles of the engine at a place. */
  protected abstract Engine embedded(Path place);

  @Override
  Engine at(Path place) {
    return engineAt(place);
  }

  @Test
  void sameArticlesAnswerTheSame() {
    Seeds.each(SEEDS, this::oneArchive);
  }

  private void oneArchive(Random random) {
    List<Article> articles = new ArrayList<>(RandomArchive.of(random, ARTICLES));
    PrintedArticle.plain(PrintedArticle.some(random, ARTICLES / 2)).forEach(articles::add);
    List<SearchRequest> requests = UpdateContract.requests(random);
    for (SortOrder sort : SortOrder.values()) {
      for (int i = 0; i < QUERIES; i++) {
        QueryNode query = new RandomTree(random).tree();
        requests.add(new SearchRequest(query, Filters.none(), sort, 1, 7));
      }
    }
    Path place = folder.resolve("archive" + round++);
    build(place, articles);
    try (SearchEngine expected = embedded(place).search(Duration.ofMinutes(10));
        SearchEngine actual = open(place)) {
      SameAnswers.assertSame(expected, actual, requests);
    }
  }
}
