package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicPartTest {

  private static final List<String> NUMBERS =
      IntStream.range(0, 1_000).mapToObj(number -> "topic-" + number).toList();

  @Test
  void eachTopicIsInOneHalf() {
    assertThat(NUMBERS)
        .allSatisfy(
            number -> {
              assertThat(TopicPart.EVEN.has(number)).isNotEqualTo(TopicPart.ODD.has(number));
              assertThat(TopicPart.ALL.has(number)).isTrue();
            });
  }

  @Test
  void halvesAreAboutAsLarge() {
    assertThat(NUMBERS.stream().filter(TopicPart.EVEN::has).count()).isBetween(450L, 550L);
  }

  /** A topic used for tuning in one release must not be reported on by a later one. */
  @Test
  void halvesNeverChange() {
    assertThat(IntStream.rangeClosed(1, 12).filter(n -> TopicPart.ODD.has("" + n)))
        .containsExactly(2, 5, 7, 9, 10, 12);
  }
}
