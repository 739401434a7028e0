package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.rights.RightsFile;
import broadsheet.web.ServerSettings;
import broadsheet.web.SharedArchive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedCollectionsTest {

  private static final ArchiveCollection AFP = new ArchiveCollection("afp");
  private static final ServerSettings PLAIN = ServerSettings.at("127.0.0.1", 0);
  private static final ServerSettings PUBLIC =
      PLAIN.knownAs(URI.create("https://archive.example.org"));
  private static final ServerSettings WITH_GROUPS =
      PUBLIC.behind(
          Set.of(InetAddress.getLoopbackAddress()), Optional.of("X-User"), Optional.of("X-Groups"));

  @SuppressWarnings("NullAway.Init")
  private Path index;

  @BeforeEach
  void build(@TempDir Path folder) {
    index = folder.resolve("index");
    TestIndex.build(index, List.of(Article.withId("1").title("Harbour").build()));
  }

  private void addAgency() {
    TestIndex.build(AFP.in(index), List.of(Article.withId("1").title("Grain").build()));
  }

  private void state(String rights) throws IOException {
    Files.writeString(new RightsFile(index).usual(), rights);
  }

  private Optional<SharedArchive> served(boolean isForThisMachineOnly, ServerSettings settings) {
    Engine engine = Engines.open(index);
    try (ArchiveCollections collections = engine.collections(Engine.TIME_LIMIT);
        SearchEngine whole = engine.search(Engine.TIME_LIMIT)) {
      return ServedCollections.of(index, whole, collections, isForThisMachineOnly, settings);
    }
  }

  @Test
  void oneCollectionIsServedAsEver() {
    assertThat(served(false, PUBLIC)).isEmpty();
  }

  @Test
  void groupsWithoutAFileAreRefused() throws IOException {
    assertThatThrownBy(() -> served(true, WITH_GROUPS)).hasMessageContaining("is missing");
    Files.createSymbolicLink(new RightsFile(index).usual(), Path.of("unmounted"));
    assertThatThrownBy(() -> served(true, PLAIN)).isInstanceOf(UsageException.class);
  }

  @Test
  void whoeverIsOnThisMachineIsTheOperator() {
    addAgency();
    assertThat(served(true, PLAIN).orElseThrow().isForOperator()).isTrue();
  }

  @Test
  void collectionsWithoutAFileAreServedToNobodyElse() {
    addAgency();
    assertThatThrownBy(() -> served(true, PUBLIC))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("index.collections.yaml is missing")
        .hasMessageContaining("afp");
    assertThatThrownBy(() -> served(false, PLAIN)).isInstanceOf(UsageException.class);
  }

  @Test
  void restrictedCollectionsNeedASourceOfGroups() throws IOException {
    addAgency();
    state("collections: {archive: {}, afp: {read: [staff]}}");
    assertThatThrownBy(() -> served(true, PLAIN))
        .hasMessageContaining("--groups-header")
        .hasMessageContaining("afp");
    assertThat(served(true, WITH_GROUPS).orElseThrow().isForOperator()).isFalse();
  }

  @Test
  void theFirstCollectionMayBeRestrictedToo() throws IOException {
    state("collections: {archive: {read: [staff]}}");
    assertThatThrownBy(() -> served(true, PLAIN)).hasMessageContaining("archive");
    assertThat(served(true, WITH_GROUPS)).isPresent();
  }

  @Test
  void aWrongFileKeepsTheServerFromStarting() throws IOException {
    state("collections: {archive: {read: staff}}");
    assertThatThrownBy(() -> served(true, PLAIN))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void aDamagedCollectionIsNamedWithAWayOut() throws IOException {
    addAgency();
    Path folder = AFP.in(index);
    Files.write(folder.resolve("segments_1"), new byte[] {1, 2, 3});
    Engine engine = Engines.open(index);
    assertThatThrownBy(() -> engine.search(Engine.TIME_LIMIT))
        .hasMessageContaining(folder + " is damaged")
        .hasMessageEndingWith("move its folder away.");
    Files.move(folder, folder.resolveSibling("afp.damaged"));
    try (SearchEngine others = engine.search(Engine.TIME_LIMIT)) {
      assertThat(others.articleCount()).isOne();
    }
  }

  @Test
  void assistantsSeeWhatTheirGroupsMayAsk() throws IOException {
    addAgency();
    state("collections: {archive: {}, afp: {read: everyone, ask: [research]}}");
    try (ArchiveCollections collections = Engines.open(index).collections(Engine.TIME_LIMIT)) {
      assertThat(ServedCollections.asked(index, collections, Set.of()).orElseThrow())
          .containsExactly(ArchiveCollection.FIRST);
      assertThat(ServedCollections.asked(index, collections, Set.of("research")).orElseThrow())
          .containsExactly(ArchiveCollection.FIRST, AFP);
    }
  }
}
