package broadsheet.lucene.shards;

import broadsheet.Crossing;
import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.WholeArchive;
import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.SameAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Combinations are answered by shards as by one index, over an archive that has everything. */
@Thorough
class WholeArchiveOnShardsTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int QUERIES = 100;

  @TempDir Path folder;

  @Test
  void combinationsAreAnsweredAsByOneIndex() throws Exception {
    List<Article> articles = new ArrayList<>();
    Engine files = Engines.open(WholeArchive.index(folder));
    try (SearchEngine engine = files.search(LIMIT)) {
      engine.export(
          SearchRequest.of(new QueryNode.Everything()).unfolded(),
          each -> articles.add(each.article()));
    }
    Engine one = Engines.open(folder.resolve("one"));
    Engine shards = new ShardedEngine(folder.resolve("shards"));
    for (Engine each : List.of(one, shards)) {
      try (IndexingSession session = each.rebuild(NameMode.FIND)) {
        articles.forEach(session::add);
        session.commit(List.of(new Source("/test", "")));
      }
    }
    try (SearchEngine expected = one.search(LIMIT);
        SearchEngine actual = shards.search(LIMIT)) {
      Seeds.each(
          1,
          random ->
              SameAnswers.assertSameButForScores(
                  expected,
                  actual,
                  Stream.generate(() -> Crossing.random(random).query())
                      .limit(QUERIES)
                      .map(query -> QueryParser.parse(query, LocalDate.EPOCH).root())
                      .map(SearchRequest::of)
                      .toList()));
    }
  }
}
