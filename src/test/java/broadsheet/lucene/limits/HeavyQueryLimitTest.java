package broadsheet.lucene.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeavyQueryLimitTest {

  @Test
  void whoFindsItFullIsNotLetIn() {
    HeavyQueryLimit lane = new HeavyQueryLimit(1);
    Optional<Optional<String>> outer =
        lane.when(Duration.ZERO, () -> lane.when(Duration.ofMillis(1), () -> "second"));
    assertThat(outer).contains(Optional.empty());
  }

  @Test
  void itIsFreeAgainAfterwards() {
    HeavyQueryLimit lane = new HeavyQueryLimit(1);
    assertThat(lane.when(Duration.ZERO, () -> "first")).contains("first");
    assertThat(lane.when(Duration.ZERO, () -> "second")).contains("second");
  }

  @Test
  void itIsFreeAgainAfterAFailure() {
    HeavyQueryLimit lane = new HeavyQueryLimit(1);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                lane.when(
                    Duration.ZERO,
                    () -> {
                      throw new IllegalStateException("failed");
                    }));
    assertThat(lane.when(Duration.ZERO, () -> "next")).contains("next");
  }
}
