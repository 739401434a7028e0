package broadsheet.engine.words;

import static broadsheet.engine.words.WordStatistics.logDice;
import static broadsheet.engine.words.WordStatistics.logLikelihood;
import static broadsheet.engine.words.WordStatistics.logRatio;
import static broadsheet.engine.words.WordStatistics.mutualInformation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordStatisticsTest {

  @Test
  void theSameShareIsNoSurprise() {
    assertThat(logLikelihood(5, 50, 30, 300)).isCloseTo(0, within(1e-9));
    assertThat(logLikelihood(50, 50, 300, 300)).isZero();
    assertThat(logLikelihood(0, 50, 0, 300)).isZero();
    assertThat(logLikelihood(0, 0, 30, 300)).isZero();
    assertThat(logLikelihood(0, 0, 0, 0)).isZero();
  }

  /** All here and none there: each one is one bit of surprise, counted twice in nats. */
  @Test
  void whatIsInAllOfOneKindAndNoneOfTheOtherIsTheMostSurprising() {
    assertThat(logLikelihood(10, 10, 0, 10)).isCloseTo(40 * Math.log(2), within(1e-9));
  }

  /** By hand: 2 (12 ln(12/6) + 8 ln(8/14) + 3 ln(3/9) + 27 ln(27/21)). */
  @Test
  void itIsTheFormulaOfTheTwoByTwoTable() {
    assertThat(logLikelihood(12, 20, 3, 30)).isCloseTo(14.6610, within(1e-3));
  }

  @Test
  void itIsTheSameWhicheverKindComesFirst() {
    assertThat(logLikelihood(12, 20, 3, 30)).isEqualTo(logLikelihood(3, 30, 12, 20));
  }

  /** From the likelihoods of two binomial distributions, in decimals of fifty digits. */
  @Test
  void itIsTheRatioOfLikelihoods() {
    assertThat(logLikelihood(110, 2_552, 221, 29_225)).isCloseTo(173.931685445, within(1e-6));
    assertThat(logLikelihood(8, 5_000, 0, 995_000)).isCloseTo(84.785820697, within(1e-6));
    assertThat(logLikelihood(0, 1_000, 50, 9_000)).isCloseTo(10.563927469, within(1e-6));
    assertThat(logLikelihood(30, 30, 5, 1_000)).isCloseTo(242.576464177, within(1e-6));
    assertThat(logLikelihood(12_345, 9_876_543, 23_456, 123_456_789))
        .isCloseTo(21_756.316161807, within(1e-6));
  }

  @Test
  void otherMeasuresAreTheirFormulas() {
    assertThat(mutualInformation(30, 7.5)).isCloseTo(2, within(1e-12));
    assertThat(logDice(30, 100, 500)).isCloseTo(10.678071905112638, within(1e-12));
    assertThat(logDice(7, 7, 7)).isCloseTo(14, within(1e-12));
    assertThat(logRatio(10, 1_000, 2, 4_000)).isCloseTo(4.321928094887363, within(1e-12));
    assertThat(logRatio(10, 1_000, 0, 4_000)).isCloseTo(6.321928094887363, within(1e-12));
  }
}
