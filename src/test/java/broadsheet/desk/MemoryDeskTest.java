package broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.ArticleRef;
import broadsheet.desk.audit.AuditFile;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contracts of every desk over documents in memory. */
class MemoryDeskTest {

  @TempDir private Path folder;
  private final MemoryStore store = new MemoryStore();

  private Desk newDesk() {
    return new Desk(store, new AuditFile(folder));
  }

  @Nested
  class ListsInMemoryTest extends ListsContract {
    @Override
    protected Desk desk() {
      return newDesk();
    }
  }

  @Nested
  class SearchesInMemoryTest extends SavedSearchesContract {
    @Override
    protected Desk desk() {
      return newDesk();
    }
  }

  @Nested
  class OwnersInMemoryTest extends OwnersContract {
    @Override
    protected Desk desk() {
      return newDesk();
    }

    @Override
    protected Path folder() {
      return folder;
    }
  }

  @Nested
  class NameCorrectionsInMemoryTest extends NameCorrectionsContract {
    @Override
    protected Desk desk() {
      return newDesk();
    }

    @Override
    protected Path folder() {
      return folder;
    }
  }

  /** Neither a replaced note nor a note of a failed attempt stays behind. */
  @Test
  void nothingIsLeftThatNothingNames() {
    Lists lists = newDesk().lists();
    String list = lists.create("", "Cocoa").id();
    ListEntry entry =
        new ListEntry(new ArticleRef("tide", "00"), "Tide", "", "", "", "one", Instant.EPOCH);
    lists.entries().put(list, List.of(entry));
    lists.entries().note(list, "00", "two");
    assertThat(store.ids()).hasSize(3);
    lists.entries().note(list, "00", "");
    assertThat(store.ids()).containsExactlyInAnyOrder(Store.LISTS, ListDocument.id(list));
    lists.remove(list);
    assertThat(store.ids()).containsExactly(Store.LISTS);
  }

  @Test
  void replacedCorrectionsAreGone() {
    NameCorrections names = newDesk().names();
    names.add(new Name(NameKind.PLACE, "Tide"), "", Optional.empty());
    names.add(new Name(NameKind.PLACE, "Ferry"), "", Optional.empty());
    assertThat(store.ids()).containsExactlyInAnyOrder(Store.NAMES, names.version());
  }
}
