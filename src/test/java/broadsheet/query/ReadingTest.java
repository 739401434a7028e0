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
        "tide list:\"Cocoa story\" # tide and on the list “Cocoa story”",
        "tide -list:read # tide without marked as read",
        "list:any # on any list",
        "furniture:a # in what its source repeats: a",
        "furniture:show # all articles, also in what sources repeat",
        "-a furniture:show # all articles without a, also in what sources repeat",
        "a -b furniture:show c # a and c without b, also in what sources repeat",
        "a OR b furniture:show # (a or b), also in what sources repeat",
        "a furniture:hide # a",
        "words:>500 # at least 501 words",
        "words:<=500 # at most 500 words",
        "words:500..900 # 500 to 900 words",
        "words:500 # exactly 500 words",
        "balloon w/10 US # balloon within 10 words of US",
        "a w/1 b # a within 1 word of b",
        "a ADJ/3 b # a at most 3 words before b",
        "a w/s b # a in the same sentence as b",
        "a pre/s b # a in the same sentence before b",
        "a w/p b c # (a in the same paragraph as b) and c",
        "a w/3 b w/5 c # (a within 3 words of b) within 5 words of c",
        "a NOT w/3 b # a not within 3 words of b",
        "ATLEAST/3 Blinken # at least 3 times Blinken",
        "atleast3(a OR b) # at least 3 times (a or b)",
        "title:(a w/3 b) # in the title: (a within 3 words of b)",
        "a^2 b # a (counted 2×) and b",
        "cocoa and coffee # cocoa and coffee",
        "cocoa or tea not milk # cocoa and tea and milk",
        "cocoa and # cocoa",
        "and or # and and or",
        "and -cocoa # and without cocoa",
        "cocoa AND and # cocoa AND and",
        "... # all articles"
      })
  void saysTheQueryInPlainWords(String text, String reading) {
    assertThat(Trees.parsed(text).reading()).isEqualTo(reading);
  }
}
