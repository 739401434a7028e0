package broadsheet.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogLikelihoodTest {

  @Test
  void theSameShareIsNoSurprise() {
    assertThat(LogLikelihood.of(5, 50, 30, 300)).isCloseTo(0, within(1e-9));
    assertThat(LogLikelihood.of(50, 50, 300, 300)).isZero();
    assertThat(LogLikelihood.of(0, 50, 0, 300)).isZero();
  }

  /** All here and none there: each article is one bit of surprise, counted twice in nats. */
  @Test
  void whatIsInAllOfOneKindAndNoneOfTheOtherIsTheMostSurprising() {
    assertThat(LogLikelihood.of(10, 10, 0, 10)).isCloseTo(40 * Math.log(2), within(1e-9));
  }

  /** By hand: 2 (12 ln(12/6) + 8 ln(8/14) + 3 ln(3/9) + 27 ln(27/21)). */
  @Test
  void itIsTheFormulaOfTheTwoByTwoTable() {
    assertThat(LogLikelihood.of(12, 20, 3, 30)).isCloseTo(14.6610, within(1e-3));
  }

  @Test
  void itIsTheSameWhicheverKindComesFirst() {
    assertThat(LogLikelihood.of(12, 20, 3, 30)).isEqualTo(LogLikelihood.of(3, 30, 12, 20));
  }
}
