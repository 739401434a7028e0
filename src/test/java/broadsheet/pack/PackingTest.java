package broadsheet.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Crossing;
import broadsheet.Seeds;
import broadsheet.WholeArchive;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.article.Recording;
import broadsheet.article.WordPlaces;
import broadsheet.desk.Desks;
import broadsheet.desk.ReadingList;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SameAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.export.NewEntries;
import broadsheet.files.FolderException;
import broadsheet.files.ProgramCopy;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packs of an archive that has everything. */
@Timeout(120)
class PackingTest {

  private static final int QUERIES = 20;

  @TempDir private static Path archived;
  private static Path index;
  private static SearchEngine archive;

  /** A pack of all articles in all versions. */
  private static Path everything;

  @TempDir private Path folder;

  @BeforeAll
  static void makeArchive() throws Exception {
    index = WholeArchive.index(archived);
    archive = Engines.open(index).search(Engine.TIME_LIMIT);
    everything = archived.resolve("everything");
    packing("versions=all").into(everything, List.of(index), List.of(), (_, _) -> {});
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  private static ParsedQuery parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH);
  }

  private static ProgramCopy program() throws IOException {
    Path program = Files.createDirectories(archived.resolve("program/lib"));
    Files.writeString(program.resolve("a.jar"), "a");
    return new ProgramCopy(Map.of("lib", program));
  }

  private static Packing packing(String search) throws IOException {
    SearchParameters asked = SearchParameters.of(QueryString.parse(search));
    return new Packing(archive, asked, parsed(asked.text()), typed -> typed, program(), "http://x");
  }

  private Path pack(String search, Packing.KeptList... lists) throws IOException {
    Path pack = folder.resolve("pack");
    packing(search).into(pack, List.of(index), List.of(lists), (_, _) -> {});
    return pack;
  }

  private static SearchEngine open(Path pack) {
    return Engines.open(pack.resolve("index")).search(Engine.TIME_LIMIT);
  }

  private static List<Article> all(SearchEngine engine, String search) {
    SearchParameters asked = SearchParameters.of(QueryString.parse(search));
    List<NamedArticle> found = new ArrayList<>();
    engine.export(asked.request(parsed(asked.text()).root()).unfolded(), found::add);
    return found.stream().map(NamedArticle::article).toList();
  }

  private static List<String> ids(SearchEngine engine, String search) {
    return all(engine, search).stream().map(Article::id).sorted().toList();
  }

  /** Sorted by date, since scores depend on the number of files that an archive was read from. */
  @Test
  void packOfAllVersionsAnswersAsTheArchive() throws IOException {
    try (SearchEngine packed = open(everything)) {
      assertThat(packed.articleCount()).isEqualTo(archive.articleCount());
      assertThat(packed.namesDigest()).isEqualTo(archive.namesDigest());
      Seeds.each(
          1,
          random ->
              Stream.generate(() -> Crossing.random(random).query())
                  .limit(QUERIES)
                  .forEach(
                      query -> assertThat(page(packed, query)).isEqualTo(page(archive, query))));
    }
  }

  /** A page of results in words, without the folders of scans. */
  private static List<String> page(SearchEngine engine, String query) {
    SearchResults page =
        engine.search(
            new SearchRequest(parsed(query).root(), Filters.none(), SortOrder.NEWEST, 1, 10));
    return List.of(
        "%s: %s in all, %s folded, %s".formatted(query, page.total(), page.folded(), page.tiers()),
        page.facets() + " " + page.timeline(),
        page.notes() + " " + page.clauses() + " " + page.didYouMean(),
        SameAnswers.untimed(page).toString().replace(archived + "/", ""));
  }

  @Test
  void packHasWhatTheSearchFindsWithTheSameMarksAndNothingElse() throws IOException {
    String search = "q=strike+harbour&match=all&language=en";
    List<String> found = ids(archive, search);
    assertThat(found).hasSizeGreaterThan(10);
    try (SearchEngine packed = open(pack(search))) {
      assertThat(ids(packed, "")).isEqualTo(found);
      assertThat(ids(packed, search)).isEqualTo(found);
      for (String query :
          List.of("strike harbour", "person:\"Ruth Amsel\"", "furniture:lighthouse")) {
        assertThat(ids(packed, "q=" + query)).isEqualTo(both(found, ids(archive, "q=" + query)));
        for (String id : found.subList(0, 5)) {
          assertThat(marks(packed, id, query)).isEqualTo(marks(archive, id, query));
        }
      }
    }
  }

  private static List<String> both(List<String> one, List<String> other) {
    return one.stream().filter(other::contains).toList();
  }

  private static List<Object> marks(SearchEngine engine, String id, String query) {
    MarkedArticle marked = engine.find(id, parsed(query).root()).orElseThrow();
    return List.of(marked.title(), marked.standfirst(), marked.paragraphs());
  }

  /** A source repeats a gallery in eight stories, of which three are too few to tell. */
  @Test
  void whatIsSetAsideInTheArchiveIsSetAsideInAPack() throws IOException {
    String search = "q=furniture:lighthouse&to=2016-12-31";
    List<String> found = ids(archive, search);
    assertThat(found).hasSizeBetween(1, 3);
    try (SearchEngine packed = open(pack(search))) {
      assertThat(ids(packed, "q=furniture:lighthouse")).isEqualTo(found);
      assertThat(ids(packed, "q=lighthouse")).isEmpty();
    }
  }

  @Test
  void withdrawnAndEarlierArticlesAreNotInAPack() throws IOException {
    try (SearchEngine packed = open(pack("q=title:ferry+aground"))) {
      assertThat(all(packed, "versions=all")).singleElement().asString().contains("eight aboard");
    }
    try (SearchEngine packed = open(everything)) {
      assertThat(all(packed, "q=title:ferry+aground")).hasSize(1);
      assertThat(all(packed, "q=title:ferry+aground&versions=all")).hasSize(3);
      assertThat(ids(packed, "q=\"flood reached\"&versions=all")).isEmpty();
      assertThat(bytesOf(everything)).doesNotContain("flood reached");
    }
  }

  private static String bytesOf(Path pack) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(pack)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void noPathOfThisMachineIsInAPack() throws IOException {
    assertThat(bytesOf(everything)).doesNotContain(archived.toString());
    try (SearchEngine packed = open(everything)) {
      List<Article> spoken = all(packed, "q=speaker:\"Anna Kim\"");
      assertThat(spoken)
          .anySatisfy(
              article ->
                  assertThat(article.positions().parts())
                      .contains(new Recording("talk.mp3", "files/talk.mp3")));
      assertThat(all(packed, "q=title:report"))
          .singleElement()
          .extracting(Article::locations)
          .isEqualTo(List.of("report.pdf"));
      assertThat(all(packed, ""))
          .anySatisfy(a -> assertThat(a.positions().words()).isNotEqualTo(WordPlaces.NONE));
    }
  }

  @Test
  void listsAreInAPackAsFarAsTheirArticlesAre() throws IOException {
    List<String> trade = ids(archive, "q=topic:trade");
    List<String> weather = ids(archive, "q=topic:weather");
    List<String> listed = List.of(trade.getFirst(), weather.getFirst());
    var lists = Desks.open(archived.resolve("other")).lists();
    ReadingList list = lists.put("", "found", NewEntries.of(listed, archive).entries()).list();
    Packing.KeptList kept = new Packing.KeptList(list, lists.entries().of(list.id()));
    Path pack = pack("q=topic:trade&sort=oldest", kept);
    var packed = Desks.open(pack.resolve("index")).lists();
    assertThat(packed.ofAllUsers().stream().map(ReadingList::name))
        .containsExactlyInAnyOrder("Found", "found (2)");
    assertThat(entries(packed, "found (2)")).containsExactly(trade.getFirst());
    assertThat(entries(packed, "Found"))
        .isEqualTo(all(archive, "q=topic:trade&sort=oldest").stream().map(Article::id).toList());
    assertThat(Files.readAllLines(pack.resolve("articles.csv"))).hasSize(trade.size() + 1);
    assertThat(Files.readString(pack.resolve("README.txt")))
        .contains("Query:    topic:trade\n", trade.size() + " of the archive's ")
        .contains("Filters:  sort oldest\n", "list:\"Found\", list:\"found (2)\"");
    assertThat(pack.resolve("lib/a.jar")).hasContent("a");
    assertThat(pack.resolve("receipt.json")).isNotEmptyFile();
  }

  private static List<String> entries(broadsheet.desk.Lists lists, String name) {
    ReadingList list = lists.find("", name).orElseThrow();
    return lists.entries().articles(list.id()).stream().map(ref -> ref.id()).toList();
  }

  @Test
  void nothingIsLeftOfAPackThatFails() throws IOException {
    Path pack = folder.resolve("pack");
    Packing packing = packing("q=section:formats");
    assertThatThrownBy(
            () ->
                packing.into(
                    pack,
                    List.of(index),
                    List.of(),
                    (done, _) -> {
                      assertThat(done).isLessThan(5);
                    }))
        .isInstanceOf(AssertionError.class);
    assertThat(pack).doesNotExist();
    packing.into(pack, List.of(index), List.of(), (_, _) -> {});
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(each -> each.getFileName().toString())).containsExactly("pack");
    }
    assertThatThrownBy(() -> packing.into(pack, List.of(index), List.of(), (_, _) -> {}))
        .isInstanceOf(FolderException.class)
        .hasMessageEndingWith("pack is not empty: give each pack a folder of its own.");
    assertThatThrownBy(
            () -> packing.into(index.resolve("pack"), List.of(index), List.of(), (_, _) -> {}))
        .hasMessageContaining("is within the archive that the pack is made from");
  }
}
