package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.ArticleRef;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.ArrivalRecord;
import broadsheet.lucene.schema.IndexFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of release 1.0.0, whose readers lose nothing by the change to this one. */
class FormerReleaseTest {

  /** The README beside it documents its origin. */
  private static final String ARCHIVE = "/format-12/archive.zip";

  private static final String LOCKS = "fcjmszye";

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    folder = temporary.toRealPath();
    FormerArchive.unpack(ARCHIVE, folder);
    index = folder.resolve("index");
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  @Test
  void serverSaysInOneLineWhatToTypeAndChangesNothing() throws IOException {
    Map<String, Integer> before = contents();
    Program.Ended ended = run("serve", "--port", "0");
    ended.assertRefused();
    assertThat(ended.err())
        .startsWith("The index in " + index + " has another format (version ")
        .endsWith(
            "this program reads version %s). Rebuild it, while the release that made it goes on serving: ./broadsheet index --index %s%n"
                .formatted(IndexFormat.VERSION, index));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void rebuildReadsTheSameFilesAndKeepsWhatReadersKeep() throws IOException {
    Files.writeString(folder.resolve("articles/town/new.txt"), "New\n\nIt is new.\n");
    Program.Ended ended = run("index");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).startsWith("indexed 9, ");
    assertKept();
    assertThat(run("check", "--judge", folder.resolve("judgements.qrels").toString()).out())
        .contains("9 articles", "3 saved searches", "3 listed articles", "1 judgement");
    assertThat(run("search", "list:Waterways").out()).startsWith("2 articles");
  }

  private void assertKept() {
    Desk desk = Desks.open(index);
    assertThat(desk.searches().all())
        .extracting(SavedSearch::search)
        .containsExactly("q=lock+OR+%C3%A9cluse", "q=ferry&section=Town", "q=grain");
    assertThat(desk.arrivals().read().orElseThrow())
        .filteredOn(arrival -> arrival.search().equals(LOCKS))
        .extracting(ArrivalRecord::article)
        .containsExactlyInAnyOrder("town-lock-again", "w-ecluse2");
    assertThat(desk.lists().all(""))
        .extracting(ReadingList::name)
        .containsExactlyInAnyOrder("Waterways", "Trade");
    ReadingList list = desk.lists().find("", "Waterways").orElseThrow();
    assertThat(desk.lists().entries(list.id()))
        .extracting(ListEntry::note)
        .containsExactly("Ask the keeper what the oak cost — twice.", "");
    assertThat(desk.readMarks().all(""))
        .extracting(ArticleRef::id)
        .containsExactly("seed", "w-grain");
  }

  /** Its files may be on a disk that is not mounted now. */
  @Test
  void rebuildThatFailsLeavesTheIndexAsItWas() throws IOException {
    Map<String, Integer> before = contents();
    Files.move(folder.resolve("articles"), folder.resolve("away"));
    Program.Ended ended = run("index");
    ended.assertRefused();
    assertThat(ended.err())
        .contains("is made from " + folder.resolve("articles") + ", which is not there");
    assertThat(contents()).isEqualTo(before);
  }

  /** The desk alone is what nothing can make again. */
  @Test
  void backupOfItsDeskIsWhole() {
    Path copy = folder.resolve("copy/index");
    assertThat(Desks.open(index).hold().copyTo(copy).keySet())
        .containsExactly("arrivals.db", "lists.db", "searches.db");
    index = copy;
    assertKept();
  }

  /** The files of the index with a hash of each, without the empty lock files. */
  private Map<String, Integer> contents() throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 0) {
          contents.put(file.getFileName().toString(), Arrays.hashCode(content));
        }
      }
    }
    return contents;
  }
}
