package broadsheet.corpus.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0003.xml, 3",
    "3.xml, 3",
    "0602.pdf, 602",
    "page-12.hocr, 12",
    "00000027.alto.xml.gz, 27",
    "Ember_1904-01-17_0003_alto.xml, 3",
    "19040117-4.xml, 4",
    "1904-01-17.xml, 1",
    "ember_19040117.xml, 1",
    "ember.xml, 1",
    "scan1904.xml, 1",
    "sn84026749.xml, 1",
    "p0.xml, 1"
  })
  void isTheLastNumberThatIsNoDate(String name, int number) {
    assertThat(PageNumber.of(name)).isEqualTo(number);
  }
}
