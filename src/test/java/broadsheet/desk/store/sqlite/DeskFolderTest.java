package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every spelling of an index folder leads to the same desk. */
class DeskFolderTest {

  @TempDir private Path temporary;
  private Path index = Path.of("");
  private Path desk = Path.of("");

  @BeforeEach
  void makeIndexFolder() throws IOException {
    index = Files.createDirectory(temporary.resolve("news"));
    desk = temporary.toRealPath().resolve("news.desk");
  }

  private static Path of(Path index) {
    return DeskFolder.of(index).folder();
  }

  @Test
  void liesBesideTheIndexUnderItsName() {
    assertThat(of(index)).isEqualTo(desk);
    assertThat(of(Path.of(index + "/"))).isEqualTo(desk);
    assertThat(of(index.resolve("."))).isEqualTo(desk);
    assertThat(of(index.resolve("../news"))).isEqualTo(desk);
  }

  @Test
  void workingFolderHasItsDeskBesideIt() throws IOException {
    Path here = Path.of("").toRealPath();
    Path beside = here.resolveSibling(here.getFileName() + ".desk");
    assertThat(of(Path.of("."))).isEqualTo(beside);
    assertThat(of(Path.of(""))).isEqualTo(beside);
    assertThat(of(Path.of("./"))).isEqualTo(beside);
  }

  @Test
  void linkLeadsToTheDeskOfItsTarget() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), index);
    assertThat(of(link)).isEqualTo(desk);
    Path parent = Files.createSymbolicLink(temporary.resolve("parent"), temporary);
    assertThat(of(parent.resolve("news"))).isEqualTo(desk);
  }

  @Test
  void indexThatIsNotThereHasItsDeskAllTheSame() throws IOException {
    Files.delete(index);
    assertThat(of(index)).isEqualTo(desk);
    assertThat(of(Path.of(index + "/"))).isEqualTo(desk);
    Path parent = Files.createSymbolicLink(temporary.resolve("parent"), temporary);
    assertThat(of(parent.resolve("news"))).isEqualTo(desk);
  }
}
