package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Seeds;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.TestArticles;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.staging.IncompleteArchiveException;
import broadsheet.lucene.staging.Settling;
import broadsheet.lucene.staging.ShippingSession;
import broadsheet.lucene.staging.ShippingSession.Progress;
import broadsheet.lucene.staging.WorkingCopy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update that is killed goes on where it was, and sends no more than one batch twice. */
class KilledUpdateTest {

  private static final List<Source> SOURCES = List.of(new Source("/news", ""));
  private static final int BATCH = 4;
  private static final int UPDATES = 25;

  /** The end of the process. */
  private static final class Kill extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Holds the documents, by their places, and is killed after some steps. */
  private static final class Held implements ShippingSession.Target {
    private final Map<String, ByteBuffer> documents = new HashMap<>();
    private final Map<String, Optional<ByteBuffer>> pending = new LinkedHashMap<>();
    private Optional<String> state = Optional.empty();
    private boolean isIncomplete;
    private int replaced;
    private int written;
    private int steps = Integer.MAX_VALUE;

    private void step() {
      if (steps-- == 0) {
        throw new Kill();
      }
    }

    @Override
    public Optional<String> state() {
      return state;
    }

    @Override
    public boolean isWhole(WorkingCopy copy) {
      return documents.size() == copy.documents();
    }

    @Override
    public void replace(WorkingCopy copy) {
      step();
      replaced++;
      documents.clear();
      pending.clear();
      copy.all().forEachRemaining(this::write);
      show(copy);
    }

    private void show(WorkingCopy copy) {
      pending.forEach(
          (place, bytes) ->
              bytes.ifPresentOrElse(
                  content -> documents.put(place, content), () -> documents.remove(place)));
      pending.clear();
      state = Optional.of(copy.state());
    }

    private void write(WorkingCopy.Change change) {
      written++;
      String place = change.key() + " " + change.home();
      pending.put(place, change.bytes().map(ByteBuffer::wrap));
    }

    @Override
    public void change(WorkingCopy before, WorkingCopy after, Progress progress) {
      Iterator<WorkingCopy.Change> changes = after.changesSince(before);
      long sent = progress.confirmed();
      if (sent == 0) {
        pending.clear();
      }
      for (long i = 0; i < sent; i++) {
        changes.next();
      }
      step();
      while (changes.hasNext()) {
        for (int i = 0; i < BATCH && changes.hasNext(); i++) {
          write(changes.next());
          sent++;
        }
        step(); // before the confirmation arrives
        progress.confirm(sent);
        step();
      }
      if (isIncomplete) {
        isIncomplete = false;
        throw new IncompleteArchiveException("documents are missing");
      }
      show(after);
      step(); // before it is known here
    }
  }

  @TempDir private Path place;
  private Path folder = Path.of("");
  private Held held = new Held();

  @BeforeEach
  void startOnOneMachine() {
    goTo("one");
  }

  /** Goes on at another machine. */
  private void goTo(String machine) {
    folder = place.resolve(machine);
  }

  /** Settles on this machine what is kept where every machine finds it. */
  private Settling settling() {
    return new Settling(folder, new FolderFiles(place.resolve("kept"), () -> held.step()));
  }

  private void rebuild() {
    Settling settling = settling();
    try (IndexingSession session =
        ShippingSession.rebuilding(
            settling.rebuild(NameMode.AS_IS), settling.shared(), held, () -> {})) {
      write(session, 0, 30);
    }
  }

  private void update(int from, int to) {
    Settling settling = settling();
    IndexingSession copied = settling.update(NameMode.AS_IS);
    try (IndexingSession session =
        ShippingSession.updating(copied, settling.shared(), held, () -> {})) {
      write(session, from, to);
    }
  }

  private static void write(IndexingSession session, int from, int to) {
    write(session, "/news/a", from, to);
  }

  /** One file with articles of these numbers. */
  private static void write(IndexingSession session, String file, int from, int to) {
    session.begin(file);
    for (int i = from; i < to; i++) {
      session.add(file, TestArticles.article("n" + i, "Grain of lot " + i));
    }
    session.end(new FileRecord(file, from + "-" + to, "", "", "", 1, to - from, 0, 0, 0));
    session.commit(SOURCES);
  }

  private void assertWhole() {
    Map<String, ByteBuffer> expected = new HashMap<>();
    try (WorkingCopy copy = settling().open()) {
      copy.all()
          .forEachRemaining(
              change ->
                  expected.put(
                      change.key() + " " + change.home(),
                      ByteBuffer.wrap(change.bytes().orElseThrow())));
    }
    assertThat(held.documents).isEqualTo(expected);
  }

