package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Crossing;
import broadsheet.Seeds;
import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SameAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive of an earlier release, upgraded without its files, beside one that is rebuilt. */
@Timeout(120)
class FrozenArchiveTest {

  private static final int QUERIES = 20;

  @TempDir private Path folder;

  @Test
  void upgradedIndexAnswersAsARebuiltOneAndKeepsWhatReadersKept() throws IOException {
    FrozenArchive frozen = FrozenArchive.in(folder);
    Path index = frozen.index();
    List<SavedSearch> saved = Desks.open(index).searches().all();
    assertThat(Program.done(index, "upgrade")).startsWith("upgraded 350 articles in ");
    assertThat(Program.done(index, "upgrade")).endsWith("; nothing to do\n");
    assertThat(Desks.open(index).searches().all()).isEqualTo(saved).hasSize(1);
    assertThat(Program.done(index, "search", "list:Harbour")).startsWith("1 article ");
    assertThat(Program.done(index, "search", "person:\"Anna Kimball\""))
        .as("a name that was corrected")
        .startsWith("25 articles ");
    assertThat(Program.done(index, "check"))
        .contains("350 articles", "1 alert", "1 listed article", "1 correction");
    assertAnswersLike(rebuilt(frozen), index);
    Program.Ended update = Program.on(index, "index", "--update");
    assertThat(update.err()).contains("/srv/paper/files");
    assertThat(Program.done(index, "stats")).contains("350");
  }

  /** Beside a copy of the desk, since corrections of names decide what is found. */
  private static Path rebuilt(FrozenArchive frozen) throws IOException {
    Path rebuilt = frozen.folder().resolve("rebuilt");
    Path desk = Files.createDirectory(frozen.folder().resolve("rebuilt.desk"));
    try (Stream<Path> kept = Files.list(frozen.folder().resolve("index.desk"))) {
      for (Path file : (Iterable<Path>) kept::iterator) {
        Files.copy(file, desk.resolve(file.getFileName()));
      }
    }
    Program.done(rebuilt, "index", "--names", frozen.files().toString());
    return rebuilt;
  }

  private static void assertAnswersLike(Path expected, Path actual) {
    try (SearchEngine one = Engines.open(expected).search(Engine.TIME_LIMIT);
        SearchEngine other = Engines.open(actual).search(Engine.TIME_LIMIT)) {
      Seeds.each(
          1,
          random ->
              SameAnswers.assertSame(
                  one,
                  other,
                  Stream.generate(() -> Crossing.random(random).query())
                      .limit(QUERIES)
                      .map(query -> QueryParser.parse(query, LocalDate.EPOCH).root())
                      .map(SearchRequest::of)
                      .toList()));
    }
  }
}
