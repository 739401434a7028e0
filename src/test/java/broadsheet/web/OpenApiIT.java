package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.Thorough;
import broadsheet.release.Release;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the description of the addresses against the server that sends it. */
@Smoke
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("\\{\\w+}");
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String NO_TEXTS = "0".repeat(64);

  /** A receipt of a search that found nothing. */
  private static final String RECEIPT =
      """
      {"receipt": 1, "madeAt": "2026-01-15T10:00:00Z",
       "query": {"text": "tide", "reading": "tide", "day": "2026-01-15", "dates": [], "lists": []},
       "search": {"sort": ["newest"]},
       "archive": {"program": "1", "indexFormat": 1, "state": "1", "articles": 0,
                   "builtAt": "2026-01-15T10:00:00Z", "names": ""},
       "counts": {"total": 0, "grouped": 0, "completeness": "whole"},
       "found": {"count": 0, "digest": "%s", "articles": [], "months": []}}
      """
          .formatted(NO_TEXTS)
          .replace("\n", "");

  /** Addresses of articles with scans or a recording, of which the samples have none. */
  private static final Pattern NEEDS_SCAN_OR_RECORDING =
      Pattern.compile("^/iiif/|/scan/\\{page}$|/(?:recording|captions)$|/at/\\{second}$");

  /** The forms to send, by their address: filled as a reader would. */
  private static final String DRAFT = "“The tide took the old piers away.”";

  private static final Map<String, String> FILLED =
      Map.ofEntries(
          Map.entry("/alerts", "q=ferry&source=The+Evening+Lantern"),
          Map.entry("/name/{kind}/{name}/correct", "as=Ada+Q&as-kind=person&hide="),
          Map.entry("/names/add", "name=Ada+Q&kind=person&form=Ada"),
          Map.entry("/lists", "name=Piers"),
          Map.entry("/lists/put", "star=harbour-1&q=pier"),
          Map.entry("/lists/{id}/entry", "entry=none&action=up"),
          Map.entry("/lists/{id}/entry.json", "entry=none"),
          Map.entry("/lists/{id}/change", "name=Harbour"),
          Map.entry("/lists/{id}/import", "table=harbour-1"),
          Map.entry("/lists/reading", "keep=on"),
          Map.entry("/batch", "queries=tide&hits=3"),
          Map.entry("/replay", "receipt=" + RECEIPT),
          Map.entry("/replay.json", "receipt=" + RECEIPT),
          Map.entry("/verify", "sentences=yes&text=" + DRAFT),
          Map.entry("/verify.json", "sentences=yes&text=" + DRAFT),
          Map.entry("/judge", "q=tide&id=harbour-1&relevance=1"),
          Map.entry("/judge.json", "q=tide&id=harbour-1&relevance=0"));

  /** Addresses that take any value: a wrong one is read as the default, or finds nothing. */
  private static final Set<String> LENIENT = Set.of("/suggest", "/lists/{id}", "/issues");

  private final HttpClient client = HttpClient.newHttpClient();
  private TestServer server;
  private JsonNode document;
  private String list;
  private String alert;
  private String draft;

  @BeforeAll
  void serve(@TempDir Path folder) throws Exception {
    server = TestServer.judging(folder.resolve("mine.qrels"));
    document = JSON.readTree(server.get("/openapi.json").body());
    list = location(post("/lists", "name=Harbour")).replace("/lists/", "");
    alert = location(post("/alerts", "q=tide")).replace("/alerts#", "");
    draft =
        location(UploadingClient.send(client, server.address(""), "/verify", Map.of("text", DRAFT)))
            .replace("/verify/", "");
    post("/lists/put", "list=" + list + "&article=harbour-1&article=arabic-1");
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address(path)))
            .header("Content-Type", FORM)
            .header("Origin", server.address(""))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * A described request.
   *
   * @param path with names in braces
   */
  private record Described(String method, String path, JsonNode operation) {
    JsonNode answer(int status) {
      return operation.path("responses").path(Integer.toString(status));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private List<Described> all() {
    List<Described> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        each ->
                            all.add(new Described(each.getKey(), path.getKey(), each.getValue()))));
    return all;
  }

  private List<Described> gets() {
    return all().stream().filter(each -> each.method().equals("get")).toList();
  }

  /** The address with something that exists in place of each name. */
  private String filled(String path) throws Exception {
    if (path.startsWith("/assets/")) {
      return styleSheet();
    }
    if (path.startsWith("/help/")) {
      return path.replace("{folder}", "decisions")
          .replace("{page}", path.contains("{folder}") ? "0021-desk" : "deploy");
    }
    Map<String, String> ids = Map.of("lists", list, "alerts", alert, "verify", draft);
    String id = ids.getOrDefault(path.split("/", 3)[1], "clock-1");
    return path.replace("{id}", id)
        .replace("{other}", "clock-2")
        .replace("{page}", "1")
        .replace("{second}", "1")
        .replace("{kind}/{name}", "person/Ada%20Quill")
        .replace("{newspaper}", "Nobody")
        .replace("{date}", "1904-01-17");
  }

  private String styleSheet() throws IOException, InterruptedException {
    return Pattern.compile("/assets/[^\"]+\\.css")
        .matcher(server.get("/").body())
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  @Test
  void itNamesTheVersionAndTheBuild() {
    assertThat(document.at("/info/version").asText()).isEqualTo(Release.current().version());
    assertThat(document.at("/info/x-build").asText()).isEqualTo(Release.current().build());
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionHasARoute() {
    Set<String> described = new HashSet<>();
    all().forEach(each -> described.add(each.path()));
    List<Pattern> routes = new ArrayList<>();
    for (String route : server.routes()) {
      String path = route.substring(route.indexOf(' ') + 1);
      if (!path.equals("*")) {
        Pattern form = Pattern.compile(NAME.matcher(path).replaceAll("[^/]+"));
        assertThat(described).as(route).anyMatch(form.asMatchPredicate());
        routes.add(form);
      }
    }
    assertThat(routes).hasSizeGreaterThan(40);
    assertThat(described)
        .allSatisfy(path -> assertThat(routes).anyMatch(route -> route.matcher(path).matches()));
  }

  @Test
  void everyAddressAnswersAsDescribed() throws Exception {
    for (Described each : gets()) {
      HttpResponse<String> answer = server.get(filled(each.path()));
      if (NEEDS_SCAN_OR_RECORDING.matcher(each.path()).find()) {
        assertThat(answer.statusCode()).as(each.toString()).isEqualTo(404);
      } else {
        assertIsAsDescribed(each, answer);
      }
      assertThat(each.operation().path("summary").asText()).isNotBlank();
    }
  }

  @Test
  void everyFormIsAnsweredAsDescribed() throws Exception {
    for (Described each : all()) {
      boolean hasFields = !each.path().endsWith("/remove") && !each.path().endsWith("/undo");
      if (each.method().equals("post") && hasFields) {
        String form = FILLED.getOrDefault(each.path(), "");
        assertThat(form).as("a form for " + each).isNotEmpty();
        assertIsAsDescribed(each, sent(each, form));
        assertNamesAreDescribed(each, form);
        assertRequiredFieldsAreMissed(each);
      }
    }
    assertThat(post("/alerts/nobody/remove", "").statusCode()).isEqualTo(303);
    assertThat(post("/names/7/undo", "").statusCode()).isEqualTo(303);
  }

  /** Sends the fields in the form that the description asks for. */
  private HttpResponse<String> sent(Described each, String form) throws Exception {
    JsonNode content = each.operation().path("requestBody").path("content");
    return content.has(FORM)
        ? post(filled(each.path()), form)
        : UploadingClient.send(client, server.address(""), each.path(), fields(form));
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      fields.put(pair.replaceAll("=.*", ""), pair.replaceAll(".*=", ""));
    }
    return fields;
  }

  private static void assertNamesAreDescribed(Described each, String form) {
    JsonNode fields = form(each).path("properties");
    for (String pair : form.split("&", -1)) {
      assertThat(fields.has(pair.replaceAll("=.*", ""))).as(each + " " + pair).isTrue();
    }
  }

  private void assertRequiredFieldsAreMissed(Described each) throws Exception {
    if (form(each).has("required")) {
      assertThat(post(filled(each.path()), "").statusCode()).as(each + " without").isEqualTo(400);
    }
  }

  private static JsonNode form(Described each) {
    JsonNode content = each.operation().path("requestBody").path("content");
    assertThat(content).hasSize(1);
    return content.elements().next().path("schema");
  }

  private void assertIsAsDescribed(Described each, HttpResponse<String> answer) throws Exception {
    JsonNode described = each.answer(answer.statusCode());
    assertThat(described.isMissingNode())
        .as("%s answered %s: %s", each, answer.statusCode(), answer.body())
        .isFalse();
    JsonNode content = described.path("content");
    String type =
        answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip();
    assertThat(answer.headers().firstValue("Location").isPresent())
        .isEqualTo(described.path("headers").has("Location"));
    if (!content.isMissingNode()) {
      assertThat(content.has(type)).as(each + " sends " + type).isTrue();
      if (type.endsWith("json")) {
        assertMatches(content.path(type).path("schema"), answer.body());
      }
    }
  }

  private void assertMatches(JsonNode schema, String body) throws IOException {
    assertThat(strict(schema).validate(JSON.readTree(body))).as(body).isEmpty();
  }

  /** The schema with the keys it names and no others. */
  private Schema strict(JsonNode schema) throws IOException {
    ObjectNode whole = schema.deepCopy();
    whole.set("$defs", document.path("components").path("schemas"));
    whole =
        (ObjectNode) JSON.readTree(whole.toString().replace("#/components/schemas/", "#/$defs/"));
    close(whole);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of("https://example.org/" + schema.hashCode()), whole);
  }

  private static void close(JsonNode node) {
    if (node.has("properties") && node.path("type").asText().equals("object")) {
      ((ObjectNode) node).put("additionalProperties", false);
    }
    node.forEach(OpenApiIT::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search.json?q=tide&measure=share&size=3",
        "/search.json?q=tide&counts=none&sort=newest",
        "/search.json?q=tide&words=distinctive",
        "/search.json?q=barley+AND+balloon+AND+tyde",
        "/search.json?q=harbour+march+1987&mode=hybrid&nonsense=1",
        "/search.json?q=hostile",
        "/values.json?facet=source&find=even&q=tide",
        "/search.receipt.json?q=tide+last:5y&source=The+Evening+Lantern",
        "/suggest?q=harb",
        "/article/harbour-1.json?q=pier",
        "/article/arabic-1.json",
        "/article/hostile-1.json?q=hostile",
        "/article/harbour-1/compare/hostile-1.json",
        "/article/harbour-1/why.json?q=harbour+board+grain+pier",
        "/article/harbour-1/why.json",
        "/article/hostile-1/why.json?q=tide+-markup",
        "/trends.json?q=tide&q=pilots+OR+pier&measure=share",
        "/trends.json?q=harbour&unit=day&from=2022-01-01",
        "/words.json?q=tide+OR+pier&order=left1&size=2",
        "/words.json?q=barley+AND+balloon",
        "/collocates.json?q=tide&least=1&stopwords=on",
        "/frequencies.json?q=tide&by=source",
        "/keywords.json?q=tide&least=1&against=harbour",
        "/ngrams.json?q=tide&length=4&least=1",
        "/corpus.json?show=files",
        "/corpus.json?show=skipped",
        "/search.json?size=0",
        "/article/nobody.json",
        "/lists/nobody.csv"
      })
  void everyAnswerHasTheFormOfItsSchema(String address) throws Exception {
    String path = address.replaceFirst("\\?.*", "");
    Described described =
        gets().stream()
            .filter(each -> filledForm(each.path()).matcher(path).matches())
            .findFirst()
            .orElseThrow();
    HttpResponse<String> answer = server.get(address);
    if (answer.statusCode() == 200) {
      assertIsAsDescribed(described, answer);
    } else {
      JsonNode error = described.operation().path("responses").path("default").path("content");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertMatches(error.path("application/problem+json").path("schema"), answer.body());
    }
  }

  private static Pattern filledForm(String path) {
    return Pattern.compile(NAME.matcher(path.replace(".", "\\.")).replaceAll("[^/.]+"));
  }

  @Thorough
  @Test
  void whatIsInRangeIsTakenAndWhatIsNotIsRefused() throws Exception {
    int refused = 0;
    for (Described each : gets()) {
      for (JsonNode parameter : each.operation().path("parameters")) {
        if (parameter.path("in").asText().equals("query")) {
          String address = filled(each.path()) + "?" + parameter.path("name").asText() + "=";
          JsonNode schema = parameter.path("schema");
          JsonNode one = schema.has("items") ? schema.path("items") : schema;
          for (String value : good(one)) {
            assertThat(server.get(address + value).statusCode())
                .as(address + value)
                .isNotEqualTo(400);
          }
          boolean isLenient =
              LENIENT.contains(each.path()) || address.equals("/search?sort="); // told in a note
          for (String value : isLenient ? List.<String>of() : bad(one)) {
            assertThat(server.get(address + value).statusCode()).as(address + value).isEqualTo(400);
            refused++;
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static List<String> good(JsonNode schema) {
    List<String> values = new ArrayList<>();
    schema.path("enum").forEach(value -> values.add(value.asText()));
    if (schema.has("minimum")) {
      values.add(schema.path("minimum").asText());
    }
    if (schema.has("maximum")) {
      values.add(schema.path("maximum").asText());
    }
    if (schema.has("default")) {
      values.add(schema.path("default").asText());
    }
    if (schema.path("format").asText().equals("date")) {
      values.add("2022-02-28");
    }
    if (schema.has("pattern")) {
      values.add("1987");
    }
    return values;
  }

  private static List<String> bad(JsonNode schema) {
    List<String> values = new ArrayList<>();
    if (schema.has("enum")) {
      values.add("otherwise");
    }
    if (schema.has("minimum")) {
      values.add(Integer.toString(schema.path("minimum").asInt() - 1));
    }
    if (schema.has("maximum")) {
      values.add(Integer.toString(schema.path("maximum").asInt() + 1));
    }
    if (schema.path("format").asText().equals("date")) {
      values.add("2022-02-30");
    }
    if (schema.has("pattern")) {
      values.add("87");
    }
    return values;
  }

  @Test
  void aParameterThatMayBeRepeatedSaysHowOften() throws Exception {
    String six = "/trends.json?q=a&q=b&q=c&q=d&q=e&q=f";
    JsonNode queries =
        document.path("paths").path("/trends.json").path("get").path("parameters").get(0);
    assertThat(queries.path("schema").path("maxItems").asInt()).isEqualTo(6);
    assertThat(server.get(six).statusCode()).isEqualTo(200);
    assertThat(server.get(six + "&q=g").statusCode()).isEqualTo(400);
  }

  @Test
  void judgingIsDescribedOnlyWhereItIsOn() throws Exception {
    assertThat(document.path("paths").has("/judge")).isTrue();
    JsonNode other = JSON.readTree(TestServer.shared().get("/openapi.json").body());
    assertThat(other.path("paths").has("/judge")).isFalse();
    assertThat(other.path("servers").get(0).path("url").asText())
        .isEqualTo(TestServer.shared().address(""));
  }

  @Test
  void schemasAreSchemasAndReferencesLeadSomewhere() throws IOException {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    JsonNode schemas = document.path("components").path("schemas");
    assertThat(schemas.properties()).hasSizeGreaterThan(30);
    schemas.forEach(schema -> assertThat(meta.validate(schema)).isEmpty());
    document
        .findValuesAsText("$ref")
        .forEach(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
    assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
  }
}
