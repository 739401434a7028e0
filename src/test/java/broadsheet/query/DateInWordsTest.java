package broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateInWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "March 1987 # date:1987-03",
        "1987 March # date:1987-03",
        "Mar 1987 # date:1987-03",
        "mar. 1987 # date:1987-03",
        "Sept 2013 # date:2013-09",
        "cocoa Brazil March 1987 # cocoa Brazil date:1987-03",
        "cocoa March 1987 -coffee # cocoa date:1987-03 -coffee",
        "4 March 1987 # date:1987-03-04; date:1987-03",
        "March 4, 1987 # date:1987-03-04; date:1987-03",
        "March 4th 1987 # date:1987-03-04; date:1987-03",
        "4. März 1987 # date:1987-03-04; date:1987-03",
        "1987 March 4 cocoa # date:1987-03-04 cocoa; date:1987-03 cocoa",
        "4 de marzo de 1987 # date:1987-03-04; date:1987-03",
        "31 February 1987 # 31 date:1987-02",
        "Januar 1987 # date:1987-01",
        "février 1987 # date:1987-02",
        "fevrier 1987 # date:1987-02",
        "diciembre 1987 # date:1987-12",
        "luglio 1987 # date:1987-07",
        "março 1987 # date:1987-03",
        "maart 1987 # date:1987-03",
        "MAY 1987 # date:1987-05",
        "Okt 1987 # date:1987-10",
        "why did cocoa fall so far in March 1987 # why did cocoa fall so far in date:1987-03",
        "cocoa 1987-03 # cocoa date:1987-03",
        "1987-03 # date:1987-03",
        "1987-03? # date:1987-03",
        "shutdown 2013-10-01 # shutdown date:2013-10-01; shutdown date:2013-10",
        "2013/10/1 shutdown # date:2013-10-01 shutdown; date:2013-10 shutdown",
        "10/01/2013 # date:2013-10-01; date:2013-01-10",
        "10-01-2013 shutdown # date:2013-10-01 shutdown; date:2013-01-10 shutdown",
        "10/10/2013 # date:2013-10-10; date:2013-10",
        "25/12/2013 # date:2013-12-25; date:2013-12",
        "12/25/2013 # date:2013-12-25; date:2013-12",
        "1.10.2013 # date:2013-10-01; date:2013-10",
        "10/2013 # date:2013-10",
        "1 October 2013 # date:2013-10-01; date:2013-10",
        "shutdown 2013 1987-03 # shutdown 2013 date:1987-03",
        "March 1987 April 1988 # date:1987-03 April 1988",
      })
  void readsAMonthBesideAYear(String text, String dated) {
    assertThat(DateInWords.of(Trees.parsed(text).root()).stream().map(CanonicalText::of))
        .isEqualTo(Arrays.asList(dated.split("; ", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "March",
        "1987",
        "cocoa 1987",
        "March cocoa 1987",
        "March 19870",
        "\"March 1987\"",
        "March OR 1987",
        "set 1987",
        "title:(March 1987)",
        "-March 1987",
        "1987-13",
        "2013-02-30",
        "30/02/2013",
        "1.13.2013",
        "0987-03",
        "\"1987-03\"",
        "=1987-03",
        "title:1987-03",
        "1987-03 OR 1987-04",
        "2013-2014",
        "24/7",
        "9/11",
        ""
      })
  void elsewhereThereIsNoDate(String text) {
    assertThat(DateInWords.of(Trees.parsed(text).root())).isEmpty();
  }
}
