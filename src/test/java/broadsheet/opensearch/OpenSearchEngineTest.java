package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSearchEngineTest {

  private static final String NEWS = "opensearch=http://127.0.0.1:9200/news";

  @TempDir private Path folder;

  @Test
  void aFolderStandsForTheArchive() {
    Path place = Engines.place(folder, NEWS);
    assertThat(place).isEqualTo(folder.resolve("cluster-news"));
    OpenSearchEngine engine = (OpenSearchEngine) Engines.open(place);
    assertThat(engine.location()).isEqualTo(Location.of(NEWS));
    assertThat(engine.folder()).isEqualTo(place);
  }

  @Test
  void aFolderOfACollectionStandsForItsIndexes() {
    Path place = new ArchiveCollection("afp").in(Engines.place(folder, NEWS));
    OpenSearchEngine engine = (OpenSearchEngine) Engines.open(place);
    assertThat(engine.location().archive()).isEqualTo("news~afp~");
    assertThat(engine.folder()).isEqualTo(place);
  }

  @Test
  void theFolderIsWrittenOnlyWhereTheAddressIsAnother() throws IOException {
    Path pointer = Engines.place(folder, NEWS).resolve(Location.POINTER);
    FileTime before = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(pointer, before);
    Engines.place(folder, NEWS);
    assertThat(Files.getLastModifiedTime(pointer)).isEqualTo(before);
    Engines.place(folder, "opensearch=http://127.0.0.1:9201/news");
    assertThat(pointer).content().contains("127.0.0.1:9201");
  }

  @Test
  void whatIsNoEngineIsToldWithAnExample() {
    assertThatThrownBy(() -> Engines.place(folder, "solr=http://127.0.0.1"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("opensearch=http://127.0.0.1:9200/news");
  }
}
