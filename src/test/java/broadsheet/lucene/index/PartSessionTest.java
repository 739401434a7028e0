package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.ImaginedFiles;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.TestArticles;
import broadsheet.indexing.IndexContents;
import broadsheet.ledger.Source;
import broadsheet.lucene.LuceneEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartSessionTest {

  private static final List<Source> SOURCES = List.of(new Source("/news", ""));

  @TempDir private Path folder;

  /**
   * At any call, again and again, while files change; and the parts are used for a next rebuild.
   */
  @Test
  void partsWhoseReadersAreKilledLoseAndRepeatNothing() {
    Seeds.each(Seeds.orAsked(4), this::readAndKill);
  }

  private void readAndKill(Random random) {
    Path joined = folder.resolve("joined" + random.nextLong());
    Path whole = folder.resolve("whole" + random.nextLong());
    ImaginedFiles files = new ImaginedFiles();
    for (int rebuild = 0; rebuild < 2; rebuild++) {
      change(files, random);
      for (int number = 1; number <= 3; number++) {
        ArchivePart part = new ArchivePart(number, 3);
        for (int kills = random.nextInt(6); kills > 0; kills--) {
          read(files.in(part), killed(session(joined, part), random.nextInt(60)));
          change(files, random);
        }
      }
      for (int number = 1; number <= 3; number++) { // those before may have lacked the last changes
        ArchivePart part = new ArchivePart(number, 3);
        assertThat(read(files.in(part), session(joined, part))).isTrue();
      }
      Engine engine = new LuceneEngine(joined);
      try (IndexingSession session = engine.join()) {
        session.commit(engine.parts().sources());
      }
      files.rebuild(new LuceneEngine(whole));
      IndexContents expected = IndexContents.of(whole);
      IndexContents found = IndexContents.of(joined);
      assertThat(found.without(expected)).isEmpty();
      assertThat(expected.without(found)).isEmpty();
    }
  }

  private static void change(ImaginedFiles files, Random random) {
    for (int i = 0; i < 3; i++) {
      List<Article> articles = RandomArchive.of(random, 1 + random.nextInt(8));
      files.put("f" + random.nextInt(9), articles.toArray(Article[]::new));
    }
    files.remove("f" + random.nextInt(9));
  }

  private static PartSession session(Path index, ArchivePart part) {
    PartState state = PartState.of(new PartState.Task(part, SOURCES), false);
    return PartSession.open(
        IndexFolder.searched(ArchiveParts.folder(index, part)), state, Duration.ZERO);
  }

  /** Reads files to a session. Returns whether it was not killed. */
  private static boolean read(ImaginedFiles files, IndexingSession session) {
    try {
      files.index(session);
      return true;
    } catch (Killed _) {
      return false;
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A session that fails after so many calls; closing it stores nothing. */
  private static IndexingSession killed(IndexingSession session, int calls) {
    AtomicInteger left = new AtomicInteger(calls);
    return (IndexingSession)
        Proxy.newProxyInstance(
            PartSessionTest.class.getClassLoader(),
            new Class<?>[] {IndexingSession.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("close") && left.getAndDecrement() == 0) {
                throw new Killed();
              }
              try {
                return method.invoke(session, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void partsThatDoNotBelongTogetherAreNotJoined() {
    Engine engine = new LuceneEngine(folder);
    assertCannotJoin(engine, "There are no parts in %s".formatted(folder.resolve("parts")));
    read(engine, "1/3", SOURCES, NameMode.AS_IS);
    assertCannotJoin(engine, "2/3, 3/3 is missing");
    read(engine, "2/3", SOURCES, NameMode.AS_IS);
    read(engine, "3/3", List.of(new Source("/other", "")), NameMode.AS_IS);
    assertCannotJoin(engine, "do not belong together: 1/3 of /news and 3/3 of /other");
    read(engine, "3/3", SOURCES, NameMode.FIND);
    assertCannotJoin(engine, "1/3 of /news and 3/3 with names of /news");
    read(engine, "3/3", SOURCES, NameMode.AS_IS);
    assertThat(engine.parts().totals().files()).isZero();
    ArchivePart second = new ArchivePart(2, 3);
    ImaginedFiles files = new ImaginedFiles();
    for (int i = 0; i < 9; i++) {
      files.put("f" + i, RandomArchive.of(new Random(1), 3).toArray(Article[]::new));
    }
    assertThat(read(files.in(second), killed(session(folder, second), 10))).isFalse();
    assertCannotJoin(engine, "Part 2/3 in %s is not finished".formatted(folder.resolve("parts")));
  }

  private static void read(Engine engine, String part, List<Source> sources, NameMode names) {
    try (IndexingSession session =
        engine.part(ArchivePart.of(part).orElseThrow(), sources, names)) {
      session.commit(sources);
    }
  }

  private static void assertCannotJoin(Engine engine, String reason) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> engine.join())
        .withMessageContaining(reason);
  }

  /** Analysing the article takes longer than storing the record of its file. */
  @Test
  void aFileCountsAsReadOnceItsArticlesAreStored() {
    ArchivePart part = new ArchivePart(1, 1);
    ImaginedFiles files = new ImaginedFiles();
    files.put("long", TestArticles.article("long", "word ".repeat(1_000_000)));
    IndexingSession stopped = killed(session(folder, part), 4); // known, begin, add, end
    assertThat(read(files, stopped)).isFalse();
    try (IndexingSession next = session(folder, part)) {
      assertThat(next.known("/news/long")).isPresent();
    }
    assertThat(read(files, session(folder, part))).isTrue();
    Engine engine = new LuceneEngine(folder);
    try (IndexingSession session = engine.join()) {
      assertThat(session.commit(SOURCES).indexed()).isOne();
    }
  }

  @Test
  void aPartIsReadByOneProcess() {
    ArchivePart part = new ArchivePart(1, 1);
    try (IndexingSession _ = session(folder, part)) {
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> session(folder, part))
          .withMessageContaining("Another process is writing the index");
    }
  }
}
