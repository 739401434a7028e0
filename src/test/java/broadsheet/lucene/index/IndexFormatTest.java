package broadsheet.lucene.index;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.Seeds;
import broadsheet.engine.EngineException;
import broadsheet.engine.NameMode;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Indexes that cannot be used as they are, and how to repair them. */
class IndexFormatTest {

  @TempDir private Path folder;

  private Path index = Path.of("");

  @BeforeEach
  void build() {
    index = folder.resolve("index");
    TestIndex.build(index, List.of(article("old", "A balloon rose."), article("other", "Rain.")));
  }

  /** Continues with a copy, under another name. */
  private void copyTo(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    for (String file : files(folder.resolve("index"))) {
      Files.copy(folder.resolve("index").resolve(file), copy.resolve(file));
    }
    index = copy;
  }

  @Test
  void anotherFormatIsRefusedAndRebuilt() throws IOException {
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(
          new IndexFormat(IndexFormat.VERSION + 1, Instant.EPOCH, List.of(), 0)
              .toCommitData()
              .entrySet());
      writer.commit();
    }
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(this::check)
        .withMessageContaining("version " + (IndexFormat.VERSION + 1))
        .withMessageContaining(rebuildCommand());
    assertRebuilds();
  }

  @Test
  void indexOfSomebodyElseIsOfAnotherFormat() throws IOException {
    Path foreign = folder.resolve("foreign");
    try (Directory directory = FSDirectory.open(foreign);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.commit();
    }
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> LuceneSearchEngine.open(foreign))
        .withMessageContaining("another format");
  }

  /** The kinds of damage to a file. */
  enum Damage {
    GARBAGE {
      @Override
      void to(Path file) throws IOException {
        byte[] noise = new byte[Math.toIntExact(Files.size(file))];
        new Random(1).nextBytes(noise);
        Files.write(file, noise);
      }
    },
    TRUNCATED {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
      }
    },
    EMPTY {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    };

    abstract void to(Path file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void damagedFileIsNamedAndRebuiltOver(Damage damage) throws IOException {
    for (String file : files(index)) {
      copyTo(file);
      damage.to(index.resolve(file));
      assertThatExceptionOfType(EngineException.class)
          .as(damage + " " + file)
          .isThrownBy(this::check)
          .withMessageContaining("is damaged")
          .withMessageContaining(rebuildCommand());
      assertRebuilds();
    }
  }

  @Test
  void missingFileIsNamedAndRebuiltOver() throws IOException {
    for (String file : files(index)) {
      if (!file.startsWith("segments")) {
        copyTo(file);
        Files.delete(index.resolve(file));
        assertThatExceptionOfType(EngineException.class)
            .as(file)
            .isThrownBy(this::check)
            .withMessageContaining("is damaged")
            .withMessageContaining(rebuildCommand());
        assertRebuilds();
      }
    }
  }

  @Test
  void noFlippedBitGoesUnnoticed() {
    Seeds.each(3, this::flipBits);
  }

  private void flipBits(Random random) {
    try {
      for (String file : files(index)) {
        Path path = index.resolve(file);
        byte[] sound = Files.readAllBytes(path);
        for (int n = 0; n < 100; n++) {
          byte[] flipped = sound.clone();
          int at = random.nextInt(flipped.length);
          flipped[at] ^= (byte) (1 << random.nextInt(8));
          Files.write(path, flipped);
          assertThatExceptionOfType(EngineException.class)
              .as("byte %s of %s", at, file)
              .isThrownBy(this::check)
              .withMessageContaining("Rebuild it");
        }
        Files.write(path, sound);
      }
      check();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rebuildNotCommittedLeavesTheOldIndex() {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.open(IndexFolder.searched(index), NameMode.AS_IS)) {
      session.add(article("new", "Another balloon."));
    }
    check();
    assertThat(has("old")).isTrue();
    assertThat(has("new")).isFalse();
  }

  @Test
  void soundCommitBesideADamagedOneIsKept() throws IOException {
    Files.writeString(index.resolve("segments_0a"), "garbage");
    LuceneIndexingSession.open(IndexFolder.searched(index), NameMode.AS_IS).close();
    check();
    assertThat(has("old")).isTrue();
  }

  @Test
  void damagedIndexThatIsBeingWrittenIsLeftAlone() throws IOException {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.open(IndexFolder.searched(index), NameMode.AS_IS)) {
      Path commit = commit();
      Damage.GARBAGE.to(commit);
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(
              () -> LuceneIndexingSession.open(IndexFolder.searched(index), NameMode.AS_IS).close())
          .withMessageContaining("Another process is writing");
      assertThat(commit).exists();
      session.add(article("new", "Another balloon."));
      session.commit(List.of());
    }
    check();
    assertThat(has("new")).isTrue();
  }

  @Test
  void indexDeletedAndBuiltAnewIsSeenByWhoHasTheOldOneOpen() throws Exception {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      for (String file : files(index)) {
        Files.delete(index.resolve(file));
      }
      Thread.sleep(300);
      assertThat(engine.articleCount()).isEqualTo(2);
      TestIndex.build(index, List.of(article("new", "A balloon."), article("newer", "Sun.")));
      awaitArticle(engine, "new");
    }
  }

  @Test
  void damagedIndexRebuiltIsSeenByWhoHasItOpen() throws Exception {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      Damage.GARBAGE.to(commit());
      Thread.sleep(300);
      assertThat(engine.articleCount()).isEqualTo(2);
      TestIndex.build(index, List.of(article("new", "A balloon."), article("newer", "Sun.")));
      awaitArticle(engine, "new");
    }
  }

  @Test
  void lookingForAnIndexMakesNoFolder() {
    Path nowhere = folder.resolve("nowhere");
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> LuceneSearchEngine.open(nowhere))
        .withMessageContaining("There is no index in " + nowhere);
    assertThat(nowhere).doesNotExist();
  }

  private static void awaitArticle(LuceneSearchEngine engine, String id)
      throws InterruptedException {
    for (int tries = 0; tries < 1_000 && !has(engine, id); tries++) {
      Thread.sleep(20);
    }
    assertThat(has(engine, id)).isTrue();
  }

  private void assertRebuilds() {
    TestIndex.build(index, List.of(article("old", "A balloon rose."), article("new", "Sun.")));
    check();
    assertThat(has("new")).isTrue();
  }

  private void check() {
    LuceneSearchEngine.check(index, _ -> {});
  }

  private boolean has(String id) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      return has(engine, id);
    }
  }

  private static boolean has(LuceneSearchEngine engine, String id) {
    return engine.find(id, new QueryNode.Everything()).isPresent();
  }

  private String rebuildCommand() {
    return "./broadsheet index PATH --index " + index;
  }

  private Path commit() throws IOException {
    return index.resolve(
        files(index).stream()
            .filter(name -> name.startsWith("segments"))
            .findFirst()
            .orElseThrow());
  }

  private static List<String> files(Path index) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
    names.remove(IndexWriter.WRITE_LOCK_NAME);
    names.sort(null);
    return names;
  }
}
