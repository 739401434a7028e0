package broadsheet.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form in which words are compared. */
class ComparedWordsTest {

  private static String words(String text) {
    return String.join(" ", ComparedWords.of(text).all().stream().map(ComparedWord::word).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The U.S. can’t wait | the us cant wait",
        "well-known — 1,000.50 | well known 1000.50",
        "ﬁrst Ångström naïve | first angstrom naive",
        "$5 5% | $ 5 5 %",
        "co\u00adoperate | cooperate",
        "大桥。开放 | 大 桥 开 放",
        "الْجِسْرُ | الجسر",
        "Ελλάδα ёлка | ελλαδα елка"
      })
  void typographyIsNoDifference(String text, String words) {
    assertThat(words(text)).isEqualTo(words);
  }
}
