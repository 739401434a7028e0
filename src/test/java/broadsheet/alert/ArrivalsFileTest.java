package broadsheet.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.ArrivalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsFileTest {

  private static final List<ArrivalRecord> TWO =
      List.of(
          new ArrivalRecord("tides", "00ff", "harbour-1", Instant.parse("2026-01-12T08:30:00Z")),
          new ArrivalRecord(
              "tides", "a1b2", "odd\tid \"é\n", Instant.parse("2026-01-12T08:30:00.123456Z")));

  @TempDir private Path temporary;
  private ArrivalsFile file = ArrivalsFile.of(Path.of(""));

  @BeforeEach
  void open() {
    file = ArrivalsFile.of(temporary.resolve("index"));
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(file.read()).isEmpty();
    file.write(TWO);
    assertThat(file.read()).contains(new ArrivalsFile.Content(TWO, 0));
    file.write(List.of());
    assertThat(file.read()).contains(new ArrivalsFile.Content(List.of(), 0));
  }

  @Test
  void whereNobodySavedAnythingNothingIsWritten() {
    file.write(List.of());
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void sameContentIsNotWrittenAgain() throws IOException {
    file.write(TWO);
    FileTime old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(file.path(), old);
    file.write(TWO);
    assertThat(Files.getLastModifiedTime(file.path())).isEqualTo(old);
  }

  @Test
  void editsAndMissingRecordsAreCounted() throws IOException {
    file.write(TWO);
    String whole = Files.readString(file.path());
    Files.writeString(file.path(), whole.replace("harbour-1", "harbour-2"));
    assertThat(file.read().orElseThrow().edited()).isEqualTo(1);
    Files.writeString(file.path(), whole.substring(0, whole.indexOf("\n", 20) + 1));
    assertThat(file.read().orElseThrow().edited()).isEqualTo(1);
    assertThat(file.read().orElseThrow().arrivals()).containsExactly(TWO.getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"arrivals\": 1}\n{", "{\"arrivals\": 1}\n{}"})
  void damagedFileIsNamedWithItsLine(String content) throws IOException {
    file.write(TWO);
    Files.writeString(file.path(), content);
    assertThatThrownBy(file::read)
        .isInstanceOf(AlertException.class)
        .hasMessageContaining(file.path() + " is damaged (line ")
        .hasMessageContaining("writes it anew")
        .message()
        .doesNotContain("\n");
  }
}
