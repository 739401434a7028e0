package broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.result.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of the copy of arrivals on every desk. A subclass provides the desk. */
public abstract class KeptArrivalsContract {

  protected static final List<ArrivalRecord> TWO =
      List.of(
          new ArrivalRecord("tides", "00ff", "harbour-1", Instant.parse("2026-01-12T08:30:00Z")),
          new ArrivalRecord(
              "tides", "a1b2", "odd\tid \"é\n", Instant.parse("2026-01-12T08:30:00.123456Z")));

  /**
   * A new object at each call for the desk of one archive, which is empty at first and used by this
   * test alone.
   */
  protected abstract Desk desk();

  protected final KeptArrivals arrivals() {
    return desk().arrivals();
  }

  protected static ArrivalRecord arrival(int number) {
    return new ArrivalRecord("winds", "0a", "gale-" + number, Instant.EPOCH.plusSeconds(number));
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
  void whatIsAppendedIsReadAfterTheRest() {
    arrivals().write("first", TWO);
    arrivals().append("second", List.of(arrival(1)));
    assertThat(arrivals().isAt("first")).isFalse();
    assertThat(arrivals().isAt("second")).isTrue();
    assertThat(arrivals().read().orElseThrow())
        .containsExactly(TWO.getFirst(), TWO.getLast(), arrival(1));
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
}
