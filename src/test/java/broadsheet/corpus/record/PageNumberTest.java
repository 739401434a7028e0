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
    "0003.jp2, 3",
    "0004.gif, 4",
    "page-12.hocr, 12",
    "00000027.alto.xml.gz, 27",
    "Ember_1904-01-17_0003_alto.xml, 3",
    "19040117-4.xml, 4",
    "1904-01-17.xml, 1",
    "ember_19040117.xml, 1",
    "ember.xml, 1",
    "scan1904.xml, 1",
    "sn84026749.xml, 1",
    "p0.xml, 1",
    "lccn/sn86069873/1900-01-05/ed-1/seq-3/ocr.xml, 3",
    "sn86069873/1900-01-05/ed-2/seq-12/0004.xml, 4",
    "seq-0/ocr.xml, 1"
  })
  void isTheLastNumberThatIsNoDate(String name, int number) {
    assertThat(PageNumber.of(name)).isEqualTo(number);
  }
}
