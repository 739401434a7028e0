package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.rights.Right;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteRightTest {

  @ParameterizedTest
  @CsvSource({
    "/search,READ",
    "/search.json,READ",
    "/words,ASK",
    "/ngrams.csv,ASK",
    "/trends,ASK",
    "/trends.json,ASK",
    "/trends.csv,ASK"
  })
  void pagesThatCountWordsAndTrendsNeedTheRightToAsk(String path, Right right) {
    assertThat(RouteRight.of(path).right()).isEqualTo(right);
  }
}
