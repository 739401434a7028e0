package broadsheet.lucene.limits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepsTest {

  @Test
  void theClockIsLookedAtOnceInAThousandSteps() {
    Steps late = new Steps(Deadline.in(Duration.ZERO));
    IntStream.range(1, 1_024).forEach(_ -> late.step());

    assertThatThrownBy(late::step).isInstanceOf(OutOfTime.class);
  }

  @Test
  void aLongStepCountsAHundred() {
    Steps late = new Steps(Deadline.in(Duration.ZERO));
    IntStream.range(0, 10).forEach(_ -> late.longStep());

    assertThatThrownBy(late::longStep).isInstanceOf(OutOfTime.class);
  }
}
