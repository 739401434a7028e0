package broadsheet.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.result.Arrival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
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
    file.write("s", TWO);
    assertThat(file.read()).contains(new ArrivalsFile.Content(TWO, 0));
    file.write("s", List.of());
    assertThat(file.read()).contains(new ArrivalsFile.Content(List.of(), 0));
  }

  @Test
  void whereNobodySavedAnythingNothingIsWritten() {
    file.write("s", List.of());
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void sameContentIsNotWrittenAgain() throws IOException {
    file.write("s", TWO);
    FileTime old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(file.path(), old);
    file.write("s", TWO);
    assertThat(Files.getLastModifiedTime(file.path())).isEqualTo(old);
  }

  @Test
  void editsAndMissingRecordsAreCounted() throws IOException {
    file.write("s", TWO);
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
    file.write("s", TWO);
    Files.writeString(file.path(), content);
    assertThatThrownBy(file::read)
        .isInstanceOf(AlertException.class)
        .hasMessageContaining(file.path() + " is damaged (line ")
        .hasMessageContaining("writes it anew")
        .message()
        .doesNotContain("\n");
  }

  private static ArrivalRecord arrival(int number) {
    return new ArrivalRecord("winds", "0a", "gale-" + number, Instant.EPOCH.plusSeconds(number));
  }

  @Test
  void whatIsAppendedIsReadAfterTheRestWhichStaysAsItIs() throws IOException {
    file.write("first", TWO);
    String before = Files.readString(file.path());
    assertThat(file.isAt("first")).isTrue();
    file.append("second", List.of(arrival(1)));
    assertThat(file.isAt("first")).isFalse();
    assertThat(file.isAt("second")).isTrue();
    assertThat(Files.readString(file.path())).startsWith(before);
    assertThat(file.read().orElseThrow().arrivals())
        .containsExactly(TWO.getFirst(), TWO.getLast(), arrival(1));
    assertThat(file.read().orElseThrow().edited()).isZero();
  }

  /** As a kill leaves it: the state is an older one, and every whole line is read. */
  @Test
  void partThatIsCutOffAnywhereDoesNoHarm() throws IOException {
    file.write("first", TWO);
    int before = (int) Files.size(file.path());
    file.append("second", List.of(arrival(1), arrival(2)));
    byte[] whole = Files.readAllBytes(file.path());
    for (int length = before + 1; length < whole.length; length++) {
      Files.write(file.path(), Arrays.copyOf(whole, length));
      assertThat(file.isAt("first")).as("cut at " + length).isFalse();
      assertThat(file.isAt("second")).as("cut at " + length).isFalse();
      assertThat(file.read().orElseThrow().arrivals())
          .as("cut at " + length)
          .startsWith(TWO.getFirst(), TWO.getLast())
          .hasSizeBetween(2, 4);
      assertThat(file.read().orElseThrow().edited()).as("cut at " + length).isZero();
    }
  }

  @Test
  void changeAnywhereIsSeen() throws IOException {
    file.write("first", TWO);
    file.append("second", List.of(arrival(1)));
    String whole = Files.readString(file.path());
    for (String changed :
        List.of(
            whole.replace("gale-1", "gale-2"),
            whole.replace("harbour-1", "harbour-2"),
            whole.replace("\"first\"", "\"worst\""),
            whole.replaceFirst("(?m)^.*harbour-1.*\n", ""),
            whole.replaceFirst("(?m)^.*gale-1.*\n", ""))) {
      assertThat(changed).isNotEqualTo(whole);
      Files.writeString(file.path(), changed);
      assertThat(file.isAt("second")).as(changed).isFalse();
      assertThat(file.read().orElseThrow().edited()).as(changed).isEqualTo(1);
    }
  }

  @Test
  void newestOfEachSearchAreKeptInAFileThatDoesNotGrowForEver() throws IOException {
    file.write("0", TWO);
    for (int i = 1; i <= 1_500; i++) {
      file.append(Integer.toString(i), List.of(arrival(i)));
    }
    List<ArrivalRecord> kept = file.read().orElseThrow().arrivals();
    assertThat(file.isAt("1500")).isTrue();
    assertThat(kept).hasSize(2 + Arrival.MOST).contains(arrival(1_500), arrival(501), TWO.get(0));
    assertThat(kept).doesNotContain(arrival(500));
    assertThat(Files.readString(file.path()).lines().count()).isLessThan(3_100);
  }
}
