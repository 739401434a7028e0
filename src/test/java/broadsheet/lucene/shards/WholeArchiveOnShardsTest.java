package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Crossing;
import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.WholeArchive;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.SameAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.files.ProgramCopy;
import broadsheet.ledger.Source;
import broadsheet.names.Name;
import broadsheet.pack.Packing;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      assertPackIsOfTheSameArticles(expected, actual);
    }
  }

  private void assertPackIsOfTheSameArticles(SearchEngine expected, SearchEngine shards)
      throws Exception {
    SearchParameters asked = SearchParameters.of(QueryString.parse("q=person:amsel+harbour"));
    ParsedQuery query = QueryParser.parse(asked.text(), LocalDate.EPOCH);
    ProgramCopy program =
        new ProgramCopy(Map.of("lib", Files.createDirectory(folder.resolve("lib"))));
    Path pack = folder.resolve("pack");
    new Packing(shards, asked, query, typed -> typed, program, "http://localhost")
        .into(pack, List.of(), List.of(), (_, _) -> {});
    try (SearchEngine packed = Engines.open(pack.resolve("index")).search(LIMIT)) {
      assertThat(named(packed, new QueryNode.Everything()))
          .isNotEmpty()
          .isEqualTo(named(packed, query.root()))
          .isEqualTo(named(expected, query.root()));
    }
  }

  /** The articles and the names found in them, by id. */
  private static Map<String, List<Name>> named(SearchEngine engine, QueryNode query) {
    Map<String, List<Name>> named = new TreeMap<>();
    engine.export(SearchRequest.of(query).unfolded(), each -> named.put(each.id(), each.found()));
    return named;
  }
}
