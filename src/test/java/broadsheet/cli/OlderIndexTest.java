package broadsheet.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.desk.KnownSearches;
import broadsheet.desk.SavedSearch;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.query.QueryNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An index made by an older release: the message of each command about it, and the data that a
 * rebuild keeps.
 */
@Timeout(60)
class OlderIndexTest {

  /** Articles and their index of format 5; the README beside it documents their origin. */
  private static final String ARCHIVE = "/format-5/archive.zip";

  private static final String TIDE = "y2byb452";
  private static final String FERRY = "fgx7snf3";
  private static final String QUAY = "k69n3kwp";

  /** The ids of the new articles of each saved search and their times, newest first. */
  private static final Map<String, List<CameIn>> CAME_IN =
      Map.of(
          TIDE,
          List.of(
              new CameIn("harbour-untold", "2026-11-25T21:08:17.720951Z"),
              new CameIn("spring-tide", "2026-11-25T21:08:13.988589Z")),
          FERRY,
          List.of(new CameIn("spring-tide", "2026-11-25T21:08:14.012536Z")),
          QUAY,
          List.of(new CameIn("w5", "2026-11-25T21:08:17.753157Z")));

  private record CameIn(String id, String at) {}

  @TempDir private Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void unpackOlderIndex() throws IOException {
    FormerArchive.unpack(ARCHIVE, folder);
    index = folder.resolve("index");
    saveSearches();
  }

  /** Index format 5 is older than desks. Its searches are saved as they were, by their ids. */
  private void saveSearches() throws IOException {
    Path file = index.resolve("alerts.json");
    List<SavedSearch> saved =
        new ObjectMapper()
            .readTree(file.toFile())
            .path("alerts")
            .valueStream()
            .map(
                each ->
                    new SavedSearch(
                        each.path("id").asText(),
                        each.path("search").asText(),
                        each.path("reading").asText(),
                        Instant.parse(each.path("createdAt").asText())))
            .toList();
    KnownSearches.save(Desks.open(index), saved);
    Files.delete(file);
    Files.deleteIfExists(index.resolve("alerts.lock"));
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
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
  void everyCommandSaysThatARebuildIsNeededAndChangesNothing(String command) throws IOException {
    Map<String, Integer> before = contents();
    Program.Ended ended = run(command.split(" "));
    ended.assertRefused();
    assertThat(ended.err())
        .contains(
            "another format",
            "this program reads version " + IndexFormat.VERSION,
            "Rebuild it, while the release that made it goes on serving: ./broadsheet index --index"
                + " "
                + index);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void rebuildKeepsSavedSearchesAndWhatCameIn() {
    List<SavedSearch> saved = Desks.open(index).searches().all();
    assertThat(saved).extracting(SavedSearch::id).containsExactly(TIDE, FERRY, QUAY);
    rebuild("articles");
    assertThat(Desks.open(index).searches().all()).isEqualTo(saved);
    assertCameIn();
    assertThat(Desks.open(index).arrivals().read().orElseThrow()).hasSize(4);
    assertThat(Desks.open(index).arrivals().check()).isEqualTo(4);
    assertThat(run("check").exitCode()).isZero();
  }

  @Test
  void nothingIsLostWhenTheIndexIsDeletedAfterwards() throws IOException {
    List<SavedSearch> saved = Desks.open(index).searches().all();
    rebuild("articles");
    for (String file : contents().keySet()) {
      Files.delete(index.resolve(file));
    }
    rebuild("articles");
    assertThat(Desks.open(index).searches().all()).isEqualTo(saved);
    assertCameIn();
  }

  @Test
  void nothingIsLostByAnUpdateThatIsTriedFirst() {
    run("index", "--update").assertRefused();
    run("index", "--update", folder.resolve("articles/world").toString()).assertRefused();
    rebuild("articles");
    assertCameIn();
  }

  @Test
  void nothingIsLostByARebuildThatFindsNoArticle() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("index", empty.toString()).exitCode()).isEqualTo(ExitCode.ERROR);
    rebuild("articles");
    assertCameIn();
  }

  /** Deleted articles are gone from the arrivals; the other arrivals stay. */
  @Test
  void rebuildWithoutAnArticleLeavesOnlyItBehind() throws IOException {
    Files.delete(folder.resolve("articles/harbour/untold.txt"));
    rebuild("articles");
    assertThat(cameIn(TIDE)).isEqualTo(requireNonNull(CAME_IN.get(TIDE)).subList(1, 2));
    assertThat(cameIn(QUAY)).isEqualTo(CAME_IN.get(QUAY));
  }

  @Test
  void updateAfterTheRebuildAddsToWhatCameIn() throws IOException {
    rebuild("articles");
    Files.writeString(
        folder.resolve("articles/harbour/new.txt"),
        "Neap tide\n\nA neap tide left the boats where they were on Friday.\n");
    assertThat(run("index", "--update").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(cameIn(TIDE)).hasSize(3).endsWith(tide());
    assertThat(cameIn(TIDE).getFirst().id()).isEqualTo("harbour-new");
  }

  private static CameIn[] tide() {
    return requireNonNull(CAME_IN.get(TIDE)).toArray(CameIn[]::new);
  }

  private void rebuild(String articles) {
    Program.Ended ended = run("index", folder.resolve(articles).toString());
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
  }

  private void assertCameIn() {
    CAME_IN.forEach((search, expected) -> assertThat(cameIn(search)).isEqualTo(expected));
  }

  private List<CameIn> cameIn(String search) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      return engine.arrivals(search, new QueryNode.Everything(), 10).stream()
          .map(arrival -> new CameIn(arrival.hit().id(), arrival.at().toString()))
          .toList();
    }
  }

  /** The files of the index with a hash of each, without the empty lock files. */
  private Map<String, Integer> contents() throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
      for (Path file : files) {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 0) {
          contents.put(String.valueOf(file.getFileName()), Arrays.hashCode(content));
        }
      }
    }
    return contents;
  }
}
