package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.RandomArchive;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.settle.WorkingCopy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCopyTest {

  @TempDir private Path folder;

  /** An archive of any size is therefore sent in constant memory. */
  @Test
  void documentsAreReadAsTheyAreTaken() {
    TestIndex.build(folder, RandomArchive.of(new Random(1), 50));
    WorkingCopy copy = WorkingCopy.open(folder);
    Iterator<WorkingCopy.Change> all = copy.all();
    assertThat(all.next().sent()).isPresent();
    copy.close();
    List<WorkingCopy.Change> later = new ArrayList<>();
    assertThatThrownBy(() -> all.forEachRemaining(later::add))
        .isInstanceOf(AlreadyClosedException.class);
    assertThat(later).isEmpty();
  }
}
