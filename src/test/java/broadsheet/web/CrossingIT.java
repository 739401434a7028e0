package broadsheet.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Crossing;
import broadsheet.Seeds;
import broadsheet.Smoke;
import broadsheet.Thorough;
import broadsheet.WholeArchive;
import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.assistant.Assistant;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.TestIndex;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that readers can put together, over an archive that has everything: no view fails, all agree
 * on the number of articles, each hit shows why it was found, and nothing found says why. With
 * {@code -Dcrossings=N} that many random combinations are tried.
 */
@Smoke
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossingIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private static final String GREETING =
      """
      {"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  /** Units that are true of an article without a word of it that could be marked. */
  private static final Set<String> UNMARKED =
      Set.of("the", "correction_of:*", "speaker:*", "page:*", "id:story-7", "list:any");

  private static final String ALL = "&match=all";
  private static final String UNFOLDED = "&duplicates=show";

  /** The number of views in which a combination is shown, always the same of it. */
  private static final int SHOWN = 2;

  /** The articles that come in after saved searches were kept. */
  private static final int LATE = 12;

  /** Filters, each with a query for the same articles. */
  private static final Map<String, String> COMPLEMENTS =
      Map.of(
          "&language=en", "language:en",
          "&from=2016-01-01&to=2018-12-31", "date:2016-01-01..2018-12-31",
          "&section=Harbour", "section:harbour",
          "&person=Ruth+Amsel", "person:\"Ruth Amsel\"");

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private TestServer server;

  private final Map<String, Long> totals = new HashMap<>();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Path index = WholeArchive.index(folder);
    Desk desk = Desks.open(index);
    ReadingList list = desk.lists().create("", "Ferries");
    desk.lists()
        .entries()
        .put(list.id(), List.of(entry("story-0"), entry("story-7"), entry("story-9")));
    Name reed = new Name(NameKind.PERSON, "Tom Reed");
    desk.names().add(reed, "", Optional.of(new Name(NameKind.PERSON, "Thomas Reed")));
    server = TestServer.at(index, Duration.ofMinutes(5));
  }

  private static ListEntry entry(String id) {
    return new ListEntry(
        new ArticleRef(id, "00"), "Ferry", "Gazette", "2016-01-02", "", "", Instant.EPOCH);
  }

  @Test
  void randomCombinationsAgreeInAllViews() {
    int count = Integer.getInteger("crossings", Boolean.getBoolean("thorough") ? 1_000 : 100);
    Seeds.each(
        0,
        random ->
            check(Stream.generate(() -> Crossing.random(random)).limit(count).toList(), random));
  }

  @Thorough
  @Test
  void eachOperatorFieldAndFilterMeets() {
    Random random = new Random(28);
    check(Crossing.pairs(random), random);
  }

  @Test
  void whatOnlyFurnitureHasIsOnePressAway() throws Exception {
    Document page = Jsoup.parse(body("/search?q=orchestra"));
    String link = page.select(".did-you-mean a:contains(what sources repeat)").attr("href");
    assertThat(link).contains("furniture%3Ashow");
    assertThat(Jsoup.parse(body(link)).select(".hit mark").eachText()).contains("orchestra");
    assertThat(body("/suggest?q=furniture:")).contains("furniture:show", "furniture:lighthouse");
    assertThat(body("/help")).contains("furniture%3Alighthouse");
  }

  /** An alert finds the new articles that the same search finds. */
  @Thorough
  @Test
  void savedSearchesMeetWhatIsFoundAfterwards(@TempDir Path folder) throws Exception {
    Path index = WholeArchive.index(folder);
    long before;
    try (SearchEngine engine = Engines.open(index).search(Duration.ofMinutes(1))) {
      before = engine.state();
    }
    List<Article> late = WholeArchive.late(LATE);
    TestIndex.update(index, "/late", late);
    Set<String> ids = late.stream().map(Article::id).collect(Collectors.toSet());
    try (SearchEngine engine = Engines.open(index).search(Duration.ofMinutes(1))) {
      for (Crossing each : Crossing.pairs(new Random(29))) {
        QueryNode query = QueryParser.parse(each.query(), LocalDate.EPOCH).root();
        QueryNode both = new QueryNode.AllOf(List.of(query, new QueryNode.OnList("late", ids)));
        SearchRequest request =
            new SearchRequest(both, Filters.none(), SortOrder.NEWEST, 1, 100)
                .unfolded()
                .matching(Match.ALL);
        assertThat(SearchAnswers.added(engine, new AlertSearch(query, Filters.none(), before)))
            .as(CanonicalText.of(query))
            .containsExactlyInAnyOrderElementsOf(SearchAnswers.ids(engine.search(request)));
      }
    }
  }

  /** Checks all of them, and fails with the simplest form of each failure. */
  private void check(List<Crossing> all, Random random) {
    List<String> failures = new ArrayList<>();
    for (Crossing each : all) {
      failure(each).map(fault -> simplest(each, fault)).ifPresent(failures::add);
    }
    failure(() -> checkBatch(all)).ifPresent(failures::add);
    failure(() -> checkAssistant(all)).ifPresent(failures::add);
    List<Crossing> summed = all.stream().filter(each -> !each.isOfWholeQuery()).toList();
    failure(() -> checkSums(summed.subList(0, (summed.size() + 3) / 4), random))
        .ifPresent(failures::add);
    assertThat(failures.stream().distinct().toList()).isEmpty();
  }

  private interface Check {
    void run() throws Exception;
  }

  private static Optional<String> failure(Check check) {
    try {
      check.run();
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (Exception e) {
      return Optional.of(e.toString());
    }
  }

  private Optional<String> failure(Crossing crossing) {
    return failure(() -> checkViews(crossing));
  }

  private String simplest(Crossing failing, String fault) {
    for (Crossing simpler : failing.simpler()) {
      Optional<String> still = simpler.equals(failing) ? Optional.empty() : failure(simpler);
      if (still.isPresent()) {
        return simplest(simpler, still.get());
      }
    }
    return failing + ": " + fault;
  }

  private static String parameters(String query, String filter) {
    return "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + filter;
  }

  private String body(String address) throws Exception {
    HttpResponse<String> answer = server.get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }

  private JsonNode json(String address) throws Exception {
    return JSON.readTree(body(address));
  }

  private long total(String query, String filter) throws Exception {
    Long known = totals.get(query + filter);
    if (known == null) {
      JsonNode total =
          json("/search.json" + parameters(query, filter) + "&match=all&counts=none&size=1")
              .get("total");
      assertThat(total.get("relation").asText()).as(query).isEqualTo("eq");
      known = total.get("value").asLong();
      totals.put(query + filter, known);
    }
    return known;
  }

  /** A view of what a combination finds, with the part of its address that all views share. */
  private interface View {
    void check(Crossing crossing, String same, long total, JsonNode found) throws Exception;
  }

  private final List<View> views =
      List.of(
          (crossing, same, total, _) -> {
            Document page = Jsoup.parse(body("/search" + same + ALL));
            assertThat(number(page.select(".count").text())).as("page").isEqualTo(total);
            if (isMarkable(crossing)) {
              page.select(".hit").forEach(hit -> assertThat(hit.select("mark")).isNotEmpty());
            }
          },
          (_, same, total, _) ->
              assertThat((long) rows(body("/search.csv" + same + ALL + UNFOLDED)).size())
                  .isEqualTo(total),
          (_, same, total, _) ->
              assertThat(body("/search.jsonl" + same + ALL + UNFOLDED).lines().count())
                  .isEqualTo(total),
          (_, same, total, _) ->
              assertThat(json("/search.receipt.json" + same + ALL).at("/counts/total").asLong())
                  .isEqualTo(total),
          (_, same, total, _) ->
              assertThat(body("/search.atom" + same).contains("<entry>")).isEqualTo(total > 0),
          (crossing, same, total, _) -> {
            long counted = json("/trends.json" + same).at("/queries/0/total/value").asLong();
            assertThat(counted).isEqualTo(hasVersions(crossing) ? counted : total);
          },
          (crossing, same, total, _) -> {
            JsonNode lines = json("/words.json" + same + UNFOLDED).get("lines");
            assertThat(lines.isEmpty() || total > 0 || hasVersions(crossing)).isTrue();
          },
          (crossing, same, total, _) -> {
            JsonNode groups = json("/frequencies.json" + same + UNFOLDED).get("groups");
            boolean isAny = groups.findValues("matches").stream().anyMatch(n -> n.asLong() > 0);
            assertThat(!isAny || total > 0 || hasVersions(crossing)).isTrue();
          },
          (crossing, _, total, _) -> {
            String shown = crossing.query() + " furniture:show";
            boolean isExcluding = crossing.operator().matches(".*(-|NOT).*");
            assertThat(isExcluding ? total : total(shown, crossing.filter()))
                .as("with furniture")
                .isGreaterThanOrEqualTo(total);
          },
          (_, same, _, _) -> body("/collocates" + same),
          (_, same, _, _) -> body("/keywords" + same),
          (_, same, _, _) -> body("/ngrams" + same),
          (_, same, _, _) -> body("/search" + same),
          (_, same, _, _) -> body("/suggest" + same),
          (_, same, _, _) -> body("/cite" + same),
          (_, same, total, found) -> {
            if (total > 0) {
              String article = "/article/" + found.at("/hits/0/id").asText();
              body(article + same);
              body(article + ".json" + same);
              body(article + "/why" + same);
            }
          });

  private static boolean hasVersions(Crossing crossing) {
    return crossing.filter().contains("versions");
  }

  private void checkViews(Crossing crossing) throws Exception {
    String same = parameters(crossing.query(), crossing.filter());
    JsonNode found = json("/search.json" + same + ALL + UNFOLDED + "&size=100");
    long total = found.get("total").get("value").asLong();
    totals.put(crossing.query() + crossing.filter(), total);
    assertThat(found.get("hits").size()).as("hits").isEqualTo((int) Math.min(total, 100));
    if (total == 0) {
      assertThat(isReasonGiven(found)).as("a reason for nothing").isTrue();
    }
    if (isMarkable(crossing)) {
      found.get("hits").forEach(hit -> assertThat(hit.toString()).contains("<mark>"));
    }
    new Random(crossing.hashCode())
        .ints(SHOWN, 0, views.size())
        .forEach(
            view ->
                assertThat(failure(() -> views.get(view).check(crossing, same, total, found)))
                    .as("view %s", view)
                    .isEmpty());
  }

  private static boolean isMarkable(Crossing crossing) {
    boolean isEither = crossing.operator().contains("OR");
    return isMarkable(crossing.left()) && (!isEither || isMarkable(crossing.right()));
  }

  private static boolean isMarkable(String unit) {
    return !UNMARKED.contains(unit) && !unit.matches("(date|after|words|quality):.*");
  }

  /** Whether parts are counted, other than the whole query with hits, or a note names filters. */
  private static boolean isReasonGiven(JsonNode found) {
    String query = found.at("/query/text").asText();
    for (JsonNode clause : found.get("clauses")) {
      if (clause.get("count").asLong() == 0 || !clause.get("text").asText().equals(query)) {
        return true;
      }
    }
    return found.at("/query/notes").toString().contains("Without ");
  }

  private static long number(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  /** The rows after the first. */
  private static List<List<String>> rows(String csv) throws IOException {
    CsvSchema noHeader = CsvSchema.emptySchema().withSkipFirstDataRow(true);
    try (MappingIterator<List<String>> rows =
        CSV.readerForListOf(String.class).with(noHeader).readValues(csv)) {
      return rows.readAll();
    }
  }

  private List<Crossing> counted(List<Crossing> all) {
    return all.stream()
        .filter(each -> totals.containsKey(each.query() + each.filter()))
        .limit(1_000)
        .toList();
  }

  private long counted(Crossing crossing) {
    return requireNonNull(totals.get(crossing.query() + crossing.filter()));
  }

  /** One batch of all queries that have no filter. */
  private void checkBatch(List<Crossing> all) throws Exception {
    List<Crossing> asked = counted(all).stream().filter(c -> c.filter().isEmpty()).toList();
    String queries = String.join("\n", asked.stream().map(Crossing::query).toList());
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          UploadingClient.send(
              client, server.address(""), "/batch", Map.of("queries", queries, "match", "all"));
      assertThat(answer.statusCode()).isEqualTo(200);
      List<List<String>> rows = rows(answer.body());
      assertThat(rows).hasSameSizeAs(asked);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(Long.parseLong(rows.get(i).get(2)))
            .as("batch: " + asked.get(i))
            .isEqualTo(counted(asked.get(i)));
      }
    }
  }

  /** The same questions of an assistant, with the filters as its tool takes them. */
  private void checkAssistant(List<Crossing> all) throws Exception {
    List<Crossing> asked =
        counted(all).stream()
            .filter(each -> !hasVersions(each) && !each.query().contains("list:"))
            .toList();
    StringBuilder calls = new StringBuilder(GREETING);
    for (int i = 0; i < asked.size(); i++) {
      Map<String, Object> arguments = new HashMap<>(filters(asked.get(i)));
      arguments.put("query", asked.get(i).query());
      arguments.put("match", "all");
      Map<String, ?> call = Map.of("name", "search", "arguments", arguments);
      calls.append(
          JSON.writeValueAsString(
              Map.of("jsonrpc", "2.0", "id", i, "method", "tools/call", "params", call)));
      calls.append('\n');
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SearchEngine engine = Engines.open(server.folder()).search(Duration.ofMinutes(1))) {
      new Assistant(engine, query -> QueryParser.parse(query, LocalDate.EPOCH), "")
          .serve(
              new ByteArrayInputStream(calls.toString().getBytes(StandardCharsets.UTF_8)),
              out,
              "1",
              Duration.ofMinutes(5));
    }
    int answers = 0;
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      JsonNode answer = JSON.readTree(line);
      if (answer.path("id").isInt()) {
        answers++;
        Crossing of = asked.get(answer.get("id").asInt());
        assertThat(answer.at("/result/structuredContent/articles").asLong(-1))
            .as("assistant: %s %s", of, answer.at("/result/content/0/text"))
            .isEqualTo(counted(of));
      }
    }
    assertThat(answers).isEqualTo(asked.size());
  }

  /** Values of facets are lists, days are texts. */
  private static Map<String, Object> filters(Crossing crossing) {
    Map<String, Object> filters = new HashMap<>();
    for (String each : crossing.filter().split("&", -1)) {
      String[] parts = each.split("=", 2);
      if (parts.length == 2) {
        String value = parts[1].replace('+', ' ');
        filters.merge(
            parts[0],
            parts[0].matches("from|to") ? value : List.of(value),
            (one, other) -> Stream.of(one, other).flatMap(l -> ((List<?>) l).stream()).toList());
      }
    }
    return filters;
  }

  /** Checks rules that hold for any articles. */
  private void checkSums(List<Crossing> all, Random random) throws Exception {
    for (Crossing each : all) {
      Crossing other = Crossing.of(all, random);
      String one = "(" + each.query() + ")";
      String two = "(" + other.query() + ")";
      long first = total(one, each.filter());
      long second = total(two, each.filter());
      long both = total(one + " AND " + two, each.filter());
      long either = total(one + " OR " + two, each.filter());
      long without = total(one + " AND NOT " + two, each.filter());
      String rule = one + " with " + two + each.filter();
      assertThat(both).as("AND: " + rule).isLessThanOrEqualTo(Math.min(first, second));
      assertThat(either).as("OR: " + rule).isEqualTo(first + second - both);
      assertThat(without).as("NOT: " + rule).isEqualTo(first - both);
      Map.Entry<String, String> filter = Crossing.of(List.copyOf(COMPLEMENTS.entrySet()), random);
      assertThat(total(one, filter.getKey()) + total(one + " AND NOT " + filter.getValue(), ""))
          .as("complement of %s: %s", filter.getKey(), one)
          .isEqualTo(total(one, ""));
    }
  }
}
