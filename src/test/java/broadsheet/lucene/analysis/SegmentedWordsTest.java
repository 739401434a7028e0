package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentedWordsTest {

  @ParameterizedTest
  @CsvSource({
    "港口委员会星期四决定, 口委, ''",
    "港口委员会星期四决定, 委员, 委员",
    "港口委员会星期四决定, 星期, 星期四",
    "港の委員会は木曜日, 木曜, 木曜日",
    "harbour 委员会, 委员, 委员",
  })
  void pairIsShownAsItsWord(String text, String pair, String word) {
    int start = text.indexOf(pair);
    assertThat(new SegmentedWords(text).around(start, start + pair.length())).isEqualTo(word);
  }
}
