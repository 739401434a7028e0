package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.desk.Desks;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import broadsheet.rights.Rights;
import broadsheet.use.UseCounter;
import broadsheet.use.UseFile;
import broadsheet.use.Uses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of the use of a server: numbers by collection and month, and nothing else. */
class CountedUseTest {

  private static final ArchiveCollection AFP = new ArchiveCollection("afp");

  @TempDir private Path folder = Path.of("");

  private static Article article(String title) {
    return Article.withId("1").title(title).paragraphs(List.of(title + " on Monday.")).build();
  }

  private void ask(List<String> paths) throws Exception {
    Path index = folder.resolve("index");
    TestIndex.build(index, List.of(article("The harbour strike")));
    TestIndex.build(AFP.in(index), List.of(article("A strike at sea")));
    try (ArchiveCollections collections = Engines.open(index).collections(Engine.TIME_LIMIT);
        SearchEngine whole = collections.search(collections.all());
        UseCounter counter = UseCounter.of(new UseFile(index));
        WebServer server =
            WebServer.start(
                new SharedArchive(whole, collections, () -> Rights.NONE, true),
                query -> QueryParser.parse(query, LocalDate.EPOCH),
                new UserData(Desks.open(index), Optional.empty(), Optional.empty(), counter),
                ServerSettings.at("127.0.0.1", 0));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : paths) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        client.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    }
  }

  private Uses of(ArchiveCollection collection) throws Exception {
    var months = new UseFile(folder.resolve("index")).read().months();
    YearMonth now = YearMonth.now(ZoneOffset.UTC);
    return Objects.requireNonNull(Objects.requireNonNull(months.get(now)).get(collection));
  }

  @Test
  void usesAreCountedForTheCollectionsThatWereAsked() throws Exception {
    ask(
        List.of(
            "/search?q=strike",
            "/search.json?q=strike&collection=afp",
            "/search?q=strike&page=2",
            "/search",
            "/search.json?q=strike&sort=nonsense",
            "/article/afp~~1",
            "/article/1",
            "/article/1.json",
            "/article/1.bib",
            "/article/nothing",
            "/search.csv?q=strike",
            "/batch",
            "/suggest?q=str",
            "/"));
    assertThat(of(ArchiveCollection.FIRST)).isEqualTo(new Uses(1, 2, 1));
    assertThat(of(AFP)).isEqualTo(new Uses(2, 1, 1));
    String kept = Files.readString(new UseFile(folder.resolve("index")).path());
    assertThat(kept).matches("[{]\"[0-9-]{7}\":[{](\"(archive|afp)\":[{][^{}]*},?){2}}}");
    assertThat(kept).doesNotContain("strike");
  }
}
