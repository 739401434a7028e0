package broadsheet.engine;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** One part of the contract that every engine must pass. Uses only the port. */
abstract class EngineContract {

  /** A folder for the indexes of one test. */
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  /** The engine at a place; the place is empty at first. */
  abstract Engine at(Path place);

  /** Rebuilds the index at a place from these articles, which belong to no file. */
  void build(Path place, List<Article> articles) {
    try (IndexingSession session = at(place).rebuild()) {
      articles.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
  }

  /** A check of an engine's answer to a query over these articles. */
  interface QueryCheck {
    void on(SearchEngine engine, QueryNode query, List<PrintedArticle> articles);
  }

  /**
   * Checks random queries over random archives.
   *
   * @param seeds the number of archives
   * @param size the number of articles in each
   * @param queries the number of queries for each
   */
  void checkRandomQueries(int seeds, int size, int queries, QueryCheck check) {
    checkRandomQueries(seeds, size, queries, PrintedArticle.WORDS, check);
  }

  /** The same over articles and queries of these words. */
  void checkRandomQueries(int seeds, int size, int queries, List<String> words, QueryCheck check) {
    Seeds.each(
        seeds,
        random -> {
          List<PrintedArticle> articles = PrintedArticle.some(random, size, words);
          Path index = folder.resolve("index" + random.nextInt(Integer.MAX_VALUE));
          build(index, PrintedArticle.plain(articles));
          try (SearchEngine engine = open(index)) {
            for (int i = 0; i < queries; i++) {
              check.on(engine, new RandomTree(random, words).tree(), articles);
            }
          }
        });
  }

  /** An engine over a new index of these articles. */
  SearchEngine engine(Path place, Article... articles) {
    build(place, List.of(articles));
    return open(place);
  }

  /** With time enough on a busy machine, so that no answer is cut short. */
  SearchEngine open(Path place) {
    return open(place, Duration.ofMinutes(10));
  }

  SearchEngine open(Path place, Duration limit) {
    return at(place).search(limit);
  }
}
