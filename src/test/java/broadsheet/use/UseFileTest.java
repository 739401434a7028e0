package broadsheet.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.ArchiveCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UseFileTest {

  private static final ArchiveCollection AFP = new ArchiveCollection("afp");

  @TempDir private Path folder = Path.of("");

  private UseFile file() {
    return new UseFile(folder.resolve("index"));
  }

  private Uses now(ArchiveCollection collection) throws IOException {
    YearMonth month = YearMonth.now(ZoneOffset.UTC);
    return Objects.requireNonNull(
        Objects.requireNonNull(file().read().months().get(month)).get(collection));
  }

  @Test
  void severalServersAddTheirCounts() throws IOException {
    assertThat(file().read().isNone()).isTrue();
    try (UseCounter one = UseCounter.of(file());
        UseCounter other = UseCounter.of(file())) {
      one.count(UseKind.SEARCH, Set.of(ArchiveCollection.FIRST, AFP));
      one.count(UseKind.ARTICLE, Set.of(AFP));
      other.count(UseKind.SEARCH, Set.of(AFP));
      other.count(UseKind.EXPORT, Set.of(ArchiveCollection.FIRST));
      one.save();
      other.save();
      one.count(UseKind.ARTICLE, Set.of(AFP));
    }
    assertThat(now(AFP)).isEqualTo(new Uses(2, 2, 0));
    assertThat(now(ArchiveCollection.FIRST)).isEqualTo(new Uses(1, 0, 1));
    assertThat(Files.readString(file().path())).contains("\"afp\":{\"searches\":2,\"articles\":2");
  }

  /** It is nobody else's, and never begun anew unasked. */
  @Test
  void aFileThatIsNoneIsKept() throws IOException {
    try (UseCounter counter = UseCounter.of(file())) {
      Files.writeString(file().path(), "{half");
      counter.count(UseKind.SEARCH, List.of(AFP));
      counter.save();
      assertThat(Files.readString(file().path())).isEqualTo("{half");
      assertThatThrownBy(() -> UseCounter.of(file())).isInstanceOf(IOException.class);
      Files.delete(file().path());
    }
    assertThat(now(AFP)).isEqualTo(new Uses(1, 0, 0));
  }

  @Test
  void nothingIsWrittenUnasked() throws IOException {
    try (UseCounter off = UseCounter.off()) {
      off.count(UseKind.SEARCH, List.of(AFP));
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
