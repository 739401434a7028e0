package broadsheet.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedPercentTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0%",
    "1, 100%",
    "0.5, 50%",
    "0.13185, 13%",
    "0.0996, 10%",
    "0.041, 4.1%",
    "0.04, 4%",
    "0.00034444, 0.034%",
    "1e-7, 0.00001%"
  })
  void asPreciseAsIsOfUse(double share, String printed) {
    assertThat(FormattedCount.percent(share)).isEqualTo(printed);
  }
}
