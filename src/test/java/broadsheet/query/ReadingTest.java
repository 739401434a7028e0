package broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "balloon # balloon",
        "balloon talks # balloon and talks",
        "balloon AND talks # balloon AND talks",
        "Taiwan OR Philippines # Taiwan or Philippines",
        "climate flood OR drought # climate and (flood or drought)",
        "a AND b OR c # (a AND b) or c",
        "China -Taiwan # China without Taiwan",
        "-Taiwan trade China # trade and China without Taiwan",
        "China AND NOT (a b) # China AND without (a and b)",
        "-a # all articles without a",
        "-a -b # all articles without a without b",
        "a OR -b # a or (all articles without b)",
        "\"a b\" # “a b”",
        "\"a b\"~3 # “a b” (words moved by up to 3)",
        "=talks # exactly talks",
        "diplom* # words like diplom*",
        "Blinkin~ # words spelt like Blinkin (2 changes)",
        "Blinkin~1 # words spelt like Blinkin (1 change)",
        "title:a # in the title: a",
        "title:(a b) # in the title: (a and b)",
        "title:a b # (in the title: a) and b",
        "lead:a # in the first paragraph: a",
        "related:a # in the related links: a",
        "source:Reuters # source: Reuters",
        "date:2023-06 # published 2023-06-01 to 2023-06-30",
        "date:2023-06-18 # published on 2023-06-18",
        "after:2023-06-18 # published on or after 2023-06-18",
        "before:2023-06-18 # published on or before 2023-06-18",
        "date:unknown # of unknown date",
        "words:>500 # at least 501 words",
        "words:<=500 # at most 500 words",
        "words:500..900 # 500 to 900 words",
        "words:500 # exactly 500 words",
        "a^2 b # a (counted 2×) and b",
        "... # all articles"
      })
  void saysTheQueryInPlainWords(String text, String reading) {
    assertThat(Trees.parsed(text).reading()).isEqualTo(reading);
  }
}
