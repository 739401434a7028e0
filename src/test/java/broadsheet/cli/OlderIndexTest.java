package broadsheet.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.SavedSearch;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.schema.IndexFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An index of the format before this program's: the message of each command about it, and the data
 * that a rebuild keeps. Its format is that of its description alone.
 */
@Timeout(60)
class OlderIndexTest {

  private static final String FORMAT = "broadsheet.format";
  private static final String SOURCES = "broadsheet.sources";

  private record CameIn(String id, String at) {}

  @TempDir private static Path temporary;

  /** The folder of an archive that each test has a copy of. */
  private static Path made = Path.of("");

  private static String tide = "";
  private static String quay = "";

  /** The new articles of each saved search, newest first. */
  private static Map<String, List<CameIn>> cameIn = Map.of();

  @TempDir private Path folder;
  private Path articles = Path.of("");
  private Path index = Path.of("");

  @BeforeAll
  static void make() throws IOException {
    made = temporary.toRealPath();
    Path index = made.resolve("index");
    write(
        "harbour/ferry.md",
        """
        ---
        title: Ferry returns to the estuary
        section: Harbour
        id: ferry-returns
        ---
        The ferry crossed the estuary again on Monday, as the tide turned.
        """);
    write(
        "world/wire.jsonl",
        """
        {"id": "w1", "title": "Le phare rallumé", "body": "Les pêcheurs attendaient la marée.", "language": "fr"}
        {"id": "w2", "title": "Die Fähre fährt wieder", "body": "Die Fähre fährt seit Montag.", "language": "de"}
        """);
    Program.done(index, "index", made.resolve("articles").toString());
    Program.done(index, "alert", "add", "tide");
    Program.done(index, "alert", "add", "ferry", "--section", "Harbour");
    Program.done(index, "alert", "add", "quai OR marée", "--language", "fr");
    write(
        "harbour/tide.md",
        """
        ---
        title: Spring tide closes the quay
        section: Harbour
        id: spring-tide
        ---
        A spring tide closed the quay for an hour, and the ferry left late.
        """);
    Program.done(index, "index", "--update");
    write("harbour/untold.txt", "Low tide bares an old hull\n\nWalkers found it in the mud.\n");
    write(
        "world/quai.jsonl",
        """
        {"id": "w5", "title": "La marée ferme le quai", "body": "Le ferry est parti.", "language": "fr"}
        """);
    Program.done(index, "index", "--update");
    Program.done(
        index, "list", "add", "Harbour", "spring-tide", "--note", "Ask the keeper — twice.");
    Desk desk = Desks.open(index);
    desk.readMarks().turnOn("");
    String list = desk.lists().all("").getFirst().id();
    desk.readMarks().mark("", desk.lists().entries().articles(list).getFirst(), true);
    List<String> searches = desk.searches().all().stream().map(SavedSearch::id).toList();
    tide = searches.get(0);
    quay = searches.get(2);
    Map<String, List<CameIn>> matches = new HashMap<>();
    searches.forEach(search -> matches.put(search, cameIn(index, search)));
    cameIn = matches;
    assertThat(cameIn.get(tide))
        .extracting(CameIn::id)
        .containsExactly("harbour-untold", "spring-tide");
    assertThat(cameIn.get(searches.get(1))).extracting(CameIn::id).containsExactly("spring-tide");
    assertThat(cameIn.get(quay)).extracting(CameIn::id).containsExactly("w5");
  }

  private static void write(String name, String content) throws IOException {
    Path file = made.resolve("articles").resolve(name);
    Files.createDirectories(requireNonNull(file.getParent()));
    Files.writeString(file, content);
  }

  @BeforeEach
  void copy() throws IOException {
    Path copy = folder.toRealPath();
    try (Stream<Path> all = Files.walk(made)) {
      for (Path each : (Iterable<Path>) all.skip(1)::iterator) {
        Files.copy(each, copy.resolve(made.relativize(each)));
      }
    }
    articles = copy.resolve("articles");
    index = copy.resolve("index");
    describe(IndexFormat.VERSION - 1);
  }

