package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.TestIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each collection is backed up and put back by itself; what readers keep is of the whole archive.
 */
class CollectionBackupTest {

  private static final ArchiveCollection AFP = new ArchiveCollection("afp");

  @TempDir private Path folder = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void build() {
    index = folder.resolve("index");
    TestIndex.build(index, List.of(article("1", "The harbour strike")));
    TestIndex.build(AFP.in(index), List.of(article("1", "Grain"), article("2", "A quay closed")));
    Program.done(index, "list", "add", "Quays", "1", "afp~~2");
  }

  private static Article article(String id, String title) {
    return Article.withId(id).title(title).paragraphs(List.of(title + " on Monday.")).build();
  }

  private String backup() {
    return folder.resolve("backup").toString();
  }

  private List<String> listed() {
    return Program.done(index, "list", "show", "Quays").lines().toList();
  }

  @Test
  void whatReadersKeepIsNotOfACollection() {
    String made = Program.done(index, "backup", backup(), "--collection", "afp");
    assertThat(made).startsWith("Backed up 2 articles").doesNotContain("readers keep");
    Program.done(index, "list", "add", "Later", "1");
    String[] restore = {"restore", backup(), "--replace", "--collection", "afp"};
    String restored = Program.done(index, restore);
    assertThat(restored).startsWith("Restored 2 articles, as of");
    assertThat(AFP.in(index).resolveSibling("afp.desk")).doesNotExist();
    assertThat(Program.done(index, "list", "show", "Later")).contains("The harbour strike");
  }

  /** The desk of the backup is older than the erasure. */
  @Test
  void restoredListsAreWithoutWhatOtherCollectionsErased() {
    Program.done(index, "backup", backup());
    Program.done(index, "erase", "afp~~2", "--why", "ruling", "--yes", "--collection", "afp");
    Program.done(index, "restore", backup(), "--replace");
    assertThat(listed()).anyMatch(line -> line.contains("The harbour strike"));
    assertThat(listed()).noneMatch(line -> line.contains("A quay closed"));
  }

  /** The same file was read into both. */
  @Test
  void listsKeepTheArticleThatAnotherCollectionErased() throws IOException {
    Path file = Files.writeString(folder.resolve("crane.txt"), "The crane\n\nIt stands still.\n");
    Program.done(index, "index", "--update", file.toString());
    Program.done(index, "index", "--update", file.toString(), "--collection", "afp");
    Program.done(index, "list", "add", "Cranes", "crane");
    Program.done(index, "list", "add", "Agency", "afp~~crane");
    Program.done(index, "erase", "afp~~crane", "--why", "ruling", "--yes", "--collection", "afp");
    List<ListEntry> entries = new ArrayList<>();
    Desk desk = Desks.open(index);
    desk.lists().ofAllUsers().forEach(list -> entries.addAll(desk.lists().entries().of(list.id())));
    assertThat(entries).extracting(ListEntry::title).contains("The crane");
    assertThat(entries)
        .extracting(entry -> entry.article().id())
        .anyMatch(id -> id.startsWith("afp~~erased-"))
        .noneMatch(id -> id.startsWith("erased-"));
  }

  @Test
  void serversShowACollectionThatIsPutBackMeanwhile() {
    Program.done(index, "backup", backup(), "--collection", "afp");
    TestIndex.build(AFP.in(index), List.of(article("3", "Another day")));
    try (ArchiveCollections collections = Engines.open(index).collections(Engine.TIME_LIMIT);
        SearchEngine engine = collections.search(collections.all())) {
      assertThat(engine.articleCount()).isEqualTo(2);
      Program.done(index, "restore", backup(), "--replace", "--collection", "afp");
      long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (engine.articleCount() != 3 && System.nanoTime() < end) {
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(engine.articleCount()).isEqualTo(3);
      assertThat(engine.named("afp~~2")).isPresent();
    }
  }
}
