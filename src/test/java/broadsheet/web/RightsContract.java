package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.article.WordPlaces;
import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.NameCorrections;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.Sharing;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.Source;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import broadsheet.path.PathName;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.rights.Right;
import broadsheet.rights.RightsFile;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every answer to a reader is that of an archive without the collections that the reader may not
 * read: over every route, and down to the byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RightsContract {

  private static final ArchiveCollection AFP = new ArchiveCollection("afp");
  private static final ArchiveCollection LEAK = new ArchiveCollection("leak");
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String USER = "X-User";
  private static final String GROUPS = "X-Groups";

  private static final String RIGHTS =
      """
      collections:
        archive: {}
        afp:
          title: AFP
          read: [staff]
          export: [research]
          ask: [research]
        leak:
          read: [team]
      """;

  /** The sentence on what a page of fewer collections leaves out. */
  private static final String LEFT_OUT = "Without afp, which you may [^.]*\\.";

  private static final Set<ArchiveCollection> ALL = Set.of(ArchiveCollection.FIRST, AFP, LEAK);

  /** The groups of readers. */
  private static final List<String> READERS = List.of("", "staff", "team, nobody-knows");

  /** Values for the variable parts of a path; hidden articles and names among them. */
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "{name}",
          List.of("month-only", "afp~~ferry-1", "leak~~ledger", "printed", "nothing"),
          "{id}",
          List.of("month-only", "leak~~ledger"),
          "{kind}",
          List.of("person"),
          "{hash}",
          List.of("0"),
          "{file}",
          List.of("base.css"));

  private static final List<String> QUERIES =
      List.of(
          "",
          "?q=harbour&count=100",
          "?q=quarrybank",
          "?q=Paul+Volcker",
          "?q=ferry+OR+ledger&collection=afp",
          "?q=quarr&field=person");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path index;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Map<Set<ArchiveCollection>, WebServer> expected = new HashMap<>();
  private final Map<Set<ArchiveCollection>, WebServer> open = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private WebServer server;

  @BeforeAll
  void start() throws Exception {
    index = place(folder, "whole");
    DrawnPages.draw(Files.createDirectories(secret()), "page", List.of("The harbour news"));
    for (ArchiveCollection each : ALL) {
      build(each, index);
    }
    Files.writeString(file(), RIGHTS);
    server = sharing(index);
  }

  /** A server of an archive that has these collections only, with the same rights to them. */
  private WebServer without(Set<ArchiveCollection> all) throws IOException {
    WebServer known = expected.get(all);
    if (known == null) {
      Path own = copied("own" + expected.size(), all);
      List<String> entries = new ArrayList<>(List.of(RIGHTS.split("\n(?=  \\w)", -1)));
      entries.removeIf(entry -> isOfOther(entry, all));
      Files.writeString(new RightsFile(own).usual(), String.join("\n", entries));
      known = sharing(own);
      expected.put(all, known);
    }
    return known;
  }

  private static boolean isOfOther(String entry, Set<ArchiveCollection> all) {
    return ALL.stream()
        .anyMatch(each -> !all.contains(each) && entry.startsWith("  " + each.name() + ":"));
  }

  /** A server of an archive that has these collections only, all of them open to everyone. */
  private WebServer openWith(Set<ArchiveCollection> all) throws IOException {
    WebServer known = open.get(all);
    if (known == null) {
      Path own = copied("open" + open.size(), all);
      UserData kept = new UserData(Desks.open(own), Optional.empty());
      SearchEngine engine = opened(Engines.open(own).search(LIMIT));
      known = opened(WebServer.start(engine, RightsContract::parsed, kept, behindProxy()));
      open.put(all, known);
    }
    return known;
  }

  private Path copied(String name, Set<ArchiveCollection> all) throws IOException {
    Path own = place(folder, name);
    for (ArchiveCollection each : all) {
      copy(each, index, own);
    }
    return own;
  }

  private WebServer sharing(Path archive) {
    RightsFile rights = new RightsFile(archive);
    SearchEngine whole = opened(Engines.open(archive).search(LIMIT));
    ArchiveCollections collections = opened(Engines.open(archive).collections(LIMIT));
    return opened(
        WebServer.start(
            new SharedArchive(whole, collections, rights::current, false),
            RightsContract::parsed,
            new UserData(Desks.open(archive), Optional.empty()),
            behindProxy()));
  }

  private <T extends AutoCloseable> T opened(T one) {
    opened.add(one);
    return one;
  }

  private Path file() {
    return new RightsFile(index).usual();
  }

  private static ParsedQuery parsed(String query) {
    return QueryParser.parse(query, LocalDate.of(2026, 1, 15));
  }

  private static ServerSettings behindProxy() {
    return ServerSettings.at("127.0.0.1", 0)
        .knownAs(URI.create("https://archive.example.org"))
        .behind(Set.of(InetAddress.getLoopbackAddress()), Optional.of(USER), Optional.of(GROUPS));
  }

  /** The folder of the archive of a name, which is empty at first. */
  protected abstract Path place(Path folder, String name);

  /** Gives another archive the same collection. */
  protected abstract void copy(ArchiveCollection collection, Path from, Path to) throws IOException;

  /** Whether an address is asked; where that takes long, others are asked on another day. */
  protected boolean isAsked(String address) {
    return true;
  }

  private static Path secret() {
    return folder.resolve("secret");
  }

  /** Builds a collection of an archive. */
  protected final void build(ArchiveCollection collection, Path archive) {
    String source = collection.equals(LEAK) ? PathName.of(secret()) : "/test/" + collection;
    try (IndexingSession session = Engines.open(collection.in(archive)).rebuild(NameMode.FIND)) {
      articles(collection).forEach(session::add);
      session.commit(List.of(new Source(source, "")));
    }
  }

  private static List<Article> articles(ArchiveCollection collection) {
    if (!collection.isFirst()) {
      return collection.equals(AFP) ? ferries() : List.of(ledger());
    }
    List<Article> first = new ArrayList<>(SampleArticles.all());
    first.add(printed(secret().resolve("page.png")));
    return first;
  }

  private static List<Article> ferries() {
    List<Article> ferries = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      ferries.add(
          Article.withId("ferry-" + i)
              .title("Ferry to the harbour, part " + i)
              .paragraphs(
                  List.of(
                      "At dawn the chairman, Paul Volcker, said that the harbour ferry would sail.",
                      "Mr. Volcker spoke to dockers about inflation."))
              .source("Agency Wire")
              .topics(List.of("shipping"))
              .language("en")
              .publishedAt(PublicationDate.stated("2031-07-0" + i))
              .build());
    }
    return ferries;
  }

  /** An article of the open collection that names a page among the files of another. */
  private static Article printed(Path page) {
    PrintedPage printed = new PrintedPage(1, "1", 0, 0, PathName.of(page));
    return Article.withId("printed")
        .title("A page of the harbour news")
        .paragraphs(List.of("The harbour, in print."))
        .source("The Evening Lantern")
        .positions(new Positions(List.of(printed), WordPlaces.NONE, Positions.UNKNOWN_QUALITY))
        .build();
  }

  private static Article ledger() {
    return Article.withId("ledger")
        .title("Quarrybank ledger of the harbour")
        .paragraphs(
            List.of("Quarrybank paid for the harbour. Paul Volcker, the chairman, knew of it."))
        .authors(List.of("Quarrick Reed"))
        .source("Quarrybank Files")
        .language("en")
        .publishedAt(PublicationDate.stated("1901-02-03"))
        .build();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
    client.close();
  }

  private HttpResponse<String> get(WebServer from, String path, String groups) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + from.port() + path))
            .header(USER, "ada");
    if (!groups.isEmpty()) {
      request.header(GROUPS, groups);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  /** A way to ask a route. */
  private record Asked(RouteRight right, String address) {}

  /** The addresses of every route that is read, with values for their variable parts. */
  private List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (String route : server.routes()) {
      if (route.startsWith(HandlerType.GET.name() + " ")) {
        String path = route.substring(HandlerType.GET.name().length() + 1);
        for (String filled : filled(path)) {
          QUERIES.stream()
              .filter(query -> isAsked(filled + query))
              .forEach(query -> asked.add(new Asked(RouteRight.of(path), filled + query)));
        }
      }
    }
    return asked;
  }

  private static List<String> filled(String path) {
    for (Map.Entry<String, List<String>> part : PARTS.entrySet()) {
      if (path.contains(part.getKey())) {
        return part.getValue().stream()
            .map(value -> path.replace(part.getKey(), value))
            .flatMap(each -> filled(each).stream())
            .toList();
      }
    }
    return List.of(path.replaceAll("\\{\\w+}", "1"));
  }

  /** The body without times, durations and tokens, which differ between any two answers. */
  protected String timeless(String body) {
    return body.replaceAll("(\"tookMillis\":|Took )[\\d.,]+", "$1")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "now")
        .replaceAll("in [\\w.,]+( [\\d.,]+)? ?ms", "ms")
        .replaceAll("name=\"token\" value=\"[^\"]*\"", "")
        .replaceAll("<p class=\"[\\w-]+\"( dir=\"auto\")?>" + LEFT_OUT + "</p>\n", "")
        .replaceAll(",\"" + LEFT_OUT + "\"|\"" + LEFT_OUT + "\",?", "")
        .replaceAll(
            "% This file holds all \\d+ articles\\. " + LEFT_OUT + "\n\n?| " + LEFT_OUT, "");
  }

  @Test
  void readersGetTheBytesOfAnArchiveWithoutWhatTheyMayNotRead() throws Exception {
    List<String> different = new ArrayList<>();
    for (String groups : READERS) {
      for (Asked asked : asked()) {
        HttpResponse<String> answered = get(server, asked.address(), groups);
        Set<ArchiveCollection> read = seen(Right.READ, groups);
        Set<ArchiveCollection> seen = seen(asked.right().right(), groups);
        if (asked.right().isOfWhole()) {
          assertThat(answered.statusCode()).as(asked.address()).isEqualTo(403);
        } else {
          WebServer same = read.size() == 1 ? openWith(read) : without(read);
          HttpResponse<String> wanted = get(same, asked.address(), groups);
          addDifference(groups + asked.address(), wanted, answered, different);
          if (!seen.equals(read)) {
            wanted = get(openWith(seen), asked.address(), "");
            addDifference(groups + asked.address(), wanted, answered, different);
          }
        }
      }
    }
    assertThat(different).isEmpty();
  }

  private void addDifference(
      String asked,
      HttpResponse<String> wanted,
      HttpResponse<String> answered,
      List<String> different) {
    if (answered.statusCode() != wanted.statusCode()
        || !timeless(answered.body()).equals(timeless(wanted.body()))) {
      different.add(asked + " " + firstDifference(wanted, answered));
    }
  }

  private String firstDifference(HttpResponse<String> wanted, HttpResponse<String> answered) {
    String one = timeless(wanted.body());
    String other = timeless(answered.body());
    int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    return "%s, not %s; …%s… is …%s…"
        .formatted(answered.statusCode(), wanted.statusCode(), around(one, at), around(other, at));
  }

  private static String around(String text, int at) {
    return text.substring(
        Math.clamp(at - 60, 0, text.length()), Math.clamp(at + 60, 0, text.length()));
  }

  private static Set<ArchiveCollection> seen(Right right, String groups) {
    Set<ArchiveCollection> seen = new HashSet<>(Set.of(ArchiveCollection.FIRST));
    boolean isStaff = groups.contains("staff");
    if (right == Right.READ ? isStaff : isStaff && groups.contains("research")) {
      seen.add(AFP);
    }
    if (groups.contains("team")) {
      seen.add(LEAK);
    }
    return seen;
  }

  private void rights(String content) throws IOException {
    Path next = file().resolveSibling("next.yaml");
    Files.writeString(next, content);
    Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE);
  }

  private int status(String path, String groups) throws Exception {
    return get(server, path, groups).statusCode();
  }

  @Test
  void rightsCountFromTheNextRequestAndAWrongFileChangesNothing() throws Exception {
    try {
      assertThat(status("/article/afp~~ferry-1", "staff")).isEqualTo(200);
      rights(RIGHTS.replace("read: [staff]", "read: [team]"));
      assertThat(status("/article/afp~~ferry-1", "staff")).isEqualTo(404);
      assertThat(status("/article/afp~~ferry-1", "team")).isEqualTo(200);
      rights(RIGHTS.replace("read: [staff]", "read: staff"));
      assertThat(status("/article/afp~~ferry-1", "staff")).isEqualTo(404);
      rights("collections:\n  archive:");
      assertThat(status("/article/month-only", "")).isEqualTo(200);
      assertThat(status("/article/afp~~ferry-1", "")).isEqualTo(404);
      Files.delete(file());
      assertThat(status("/article/afp~~ferry-1", "team")).isEqualTo(200);
      assertThat(status("/article/afp~~ferry-1", "")).isEqualTo(404);
    } finally {
      rights(RIGHTS);
    }
  }

  @Test
  void whoMayReadNothingIsToldSo() throws Exception {
    try {
      rights("collections: {afp: {read: [staff]}}");
      HttpResponse<String> answer = get(server, "/search?q=harbour", "");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("You may read no collection");
      String css = answer.body().replaceAll("(?s).*?href=\"(/assets/[^\"]*base.css)\".*", "$1");
      assertThat(status(css, "")).isEqualTo(200);
      assertThat(status("/nowhere", "")).isEqualTo(404);
      assertThat(get(server, Health.PATH, "").body()).isEqualTo("{\"status\":\"ok\"}");
    } finally {
      rights(RIGHTS);
    }
  }

  @Test
  void theArchiveListsTheCollectionsThatItsReaderMayRead() throws Exception {
    assertThat(get(server, "/corpus", "staff").body())
        .contains("Collections", "/search?collection=afp", "/search?collection=archive")
        .doesNotContain("collection=leak");
    assertThat(get(server, "/corpus", "").body()).doesNotContain("Collections", "collection=");
  }

  @Test
  void twoHeadersOfGroupsAreRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
            .header(GROUPS, "nobody")
            .header(GROUPS, "team")
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aThousandGroupsAreRead() throws Exception {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      groups.append('g').append(i).append(',');
    }
    assertThat(status("/article/leak~~ledger", groups.toString())).isEqualTo(404);
    assertThat(status("/article/leak~~ledger", groups + "team")).isEqualTo(200);
  }

  @Test
  void sharedListsShowEachReaderWhatThatReaderMayRead() throws Exception {
    Desk desk = Desks.open(index).by(Actor.user("ada"));
    try (SearchEngine engine = Engines.open(index).search(LIMIT)) {
      List<ListEntry> entries =
          List.of(
              entry(engine, "month-only"),
              entry(engine, "leak~~ledger"),
              entry(engine, "afp~~ferry-1"));
      ReadingList list = desk.lists().put("ada", "Shared", entries).list();
      desk.lists().change(list.id(), "Shared", Sharing.READ);
      String page = "/lists/" + list.id() + ".json";
      assertThat(get(server, page, "").body()).doesNotContain("leak~~").doesNotContain("afp~~");
      assertThat(get(server, page, "team").body()).contains("leak~~").doesNotContain("afp~~");
      assertThat(get(server, page, "team,staff").body()).contains("leak~~").contains("afp~~");
      assertThat(get(server, "/lists.json", "").body()).contains("\"articles\":1");
      assertThat(get(server, "/lists.json", "team,staff").body()).contains("\"articles\":3");
    } finally {
      desk.lists().all("ada").forEach(list -> desk.lists().remove(list.id()));
    }
  }

  /** A reader who may not read an article changes a shared list around it. */
  @Test
  void changesOfAListKeepAndHideWhatTheirAuthorMayNotRead() throws Exception {
    Desk desk = Desks.open(index).by(Actor.user("ada"));
    try (SearchEngine engine = Engines.open(index).search(LIMIT)) {
      ListEntry secret = entry(engine, "leak~~ledger");
      List<ListEntry> entries = List.of(entry(engine, "month-only"), secret);
      ReadingList list = desk.lists().put("ada", "Changed", entries).list();
      desk.lists().entries().note(list.id(), secret.article().fingerprint(), "told by a friend");
      Desk shown = desk.showing(collection -> !collection.equals(LEAK));
      ListEntry copy =
          new ListEntry(
              new ArticleRef("copy", secret.article().fingerprint()),
              "Copy",
              "",
              "",
              "",
              "",
              Instant.parse("2031-01-01T00:00:00Z"));
      assertThat(shown.lists().having("ada", List.of(copy.article()))).isEmpty();
      assertThat(shown.lists().entries().put(list.id(), List.of(copy))).isOne();
      assertThat(shown.lists().entries().of(list.id()))
          .extracting(ListEntry::title, ListEntry::note)
          .containsExactly(
              tuple("Ferry fares to rise before the summer season", ""), tuple("Copy", ""));
      assertThat(desk.lists().entries().of(list.id()))
          .extracting(each -> each.article().id())
          .containsExactly("month-only", "leak~~ledger", "copy");
      assertThat(desk.lists().entries().of(list.id()).get(1).note()).isEqualTo("told by a friend");
    } finally {
      desk.lists().all("ada").forEach(list -> desk.lists().remove(list.id()));
    }
  }

  @Test
  void filesOfListsNeedTheRightToExport() throws Exception {
    Desk desk = Desks.open(index).by(Actor.user("ada"));
    try (SearchEngine engine = Engines.open(index).search(LIMIT)) {
      String list =
          desk.lists().put("ada", "Files", List.of(entry(engine, "afp~~ferry-1"))).list().id();
      assertThat(get(server, "/lists/" + list + ".json", "staff").body()).contains("afp~~");
      assertThat(get(server, "/lists/" + list + ".jsonl", "staff").body()).doesNotContain("afp~~");
      assertThat(get(server, "/lists/" + list + ".jsonl", "staff,research").body())
          .contains("afp~~");
    } finally {
      desk.lists().all("ada").forEach(list -> desk.lists().remove(list.id()));
    }
  }

  /** A name of a hidden collection becomes one that others have. */
  @Test
  void correctionsAreSeenWhereTheirCollectionIsRead() throws Exception {
    NameCorrections names = Desks.open(index).by(Actor.user("ada")).names();
    Name secret = new Name(NameKind.PERSON, "Quarrick Reed");
    Name volcker = new Name(NameKind.PERSON, "Paul Volcker");
    long number = names.add(secret, "", Optional.of(volcker), List.of(LEAK)).getFirst().number();
    try {
      for (String page : List.of("/name/person/Paul%20Volcker", "/names/corrections")) {
        assertThat(get(server, page, "staff").body()).as(page).doesNotContain("Quarrick");
        assertThat(get(server, page, "staff,team").body()).as(page).contains("Quarrick");
      }
      String undo = "/names/" + names.corrections().getFirst().key() + "/undo";
      assertThat(post(undo, "", "staff").statusCode()).isEqualTo(303);
      assertThat(names.all()).hasSize(1);
      assertThat(post(undo, "", "team").statusCode()).isEqualTo(303);
      assertThat(names.all()).isEmpty();
    } finally {
      names.remove(number);
    }
  }

  /** One who reads two collections corrects a name of both, and then one that only one has. */
  @Test
  void aCorrectionIsMadeInTheCollectionsThatHaveTheNameAndMayBeRead() throws Exception {
    NameCorrections names = Desks.open(index).by(Actor.user("ada")).names();
    try {
      String page = "/name/person/Paul%20Volcker";
      assertThat(post(page + "/correct", "as=Volcker", "staff").statusCode()).isEqualTo(303);
      assertThat(names.corrections()).extracting(NameCorrection::collection).containsExactly("afp");
      assertThat(status(page, "staff")).isEqualTo(404);
      assertThat(get(server, "/names/corrections", "").body()).doesNotContain("Volcker");
      assertThat(post("/name/person/Nobody/correct", "as=Volcker", "staff").statusCode())
          .isEqualTo(404);
      assertThat(post("/name/person/Nobody/correct", "as=Somebody", "").statusCode())
          .isEqualTo(303);
      assertThat(get(server, "/names/corrections", "staff").body()).contains("Nobody", "Volcker");
    } finally {
      names.all().forEach(each -> names.remove(each.number()));
      server.correct(List.of());
    }
  }

  /** Readers who may read more may be shown it as well. */
  @Test
  void anAlertKeepsTheStatesOfAllCollectionsAndPrintsNone() throws Exception {
    Desk desk = Desks.open(index);
    try (SearchEngine engine = Engines.open(index).search(LIMIT)) {
      assertThat(post("/alerts", "q=harbour", "").statusCode()).isEqualTo(303);
      SavedSearch saved = desk.searches().all().getFirst();
      engine
          .states()
          .forEach(
              (name, state) ->
                  assertThat(saved.sinceIn().getOrDefault(name, saved.since()))
                      .as(name)
                      .isEqualTo(state));
      assertThat(get(server, "/alerts.json", "").body()).doesNotContain("leak", "since");
    } finally {
      desk.searches().all().forEach(search -> desk.searches().remove(search.id()));
    }
  }

  private HttpResponse<String> post(String path, String form, String groups) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header(USER, "ada")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (!groups.isEmpty()) {
      request.header(GROUPS, groups);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  @Test
  void scansAreLookedForInTheFilesOfTheCollectionsThatAreRead() throws Exception {
    assertThat(status("/article/printed/scan/1", "")).isEqualTo(404);
    assertThat(status("/article/printed/scan/1", "team")).isEqualTo(200);
  }

  @Test
  void nothingIsOfferedThatTheReaderMayNotDo() throws Exception {
    try {
      assertThat(get(server, "/search?q=harbour", "staff").body())
          .contains("/search.csv", "Without afp, which you may read, but not take away.");
      assertThat(
              get(server, "/search.jsonl?q=harbour", "staff")
                  .headers()
                  .firstValue("Broadsheet-Left-Out"))
          .hasValue("Without afp, which you may read, but not take away.");
      assertThat(get(server, "/words?q=harbour", "staff").body())
          .contains("Without afp, which you may read, but not have counted.");
      rights("collections: {archive: {read: everyone, export: [research], ask: [research]}}");
      for (String page : List.of("/search?q=harbour", "/cite?q=harbour", "/", "/trends", "/desk")) {
        assertThat(get(server, page, "").body())
            .as(page)
            .doesNotContain("/search.csv", "/search.receipt.json", "/batch", "/replay", "/words");
        assertThat(get(server, page, "research").body()).as(page).contains("/words");
      }
      assertThat(get(server, "/search?q=harbour", "research").body()).contains("/search.csv");
    } finally {
      rights(RIGHTS);
    }
  }

  private static ListEntry entry(SearchEngine engine, String id) {
    Article article = engine.named(id).orElseThrow().article();
    return new ListEntry(
        Objects.requireNonNull(engine.refs(List.of(id)).get(id)),
        article.title(),
        article.source(),
        "",
        "",
        "",
        Instant.parse("2031-01-01T00:00:00Z"));
  }
}