  /** Describes the index as one of a format, made from the articles beside it. */
  private void describe(int version) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (Directory directory = FSDirectory.open(index)) {
      Map<String, String> described =
          new HashMap<>(SegmentInfos.readLatestCommit(directory).getUserData());
      described.computeIfPresent(
          SOURCES, (_, paths) -> paths.replace(made.resolve("articles").toString(), "" + articles));
      described.put(FORMAT, Integer.toString(version));
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        writer.setLiveCommitData(described.entrySet());
        writer.commit();
      }
    }
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private static int codeOf(String command) {
    return command.equals("check") ? ExitCode.COULD_NOT_LOOK : ExitCode.ERROR;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search tide",
        "show w1",
        "stats",
        "check",
        "ledger",
        "alert list",
        "serve --port 0",
        "serve --port 0 --watch",
        "index --update"
      })
  void everyCommandSaysThatAnUpgradeIsNeededAndChangesNothing(String command) throws IOException {
    Map<String, Integer> before = contents();
    Program.Ended ended = run(command.split(" "));
    ended.assertRefused(codeOf(command));
    assertThat(ended.err())
        .endsWith(
            "The index in %s is of an earlier release (format version %s; this program reads %s). Upgrade it, which needs none of the files it was made from, while that release goes on serving: ./broadsheet upgrade --index %s%n"
                .formatted(index, IndexFormat.VERSION - 1, IndexFormat.VERSION, index));
    assertThat(contents()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"search tide", "upgrade"})
  void indexBeforeTheFirstReleaseMustBeRebuilt(String command) throws IOException {
    describe(IndexFormat.OLDEST - 1);
    Map<String, Integer> before = contents();
    Program.Ended ended = run(command.split(" "));
    ended.assertRefused();
    assertThat(ended.err())
        .endsWith(
            "The index in %s has another format (version %s; this program reads version %s). Rebuild it, while the release that made it goes on serving: ./broadsheet index --index %s%n"
                .formatted(index, IndexFormat.OLDEST - 1, IndexFormat.VERSION, index));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void upgradeKeepsWhatReadersKeepWithoutTheFiles() throws IOException {
    Files.move(articles, folder.resolve("away"));
    assertThat(Program.done(index, "upgrade")).startsWith("upgraded 6 articles in ");
    assertCameIn();
    assertThat(run("check").out()).contains("6 articles", "3 alerts", "1 listed article");
  }

  @Test
  void rebuildReadsTheSameFilesAndKeepsWhatReadersKeep() {
    List<SavedSearch> saved = Desks.open(index).searches().all();
    Program.done(index, "index");
    Desk desk = Desks.open(index);
    assertThat(desk.searches().all()).isEqualTo(saved).hasSize(3);
    assertCameIn();
    String list = desk.lists().find("", "Harbour").orElseThrow().id();
    assertThat(desk.lists().entries().of(list))
        .extracting(ListEntry::note)
        .containsExactly("Ask the keeper — twice.");
    assertThat(desk.readMarks().all("")).isEqualTo(desk.lists().entries().articles(list));
    assertThat(run("search", "list:Harbour").out()).startsWith("1 article ");
    assertThat(run("check").out()).contains("6 articles", "3 alerts", "1 listed article");
  }

  @Test
  void nothingIsLostByAnUpdateThatIsTriedFirst() {
    run("index", "--update").assertRefused();
    run("index", "--update", articles.resolve("world").toString()).assertRefused();
    rebuild();
    assertCameIn();
  }

  @Test
  void nothingIsLostByARebuildThatFindsNoArticle() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("index", empty.toString()).exitCode()).isEqualTo(ExitCode.ERROR);
    rebuild();
    assertCameIn();
  }

  /** Its files may be on a disk that is not mounted now. */
  @Test
  void rebuildThatFailsLeavesTheIndexAsItWas() throws IOException {
    Map<String, Integer> before = contents();
    Files.move(articles, folder.resolve("away"));
    Program.Ended ended = run("index");
    ended.assertRefused();
    assertThat(ended.err()).contains("is made from " + articles + ", which is not there");
    assertThat(contents()).isEqualTo(before);
  }

  /** Deleted articles are gone; the others stay new. */
  @Test
  void rebuildWithoutAnArticleLeavesOnlyItBehind() throws IOException {
    Files.delete(articles.resolve("harbour/untold.txt"));
    rebuild();
    assertThat(cameIn(index, tide)).isEqualTo(requireNonNull(cameIn.get(tide)).subList(1, 2));
    assertThat(cameIn(index, quay)).isEqualTo(cameIn.get(quay));
  }

  @Test
  void updateAfterTheRebuildAddsToWhatCameIn() throws IOException {
    rebuild();
    Files.writeString(
        articles.resolve("harbour/new.txt"),
        "Neap tide\n\nA neap tide left the boats where they were on Friday.\n");
    Program.done(index, "index", "--update");
    assertThat(cameIn(index, tide))
        .hasSize(3)
        .endsWith(requireNonNull(cameIn.get(tide)).toArray(CameIn[]::new));
    assertThat(cameIn(index, tide).getFirst().id()).isEqualTo("harbour-new");
  }

  /** The desk has versions of its own; {@code OlderDeskTest} has all of its uses. */
  @ParameterizedTest
  @ValueSource(strings = {"list", "alert list", "check", "backup copy"})
  void olderDeskIsRefusedByNameAndLeftAsItIs(String command) throws IOException {
    describe(IndexFormat.VERSION);
    for (String file : List.of("searches.db", "lists.db")) {
      Path older = index.resolveSibling("index.desk").resolve(file);
      byte[] bytes = Files.readAllBytes(older);
      bytes[63] = 1; // the version in the header of a SQLite file
      Files.write(older, bytes);
    }
    Map<String, Integer> before = contents();
    Program.Ended ended = run(command.replace("copy", "" + folder.resolve("copy")).split(" "));
    assertThat(ended.exitCode()).isEqualTo(codeOf(command));
    assertThat(ended.err())
        .contains(".db was written by an older build of Broadsheet (version 1, this program knows")
        .contains("Use that build, for example to export lists.");
    assertThat(contents()).isEqualTo(before);
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  private void rebuild() {
    Program.done(index, "index", articles.toString());
  }

  private void assertCameIn() {
    cameIn.forEach((search, expected) -> assertThat(cameIn(index, search)).isEqualTo(expected));
  }

  private static List<CameIn> cameIn(Path index, String search) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      SavedSearch saved = Desks.open(index).searches().find(search).orElseThrow();
      return AlertMatches.of(engine, saved).stream()
          .map(hit -> new CameIn(hit.id(), hit.addedAt().orElseThrow().toString()))
          .toList();
    }
  }

  /** The files of the index and the desk with a hash of each, without the empty lock files. */
  private Map<String, Integer> contents() throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    addContents(index, "", contents);
    addContents(index.resolveSibling("index.desk"), "desk/", contents);
    return contents;
  }

  private static void addContents(Path folder, String prefix, Map<String, Integer> contents)
      throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 0) {
          contents.put(prefix + file.getFileName(), Arrays.hashCode(content));
        }
      }
    }
  }
}