  /** Until then another machine can join them again. */
  @Test
  void partsAreKeptUntilTheShardsHaveTheArchive() {
    for (int number = 1; number <= 2; number++) {
      goTo("reader" + number);
      ArchivePart part = new ArchivePart(number, 2);
      try (IndexingSession session = settling().part(part, SOURCES, NameMode.NONE)) {
        write(session, "/news/" + number, 10 * number, 10 * number + 5);
      }
    }
    for (int steps = 0; steps < 12; steps++) {
      goTo("joiner" + steps);
      held.steps = steps;
      assertThatThrownBy(this::join).isInstanceOf(Kill.class);
    }
    held.steps = Integer.MAX_VALUE;
    goTo("another");
    join();
    assertWhole();
    assertThat(held.documents.keySet()).filteredOn(key -> key.startsWith("article")).hasSize(10);
    assertThat(new FolderFiles(place.resolve("kept")).folders()).containsExactly("copy");
    assertThat(folder.resolve("parts/1-of-2")).doesNotExist();
  }

  private void join() {
    Settling settling = settling();
    try (IndexingSession session =
        settling.removingParts(
            ShippingSession.rebuilding(settling.join(), settling.shared(), held, () -> {}))) {
      session.commit(SOURCES);
    }
  }

  /** Holds from the second update after a kill on. */
  private void assertNothingElseIsKept() {
    FolderFiles kept = new FolderFiles(place.resolve("kept"));
    assertThat(kept.count()).isEqualTo(kept.list("copy").orElseThrow().files().size());
  }

  @Test
  void itGoesOnAfterEveryStep() {
    Seeds.each(Seeds.orAsked(1), random -> check(1, random));
  }

  @Test
  void itGoesOnAfterEveryStepOnAnyMachine() {
    Seeds.each(Seeds.orAsked(1), random -> check(3, random));
  }

  private void check(int machines, Random random) {
    held = new Held();
    rebuild();
    int from = 0;
    int kills = 0;
    for (int i = 0; i < UPDATES; i++) {
      goTo("machine" + random.nextInt(machines));
      from += random.nextInt(12);
      held.steps = random.nextInt(20);
      try {
        update(from, from + 30);
      } catch (Kill _) {
        kills++;
      }
    }
    held.steps = Integer.MAX_VALUE;
    update(from + 1, from + 31);
    assertWhole();
    assertThat(kills).isPositive();
    assertThat(held.replaced).as("only the rebuild sends everything").isOne();
    update(from + 2, from + 32);
    assertNothingElseIsKept();
  }

  @Test
  void noMoreThanOneBatchIsSentTwice() {
    rebuild();
    int before = held.written;
    update(10, 40);
    update(10, 40); // the same file is read again after a kill
    int whole = held.written - before;
    for (int steps = 0; steps < 12; steps++) {
      int sent = held.written;
      held.steps = steps;
      try {
        update(10 * (steps % 2), 10 * (steps % 2) + 30);
      } catch (Kill _) {
        held.steps = Integer.MAX_VALUE;
        update(10 * (steps % 2), 10 * (steps % 2) + 30);
      }
      held.steps = Integer.MAX_VALUE;
      assertThat(held.written - sent)
          .as("killed after %d steps", steps)
          .isBetween(0, whole + BATCH);
      assertWhole();
    }
    assertThat(held.replaced).isOne();
  }

  @Test
  void mergingTheWorkingCopySendsNothing() {
    rebuild();
    for (int i = 1; i < 15; i++) {
      update(i, i + 30);
    }
    int written = held.written;
    settling().tidy();
    update(14, 44);
    assertThat(held.written - written).as("one file is read again, and none changed").isLessThan(6);
    update(15, 45);
    assertWhole();
    assertThat(held.replaced).isOne();
  }

  @Test
  void anArchiveThatLacksDocumentsIsSentWhole() {
    rebuild();
    held.isIncomplete = true;
    try {
      update(5, 35);
    } catch (IncompleteArchiveException _) {
      // as it says
    }
    update(5, 35);
    assertWhole();
    assertThat(held.replaced).isEqualTo(2);
  }

  @Test
  void anArchiveWithMoreThanWasSentIsReplaced() {
    rebuild();
    held.documents.put("article-0 0", ByteBuffer.allocate(1));
    update(5, 35);
    assertWhole();
    assertThat(held.replaced).isEqualTo(2);
  }

  @Test
  void whatAnotherWorkingCopySentIsDropped() {
    rebuild();
    held.pending.put("article-0 0", Optional.of(ByteBuffer.allocate(1)));
    update(5, 35);
    assertWhole();
    assertThat(held.replaced).isOne();
  }
}
