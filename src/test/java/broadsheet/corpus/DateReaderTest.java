package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private final DateReader dates = new DateReader(Reading.TODAY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023 | 2023",
        "2023-06 | 2023-06",
        "2023-06-18 | 2023-06-18",
        "2023-6-8 | 2023-06-08",
        "2023/06/18 | 2023-06-18",
        "20230618 | 2023-06-18",
        "20230618T233000Z | 2023-06-18T23:30:00Z",
        "2023-06-18T23:30:00-05:00 | 2023-06-18T23:30:00-05:00",
        "2023-06-18T23:30:00.123456Z | 2023-06-18T23:30:00.123456Z",
        "2023-06-18T23:30:00+0530 | 2023-06-18T23:30:00+05:30",
        "2023-06-18 23:30 | 2023-06-18T23:30:00",
        "2023-06-18 23:30:15 UTC | 2023-06-18T23:30:15Z",
        "Sun, 18 Jun 2023 23:30:00 GMT | 2023-06-18T23:30:00Z",
        "Sun, 18 Jun 2023 23:30:00 -0500 | 2023-06-18T23:30:00-05:00",
        "Sun, 18 Jun 2023 23:30 EDT | 2023-06-18T23:30:00-04:00",
        "Sun Jun 18 23:30:00 +0000 2023 | 2023-06-18T23:30:00Z",
        "18 June 2023 | 2023-06-18",
        "18th of June, 2023 | 2023-06-18",
        "June 18, 2023 | 2023-06-18",
        "Jun. 18, 2023 | 2023-06-18",
        "Sept. 8, 2023 2:05 PM | 2023-09-08T14:05:00",
        "Sunday, June 18, 2023 at 12:05 a.m. ET | 2023-06-18T00:05:00",
        "Published June 18 2023 | 2023-06-18",
        "26-FEB-1987 15:01:01.79 | 1987-02-26T15:01:01.79",
        "June 2023 | 2023-06",
        "6/18/2023 | 2023-06-18",
        "18.06.2023 | 2023-06-18",
        "5/5/2023 | 2023-05-05",
        "1687046400 | 2023-06-18T00:00:00Z",
        "1687046400000 | 2023-06-18T00:00:00Z",
      })
  void dateIsReadAsPreciselyAsItIsStated(String text, String iso) {
    assertThat(dates.read(text).date().iso()).isEqualTo(iso);
    assertThat(dates.read(text).remark()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6/7/2023 | ambiguous date",
        "9/6/17 | ambiguous date",
        "0001-01-01 | implausible date",
        "2050-01-01 | implausible date",
        "1599-12-31 | implausible date",
        "2023-02-30 | date kept as unknown",
        "31 June 2023 | date kept as unknown",
        "13/13/2023 | date kept as unknown",
        "yesterday | date kept as unknown",
        "19 June 2023, first published 18 June 2023 | date kept as unknown",
      })
  void whatCannotBeRightIsUnknownWithARemark(String text, String remark) {
    assertThat(dates.read(text).date().isKnown()).isFalse();
    assertThat(dates.read(text).remark()).isEqualTo(remark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u0000"})
  void nothingIsUnknownWithoutARemark(String text) {
    assertThat(dates.read(text)).isEqualTo(ReadDate.none());
  }

  @Test
  void twoDigitsAreTheLastSuchYearAndRemarkedOn() {
    assertThat(dates.read("12/29/17").date().iso()).isEqualTo("2017-12-29");
    assertThat(dates.read("12/29/63").date().iso()).isEqualTo("1963-12-29");
    assertThat(dates.read("12/29/17").remark()).isEqualTo("date repaired");
  }

  @Test
  void timeThatCannotBeIsDropped() {
    assertThat(dates.read("2023-06-18 25:99:00").date().iso()).isEqualTo("2023-06-18");
    assertThat(dates.read("2023-06-18 25:99:00").remark()).isEqualTo("date kept to the day");
  }

  @ParameterizedTest
  @CsvSource({
    "20230618, 2023-06-18",
    "1987, 1987",
    "1687046400, 2023-06-18T00:00:00Z",
    "1687046400123, 2023-06-18T00:00:00.123Z",
    "0, ''",
    "17, ''",
    "9223372036854775807, ''",
    "-9223372036854775808, ''",
  })
  void numbersAreReadWhereTheyCanOnlyBeOneThing(long number, String iso) {
    assertThat(dates.read(number).date().iso()).isEqualTo(iso);
  }

  @Test
  void nothingMakesItThrow() {
    String signs = "0123456789-/:., TZ+JunFeb";
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(24); j >= 0; j--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThatCode(() -> dates.read(text.toString())).as("%s", text).doesNotThrowAnyException();
      assertThatCode(() -> ReutersDate.read(text.toString())).doesNotThrowAnyException();
    }
  }
}
