package broadsheet.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Furniture;
import broadsheet.article.Furniture.Stretch;
import broadsheet.article.PublicationDate;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.ParameterSchema;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.web.results.SearchView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages in, messages out, over a real index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssistantTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String GREETING =
      """
      {"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  /** Longer than a piece, with a character of two UTF-16 units across the border. */
  private static final String LONG_TEXT = "x".repeat(19_999) + "\ud83d\udcf0" + "y".repeat(25_000);

  @AutoClose private LuceneSearchEngine engine;

  @BeforeAll
  void index(@TempDir Path folder) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      articles.add(
          Article.withId("ferry-" + i)
              .title("Ferry number " + i)
              .paragraphs(List.of("A ferry of the harbour board sailed. Word" + i + "."))
              .source("The Evening Lantern")
              .people(i < 3 ? List.of("Ada Quill", "Tom Reed") : List.of())
              .organisations(i < 2 ? List.of("Harbour Board", "Tom Reed") : List.of())
              .language("en")
              .publishedAt(PublicationDate.stated(LocalDate.of(1987, 1, 1).plusDays(i).toString()))
              .build());
    }
    articles.add(TestIndex.article("long", LONG_TEXT));
    for (int year = 0; year < 402; year++) {
      articles.add(
          Article.withId("old-" + year)
              .paragraphs(List.of("Almanac " + year))
              .publishedAt(PublicationDate.stated((1500 + year) + "-05-01"))
              .build());
    }
    engine = TestIndex.engine(folder.resolve("index"), articles.toArray(Article[]::new));
  }

  private static ParsedQuery parsed(String query) {
    return QueryParser.parse(query, LocalDate.of(2026, 1, 15));
  }

  /** The answers to these lines, after the greeting, by id. */
  private static List<JsonNode> answers(SearchEngine engine, String... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] in = (GREETING + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
    new Assistant(engine, AssistantTest::parsed, "https://news.example.org/archive")
        .serve(new ByteArrayInputStream(in), out, "1.2.3", PATIENCE);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static JsonNode of(String id, List<JsonNode> answers) {
    return answers.stream()
        .filter(each -> each.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String call(String tool, Map<String, ?> arguments) throws IOException {
    return JSON.writeValueAsString(
        Map.of(
            "jsonrpc", "2.0",
            "id", "call",
            "method", "tools/call",
            "params", Map.of("name", tool, "arguments", arguments)));
  }

  private JsonNode result(String tool, Map<String, ?> arguments) throws IOException {
    return of("call", answers(engine, call(tool, arguments))).path("result");
  }

  /** The answer of a tool; its text equals its structure. */
  private JsonNode answer(String tool, Map<String, ?> arguments) throws IOException {
    JsonNode result = result(tool, arguments);
    assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
    JsonNode structure = result.path("structuredContent");
    assertThat(JSON.readTree(result.path("content").get(0).path("text").asText()))
        .isEqualTo(structure);
    return structure;
  }

  private String refusal(String tool, Map<String, ?> arguments) throws IOException {
    JsonNode result = result(tool, arguments);
    assertThat(result.path("isError").asBoolean()).as(result.toString()).isTrue();
    return result.path("content").get(0).path("text").asText();
  }

  @Test
  void toolsSayThatTheyOnlyRead() throws IOException {
    List<JsonNode> answers =
        answers(engine, "{\"jsonrpc\":\"2.0\",\"id\":\"call\",\"method\":\"tools/list\"}");
    assertThat(of("hello", answers).path("result").path("serverInfo").toString())
        .isEqualTo("{\"name\":\"broadsheet\",\"version\":\"1.2.3\"}");
    JsonNode tools = of("call", answers).path("result").path("tools");
    assertThat(tools.findValuesAsText("name"))
        .contains(
            "search",
            "read_article",
            "count_over_time",
            "words_in_context",
            "collocates",
            "name",
            "describe_archive");
    Map<String, Object> offered = new HashMap<>();
    for (ArchiveOperation row : ArchiveOperation.values()) {
      offered.put(row.frontEnds().tool(), ParameterSchema.object(row.arguments(), 4_000, 20));
    }
    assertThat(tools).hasSize(offered.size() - 1).hasSize(8);
    for (JsonNode tool : tools) {
      JsonNode schema = JSON.valueToTree(offered.get(tool.path("name").asText()));
      assertThat(tool.at("/inputSchema/properties")).isEqualTo(schema.path("properties"));
      assertThat(tool.at("/inputSchema/required")).isEqualTo(schema.path("required"));
      assertThat(tool.path("annotations").path("readOnlyHint").asBoolean()).isTrue();
      assertThat(tool.path("inputSchema").path("additionalProperties").asBoolean(true)).isFalse();
      assertThat(tool.path("description").asText()).hasSizeGreaterThan(50);
    }
  }

  @ParameterizedTest
  @CsvSource({"ferry harbour", "ferry AND", "wordless ferri nonsense", "zzz", "date:1987-01"})
  void searchFindsAndReadsAsThePageDoes(String text) throws IOException {
    JsonNode answer = answer("search", Map.of("query", text));
    ParsedQuery query = parsed(text);
    SearchRequest request = SearchRequest.of(query.root());
    SearchView page = SearchView.of(query, request, engine.search(request));
    JsonNode view = JSON.valueToTree(page);
    assertThat(answer.path("query").path("reading").asText()).isEqualTo(page.query().reading());
    assertThat(answer.path("query").path("notes")).isEqualTo(view.path("query").path("notes"));
    assertThat(answer.path("articles").asLong()).isEqualTo(page.total().value());
    assertThat(answer.path("hits").findValuesAsText("id"))
        .isEqualTo(view.path("hits").findValuesAsText("id"));
    assertThat(answer.path("didYouMean")).isEqualTo(view.path("didYouMean"));
  }

  @Test
  void searchHasPages() throws IOException {
    JsonNode first = answer("search", Map.of("query", "ferry", "size", 20, "sort", "oldest"));
    JsonNode second =
        answer("search", Map.of("query", "ferry", "size", 20, "sort", "oldest", "page", 2));
    assertThat(first.path("articles").asInt()).isEqualTo(30);
    assertThat(first.path("hits")).hasSize(20);
    assertThat(first.path("hasMore").asBoolean()).isTrue();
    assertThat(second.path("hits")).hasSize(10);
    assertThat(second.path("hasMore").asBoolean()).isFalse();
    JsonNode hit = first.path("hits").get(0);
    assertThat(hit.path("id").asText()).isEqualTo("ferry-0");
    assertThat(hit.path("publishedAt").asText()).isEqualTo("1987-01-01");
    assertThat(hit.path("source").asText()).isEqualTo("The Evening Lantern");
    assertThat(hit.path("snippets").get(0).asText()).contains("A ferry of the harbour board");
    assertThat(hit.path("link").asText())
        .isEqualTo("https://news.example.org/archive/article/ferry-0");
  }

  @Test
  void articleIsReadPieceByPiece() throws IOException {
    StringBuilder text = new StringBuilder();
    JsonNode piece = answer("read_article", Map.of("id", "long"));
    assertThat(piece.path("length").asInt()).isEqualTo(LONG_TEXT.length());
    while (!piece.path("next").isNull()) {
      assertThat(piece.path("text").asText()).hasSizeBetween(1, 20_000);
      text.append(piece.path("text").asText());
      piece = answer("read_article", Map.of("id", "long", "offset", piece.path("next").asInt()));
    }
    assertThat(answer("read_article", Map.of("id", "old-0")).path("title").asText())
        .isEqualTo("Almanac 0");
    assertThat(text.append(piece.path("text").asText())).hasToString(LONG_TEXT);
    assertThat(
            answer("read_article", Map.of("id", "long", "offset", 9_999_999)).path("text").asText())
        .isEmpty();
  }

  @Test
  void whatASourceRepeatsIsLeftOut() {
    Article article =
        Article.withId("box")
            .paragraphs(List.of("The chair MORE links left.", "Sign up here."))
            .furniture(new Furniture(List.of(new Stretch(10, 20), new Stretch(27, 40))))
            .build();
    ReadTool.Answer read = new ReadTool(new ArticleLinks("")).piece(article, 0);
    assertThat(read.text()).isEqualTo("The chair […] left.");
    assertThat(read.wordsLeftOut()).isEqualTo(5);
  }

  @Test
  void articlesAreCountedOverTime() throws IOException {
    JsonNode answer =
        answer(
            "count_over_time",
            Map.of(
                "queries", List.of("ferry", "word3", "ferry"),
                "unit", "month",
                "from", "1986-12-31",
                "to", "1987-01-20"));
    assertThat(answer.path("unit").asText()).isEqualTo("month");
    assertThat(answer.path("notes")).isEmpty();
    assertThat(answer.path("queries")).hasSize(2);
    assertThat(answer.path("queries").get(0).path("articles").asInt()).isEqualTo(20);
    assertThat(answer.path("periods").toString())
        .isEqualTo("[{\"start\":\"1987-01-01\",\"articles\":20,\"counts\":[20,1]}]");
  }

  @Test
  void tooManyPeriodsBecomeFewer() throws IOException {
    JsonNode answer =
        answer("count_over_time", Map.of("queries", List.of("almanac"), "unit", "day"));
    assertThat(answer.path("unit").asText()).isEqualTo("year");
    assertThat(answer.path("notes").toString()).contains("Counted by year, not by day as asked");
    assertThat(answer.path("periods")).hasSize(400);
    assertThat(answer.path("left").asInt()).isEqualTo(2);
    assertThat(answer.path("periods").get(0).path("start").asText()).isEqualTo("1502-01-01");
  }

  @Test
  void aNameHasItsCompanyAndItsFirstAndLastArticle() throws IOException {
    JsonNode name = answer("name", Map.of("name", "Tom Reed"));
    assertThat(name.path("kind").asText()).isEqualTo("person");
    assertThat(name.path("articles").asLong()).isEqualTo(3);
    assertThat(name.path("statedOnly").asLong()).isEqualTo(3);
    assertThat(name.path("first").path("id").asText()).isEqualTo("ferry-0");
    assertThat(name.path("last").path("id").asText()).isEqualTo("ferry-2");
    assertThat(name.path("company").path("person").findValuesAsText("value"))
        .containsExactly("Ada Quill");
    assertThat(name.path("sources").get(0).path("count").asLong()).isEqualTo(3);
    assertThat(name.path("link").asText())
        .isEqualTo("https://news.example.org/archive/name/person/Tom%20Reed");
    JsonNode other = answer("name", Map.of("name", "Tom Reed", "kind", "organisation"));
    assertThat(other.path("articles").asLong()).isEqualTo(2);
    assertThat(refusal("name", Map.of("name", "Tom Reid"))).contains("“Tom Reid”", "Search for");
  }

  @Test
  void archiveIsDescribedWithItsLanguage() throws IOException {
    JsonNode answer = answer("describe_archive", Map.of());
    assertThat(answer.path("articles").asInt()).isEqualTo(433);
    assertThat(answer.path("firstDay").asText()).isEqualTo("1500-05-01");
    assertThat(answer.path("lastDay").asText()).isEqualTo("1987-01-30");
    assertThat(answer.path("sources").get(0).toString())
        .isEqualTo("{\"value\":\"The Evening Lantern\",\"count\":30}");
    assertThat(answer.path("queryLanguage").findValuesAsText("form")).contains("`a OR b` `a | b`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search | {\"query\": \"tide\", \"size\": 21} | size",
        "search | {\"query\": \"tide\", \"page\": 0} | page",
        "search | {\"query\": \"tide\", \"sort\": \"best\"} | sort",
        "search | {\"query\": 7} | query",
        "search | {} | query",
        "search | {\"query\": \"tide\", \"delete\": true} | delete",
        "read_article | {\"id\": \"nobody\"} | no article “nobody”",
        "read_article | {\"id\": \"long\", \"offset\": -1} | offset",
        "count_over_time | {\"queries\": []} | queries",
        "count_over_time | {\"queries\": [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]} | queries",
        "count_over_time | {\"queries\": [\"a\"], \"from\": \"1987-02-30\"} | not “1987-02-30”",
        "count_over_time | {\"queries\": [\"a\"], \"from\": \"yesterday\"} | from",
        "count_over_time | {\"queries\": [\"a\"], \"from\": \"1987-02-02\", \"to\": \"1987-02-01\"}"
            + " | from must not be later"
      })
  void wrongArgumentsAreRefusedWithAReason(String tool, String arguments, String reason)
      throws IOException {
    @SuppressWarnings("unchecked")
    Map<String, Object> given = JSON.readValue(arguments, Map.class);
    assertThat(refusal(tool, given)).contains(reason).doesNotContain("Exception");
  }

  @Test
  void tooLongQueryIsRefused() throws IOException {
    assertThat(refusal("search", Map.of("query", "tide ".repeat(1_000)))).contains("4,000");
  }

  @Test
  void brokenLinesAreAnsweredAndTheRestGoesOn() throws IOException {
    List<JsonNode> answers =
        answers(
            engine,
            "",
            "garbage",
            "[1, 2]",
            "\"" + "x".repeat(1_100_000),
            "{\"jsonrpc\":\"2.0\",\"id\":\"odd\",\"method\":\"no/such\"}",
            call("search", Map.of("query", "ferry")));
    assertThat(answers.stream().filter(each -> each.path("id").isNull()))
        .extracting(each -> each.path("error").path("code").asInt())
        .containsExactly(-32700, -32700, -32600);
    assertThat(of("odd", answers).path("error").path("code").asInt()).isEqualTo(-32601);
    assertThat(of("call", answers).path("result").path("isError").asBoolean()).isFalse();
  }

  @Test
  void enginesTroublesAreToldWithoutTheirInsides() throws IOException {
    assertThat(troubled(new EngineBusyException(Duration.ofSeconds(1)))).contains("Try again");
    assertThat(troubled(new EngineException("The index cannot be read.")))
        .isEqualTo("The index cannot be read.");
    assertThat(troubled(new IllegalStateException("secret innards")))
        .isEqualTo("The archive could not answer; its log says why.");
  }

  private static String troubled(RuntimeException trouble) throws IOException {
    InvocationHandler failing =
        (_, _, _) -> {
          throw trouble;
        };
    SearchEngine broken =
        (SearchEngine)
            Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(), new Class<?>[] {SearchEngine.class}, failing);
    JsonNode result =
        of("call", answers(broken, call("search", Map.of("query", "tide")))).path("result");
    assertThat(result.path("isError").asBoolean()).isTrue();
    return result.path("content").get(0).path("text").asText();
  }

  @Test
  void descriptionNamesTheFieldsOfThisArchive() throws IOException {
    JsonNode fields = answer("describe_archive", Map.of()).path("fields");
    assertThat(fields.findValuesAsText("field"))
        .contains("title", "body", "source", "person", "organisation", "language", "date")
        .doesNotContain("caption", "speaker", "quality");
    for (JsonNode field : fields) {
      for (JsonNode example : field.path("examples")) {
        JsonNode found = answer("search", Map.of("query", example.asText(), "size", 1));
        assertThat(found.path("articles").asLong()).as(example.asText()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"search, query", "words_in_context, query", "collocates, query"})
  void zeroSaysWhatEachPartFindsAlone(String tool, String argument) throws IOException {
    JsonNode clauses = answer(tool, Map.of(argument, "ferry AND almanac")).path("clauses");
    assertThat(clauses)
        .hasToString("[{\"text\":\"ferry\",\"count\":30},{\"text\":\"almanac\",\"count\":402}]");
    assertThat(answer(tool, Map.of(argument, "ferry")).path("clauses")).isEmpty();
  }

  @Test
  void trendOfNothingSaysWhatEachPartFinds() throws IOException {
    JsonNode lines =
        answer("count_over_time", Map.of("queries", List.of("ferry AND almanac", "ferry")))
            .path("queries");
    assertThat(lines.path(0).path("clauses")).hasSize(2);
    assertThat(lines.path(1).path("clauses")).isEmpty();
  }

  @Test
  void filtersLimitEveryToolThatSearches() throws IOException {
    Map<String, Object> filters =
        Map.of(
            "person",
            List.of("Ada Quill"),
            "from",
            "1987-01-02",
            "source",
            List.of("The Evening Lantern"));
    Map<String, Object> query = new HashMap<>(filters);
    query.put("query", "ferry");
    query.put("versions", "all");
    assertThat(answer("search", query).path("articles").asLong()).isEqualTo(2);
    assertThat(answer("words_in_context", query).path("lines").asLong()).isEqualTo(4);
    assertThat(answer("collocates", query).path("matches").asLong()).isEqualTo(4);
    Map<String, Object> queries = new HashMap<>(filters);
    queries.put("queries", List.of("ferry"));
    assertThat(answer("count_over_time", queries).at("/queries/0/articles").asLong()).isEqualTo(2);
    query.put("year", List.of("soon"));
    assertThat(refusal("search", query))
        .contains("year takes four digits such as 1987, not “soon”.");
  }

  /** One wording for every tool; the same as on the page. */
  @Test
  void noneAndFirstAndTrendsSayWhatWasLookedAt() throws IOException {
    String all =
        "Looked at 433 articles from 1 source, 1500-05-01 to 1987-01-30, 1 of them undated;";
    for (String tool : List.of("search", "words_in_context", "collocates")) {
      assertThat(answer(tool, Map.of("query", "zzz")).path("lookedAt").asText()).startsWith(all);
      assertThat(answer(tool, Map.of("query", "ferry")).path("lookedAt").isNull()).isTrue();
    }
    assertThat(
            answer("search", Map.of("query", "ferry", "sort", "oldest")).path("lookedAt").asText())
        .startsWith(all);
    Map<String, Object> ferries =
        Map.of("queries", List.of("ferry"), "person", List.of("Ada Quill"));
    assertThat(answer("count_over_time", ferries).path("lookedAt").asText())
        .startsWith("Looked at 3 articles from 1 source, 1987-01-01 to 1987-01-03;");
    assertThat(answer("name", Map.of("name", "Ada Quill")).path("lookedAt").asText())
        .startsWith(all);
    assertThat(refusal("name", Map.of("name", "Nobody"))).contains(all);
  }
}
