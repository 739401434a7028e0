package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.web.request.BasePath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every route has exactly one address. A proxy that hides an address, as in {@code location =
 * /metrics}, hides it in every form.
 */
class CanonicalAddressIT {

  private static final String BASE = "/news/archive";
  private static final String ID = "grève~2";
  private static final String ENCODED_ID = "gr%C3%A8ve~2";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** Parts of paths that exist, by the names of their parameters. */
  private static final Map<String, String> VALUES =
      Map.of("page", "1", "other", "harbour-1", "newspaper", "Gazette", "date", "1904-01-17");

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    Article article = Article.withId(ID).title("La grève").build();
    server =
        TestServer.over(Stream.concat(SampleArticles.all().stream(), Stream.of(article)).toList());
  }

  /** Other ways to write a path, which proxies and servers are known to read differently. */
  static List<String> variants(String path) {
    String letter = "/%" + Integer.toHexString(path.length() > 1 ? path.charAt(1) : '.');
    String rest = path.length() > 1 ? path.substring(2) : "";
    int last = path.lastIndexOf('/');
    return List.of(
        "/" + path,
        path + "//",
        "/." + path,
        path + (path.equals("/") ? "." : "/."),
        "/x/.." + path,
        "/%2e" + path,
        "/%2E%2E" + path,
        "/x/%2e%2e" + path,
        "/x%2f..%2f" + path.substring(1),
        path.substring(0, last) + "%2f" + path.substring(last + 1),
        path.substring(0, last) + "\\" + path.substring(last + 1),
        "/%5c" + path.substring(1),
        "/x/..;" + path,
        "/;x=1" + path,
        path + ";",
        path + ";x=1",
        path + "%3bx=1",
        letter + rest,
        letter.toUpperCase(Locale.ROOT) + rest,
        path + "%2f",
        path + "%2F",
        path + "%00",
        path + "%20",
        path + "%09",
        path + "%0a",
        path + "%3f",
        path + "%23x",
        path + "#x",
        path + "%c0%af",
        path + "\u00e9",
        "http://localhost/" + path,
        "http://localhost" + path + ";x");
  }

  private static List<String> paths(String method) {
    return server.routes().stream()
        .filter(route -> route.startsWith(method + " "))
        .map(route -> route.substring(method.length() + 1))
        .map(
            route ->
                PARAMETER
                    .matcher(route)
                    .replaceAll(found -> VALUES.getOrDefault(found.group(1), "harbour-1")))
        .toList();
  }

  @Test
  void everyRouteHasOneAddress() throws Exception {
    SoftAssertions all = new SoftAssertions();
    List<String> paths = paths("GET");
    assertThat(paths).contains("/", "/metrics", "/healthz", "/article/harbour-1", "/lists/put");
    for (String path : paths) {
      for (String variant : variants(path)) {
        all.assertThat(ask("GET", variant)).as(variant).matches(RawAnswer::isNothing, "nothing");
      }
    }
    all.assertAll();
  }

  @Test
  void everyRouteUnderABasePathHasOneAddress() throws Exception {
    ServerSettings settings =
        ServerSettings.at("127.0.0.1", 0)
            .knownAs(URI.create("https://news.example.org"))
            .under(new BasePath(BASE));
    try (WebServer based = server.also(settings)) {
      SoftAssertions all = new SoftAssertions();
      for (String path : List.of("/", "/metrics", "/search.json", "/article/harbour-1")) {
        assertThat(ask(based.port(), "GET", BASE + path).status()).as(path).isEqualTo(200);
        for (String variant : variants(BASE + path)) {
          all.assertThat(ask(based.port(), "GET", variant))
              .as(variant)
              .matches(RawAnswer::isNothing, "nothing");
        }
        for (String variant : variants(path)) {
          all.assertThat(ask(based.port(), "GET", BASE + variant))
              .as(BASE + variant)
              .matches(RawAnswer::isNothing, "nothing");
        }
      }
      all.assertThat(ask(based.port(), "GET", BASE + BASE + "/metrics"))
          .matches(RawAnswer::isNothing, "nothing");
      all.assertThat(ask(based.port(), "GET", BASE + "/help/?q=a"))
          .matches(to(BASE + "/help?q=a"), "moved");
      all.assertThat(ask(based.port(), "GET", "/help/")).matches(to(BASE + "/help"), "moved");
      all.assertAll();
    }
  }

  @Test
  void trailingSlashLeadsToTheAddress() throws Exception {
    for (String path : paths("GET")) {
      if (!path.equals("/")) {
        assertThat(ask("GET", path + "/")).as(path).matches(to(path), "moved");
        assertThat(ask("GET", path + "/?q=a%2Fb")).as(path).matches(to(path + "?q=a%2Fb"), "moved");
        assertThat(ask("HEAD", path + "/")).as(path).matches(to(path), "moved");
      }
    }
  }

  @Test
  void nothingIsChangedUnderAnotherAddress() throws Exception {
    for (String path : paths("POST")) {
      assertThat(ask("POST", path + "/")).as(path).matches(RawAnswer::isNothing, "nothing");
      assertThat(ask("POST", "/" + path)).as(path).matches(RawAnswer::isNothing, "nothing");
      assertThat(ask("POST", path + ";x")).as(path).matches(RawAnswer::isNothing, "nothing");
    }
  }

  @Test
  void letterCaseMatters() throws Exception {
    for (String path : paths("GET")) {
      if (!path.equals("/")) {
        String variant = path.toUpperCase(Locale.ROOT);
        assertThat(ask("GET", variant)).as(variant).matches(RawAnswer::isNothing, "nothing");
      }
    }
  }

  /** Letters beyond ASCII are escaped, in capital digits as RFC 3986 recommends (section 2.1). */
  @Test
  void articleOfAnyScriptHasOneAddress() throws Exception {
    String path = "/article/" + ENCODED_ID;
    assertThat(ask("GET", path).status()).isEqualTo(200);
    assertThat(ask("GET", path + ".json").status()).isEqualTo(200);
    assertThat(ask("GET", path.replace("%C3%A8", "%c3%a8"))).matches(to(path), "moved");
    assertThat(ask("GET", path.replace("~", "%7E"))).matches(RawAnswer::isNothing, "nothing");
    assertThat(ask("GET", "/article/harbour%2D1")).matches(RawAnswer::isNothing, "nothing");
    assertThat(ask("GET", "/article/e%CC%80")).matches(RawAnswer::isNothing, "nothing");
  }

  /** An escape in the value of a route may stand for any character. */
  @Test
  void listMayHaveAnyName() throws Exception {
    HttpRequest create =
        HttpRequest.newBuilder(URI.create(server.address("/lists")))
            .header("Origin", server.address(""))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("name=A%2FB+%26+c%3B+100%25"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(create, HttpResponse.BodyHandlers.discarding());
    }
    String path = "/lists/A%2FB%20%26%20c%3B%20100%25";
    assertThat(ask("GET", path).status()).isEqualTo(200);
    assertThat(ask("GET", path + "/")).matches(to(path), "moved");
  }

  @Test
  void whatIsNotAPathIsNotFound() throws Exception {
    for (String target : List.of("/search%", "/search%4", "/search%zz", "/search%u0041", "/{a}")) {
      assertThat(ask("GET", target)).as(target).matches(RawAnswer::isNothing, "nothing");
    }
    assertThat(ask("OPTIONS", "*")).matches(RawAnswer::isNothing, "nothing");
  }

  private static Predicate<RawAnswer> to(String path) {
    return answer -> answer.status() == 301 && answer.header("Location").equals(Optional.of(path));
  }

  private static RawAnswer ask(String method, String target) throws IOException {
    return ask(server.port(), method, target);
  }

  private static RawAnswer ask(int port, String method, String target) throws IOException {
    return RawAnswer.to(port, method, target, "localhost", Map.of(), "");
  }
}
