package broadsheet.desk.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.KeptArrivals;
import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.result.Arrival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteArrivalsTest {

  private static final List<ArrivalRecord> TWO =
      List.of(
          new ArrivalRecord("tides", "00ff", "harbour-1", Instant.parse("2026-01-12T08:30:00Z")),
          new ArrivalRecord(
              "tides", "a1b2", "odd\tid \"é\n", Instant.parse("2026-01-12T08:30:00.123456Z")));

  /** As the release before wrote it; the last line was being appended when it was killed. */
  private static final String FORMER =
      """
      {"arrivals":2}
      {"search":"tides","article":"harbour-1","fingerprint":"00ff","at":"2026-01-12T08:30:00Z","checksum":"1"}
      {"search":"tides","article":"odd\\tid \\"é\\n","fingerprint":"a1b2","at":"2026-01-12T08:30:00.123456Z","checksum":"2"}
      {"state":"s","checksum":"3"}
      {"search":"tides","arti\
      """;

  @TempDir private Path temporary;
  private Path file = Path.of("");
  private Path former = Path.of("");

  @BeforeEach
  void findFiles() throws IOException {
    file = temporary.toRealPath().resolve("index.desk/arrivals.db");
    former = file.resolveSibling("arrivals.jsonl");
  }

  private KeptArrivals arrivals() {
    return Desks.open(temporary.resolve("index")).arrivals();
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(arrivals().read()).isEmpty();
    arrivals().write("s", TWO);
    assertThat(arrivals().read()).contains(TWO);
    assertThat(arrivals().check()).isEqualTo(2);
    arrivals().write("t", List.of());
    assertThat(arrivals().read()).contains(List.of());
    assertThat(arrivals().isAt("s")).isFalse();
    assertThat(arrivals().isAt("t")).isTrue();
  }

  @Test
  void whereNobodySavedAnythingNothingIsWritten() {
    arrivals().write("s", List.of());
    assertThat(temporary).isEmptyDirectory();
  }

  private static ArrivalRecord arrival(int number) {
    return new ArrivalRecord("winds", "0a", "gale-" + number, Instant.EPOCH.plusSeconds(number));
  }

  @Test
  void whatIsAppendedIsReadAfterTheRest() {
    arrivals().write("first", TWO);
    arrivals().append("second", List.of(arrival(1)));
    assertThat(arrivals().isAt("first")).isFalse();
    assertThat(arrivals().isAt("second")).isTrue();
    assertThat(arrivals().read().orElseThrow())
        .containsExactly(TWO.getFirst(), TWO.getLast(), arrival(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbour-1", "gale-1", "second"})
  void changeAnywhereIsSeenAndReplaced(String word) throws IOException {
    arrivals().write("first", TWO);
    arrivals().append("second", List.of(arrival(1)));
    String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(whole).contains(word);
    Files.writeString(
        file, whole.replace(word, "#" + word.substring(1)), StandardCharsets.ISO_8859_1);
    assertThat(arrivals().isAt("second")).isFalse();
    assertThatThrownBy(() -> arrivals().check())
        .isInstanceOf(DeskException.class)
        .hasMessageContaining(file + " is damaged (")
        .hasMessageContaining("index --update replaces it")
        .message()
        .doesNotContain("\n");
    arrivals().write("third", TWO);
    assertThat(arrivals().isAt("third")).isTrue();
    assertThat(arrivals().read()).contains(TWO);
  }

  @Test
  void missingRecordIsSeen() {
    arrivals().write("s", TWO);
    new Database(DeskFolder.of(temporary.resolve("index")), "arrivals.db", "", SqliteArrivals.STEPS)
        .change(session -> session.change("DELETE FROM arrival WHERE fingerprint = '00ff'"));
    assertThat(arrivals().isAt("s")).isFalse();
    assertThatThrownBy(() -> arrivals().check()).hasMessageContaining("it has 1 of 2 arrivals");
  }

  @Test
  void newestOfEachSearchAreKept() {
    arrivals().write("0", TWO);
    arrivals().append("1", IntStream.rangeClosed(1, 1_400).mapToObj(i -> arrival(i)).toList());
    arrivals().append("2", IntStream.rangeClosed(1_401, 1_500).mapToObj(i -> arrival(i)).toList());
    List<ArrivalRecord> kept = arrivals().read().orElseThrow();
    assertThat(kept).hasSize(2 + Arrival.MOST).contains(arrival(1_500), arrival(501), TWO.get(0));
    assertThat(kept).doesNotContain(arrival(500));
    assertThat(arrivals().isAt("2")).isTrue();
  }

  @Test
  void copyOfAnEarlierReleaseIsReadUntilItIsWritten() throws IOException {
    Files.createDirectories(former.getParent());
    Files.writeString(former, FORMER);
    assertThat(arrivals().read()).contains(TWO);
    assertThat(arrivals().check()).isEqualTo(2);
    assertThat(arrivals().isAt("s")).isFalse();
    assertThat(file).doesNotExist();
    arrivals().write("s", TWO);
    assertThat(arrivals().read()).contains(TWO);
    assertThat(former).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"arrivals\": 1}\n{", "{\"arrivals\": 1}\n{}"})
  void damagedCopyOfAnEarlierReleaseIsNamedWithItsLine(String content) throws IOException {
    Files.createDirectories(former.getParent());
    Files.writeString(former, content);
    assertThatThrownBy(() -> arrivals().read())
        .isInstanceOf(DeskException.class)
        .hasMessageContaining(former + " is damaged (line ")
        .hasMessageContaining("index --update replaces it")
        .message()
        .doesNotContain("\n");
  }
}
