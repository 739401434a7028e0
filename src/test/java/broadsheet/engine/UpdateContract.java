package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An updated index finds the same as one rebuilt from the same files. */
abstract class UpdateContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(2);
  private static final int STEPS = 3;
  private static final int FILES = 12;
  private static final int CHANGES = 5;

  /** Requests in each order, for each of which everything is compared. */
  private static final int EACH = 2;

  private int round;

  /** And so does one that is upgraded after that, which then goes on with updates. */
  @Test
  void updatedIndexAnswersAsARebuiltOne() {
    Seeds.each(SEEDS, this::oneArchive);
  }

  /** Again and again, while files change. */
  @Test
  void indexJoinedFromPartsAnswersAsARebuiltOne() {
    Seeds.each(SEEDS, this::oneArchiveInParts);
  }

  private void oneArchiveInParts(Random random) {
    List<Article> records = RandomArchive.of(random, 80);
    ImaginedFiles files = new ImaginedFiles();
    Path joined = folder.resolve("joined" + round);
    Path rebuilt = folder.resolve("rebuilt-whole" + round++);
    int parts = 1 + random.nextInt(5);
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < FILES; i++) {
        change(files, i, records, random);
      }
      IndexingReport report = files.rebuildInParts(at(joined), parts);
      assertThat(report).isEqualTo(files.rebuild(at(rebuilt)));
      try (SearchEngine expected = open(rebuilt);
          SearchEngine actual = open(joined)) {
        SameAnswers.assertSame(expected, actual, requests(random, EACH));
        assertThat(actual.ledger().totals()).isEqualTo(expected.ledger().totals());
      }
    }
  }

  private void oneArchive(Random random) {
    List<Article> records = RandomArchive.of(random, 80);
    ImaginedFiles files = new ImaginedFiles();
    for (int i = 0; i < FILES; i++) {
      change(files, i, records, random);
    }
    Path updated = folder.resolve("updated" + round);
    Path rebuilt = folder.resolve("rebuilt" + round++);
    files.rebuild(at(updated));
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < CHANGES; i++) {
        change(files, random.nextInt(FILES), records, random);
      }
      files.update(at(updated));
      files.rebuild(at(rebuilt));
      List<SearchRequest> asked =
          requests(random, EACH).stream()
              .filter(request -> request.sort() != SortOrder.ADDED) // updates decide that order
              .toList();
      try (SearchEngine expected = open(rebuilt);
          SearchEngine actual = open(updated)) {
        SameAnswers.assertSame(expected, actual, asked);
      }
      if (step == 0) {
        assertThat(upgrade(at(updated)).indexed()).isEqualTo(articles(rebuilt));
        try (SearchEngine expected = open(rebuilt);
            SearchEngine actual = open(updated)) {
          SameAnswers.assertSame(expected, actual, asked);
        }
      }
    }
  }

  /** Builds an index anew from its own articles. */
  static IndexingReport upgrade(Engine engine) {
    try (IndexingSession session = engine.upgrade(_ -> {}, (_, _) -> {})) {
      return session.commit(session.sources());
    }
  }

  private long articles(Path place) {
    try (SearchEngine engine = open(place)) {
      return engine.articleCount();
    }
  }

  /** Replaces a file's articles, some of which other files have too, or removes the file. */
  private static void change(ImaginedFiles files, int file, List<Article> all, Random random) {
    String name = "f" + file;
    if (random.nextInt(4) == 0) {
      files.remove(name);
      return;
    }
    Article[] articles = new Article[1 + random.nextInt(5)];
    for (int i = 0; i < articles.length; i++) {
      articles[i] = all.get(random.nextInt(all.size()));
    }
    files.put(name, articles);
  }

  /** Queries of up to three words in every order, with and without folding and filters. */
  static List<SearchRequest> requests(Random random) {
    return requests(random, 4);
  }

  /** The number of requests in each order. */
  private static List<SearchRequest> requests(Random random, int each) {
    List<SearchRequest> requests = new ArrayList<>();
    for (SortOrder sort : SortOrder.values()) {
      for (int i = 0; i < each; i++) {
        SearchRequest request = new SearchRequest(query(random), filters(random), sort, 1, 7);
        requests.add(random.nextBoolean() ? request : request.unfolded());
      }
    }
    return requests;
  }

  private static QueryNode query(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(RandomArchive.WORDS.get(random.nextInt(RandomArchive.WORDS.size()))).append(' ');
    }
    return QueryParser.parse(text.toString().strip(), LocalDate.EPOCH).root();
  }

  private static Filters filters(Random random) {
    return random.nextInt(3) > 0
        ? Filters.none()
        : Filters.none().with(FacetField.SOURCE, List.of("River Times", "Harbour Post"));
  }
}
