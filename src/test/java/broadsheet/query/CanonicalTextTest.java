package broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "a   b, # a b",
        "a | b && c # a OR b AND c",
        "(a) OR ((b c)) # a OR (b c)",
        "NOT a # -a",
        "“a  b”~02 # \"a b\"~2",
        "TITLE:-x # -title:x",
        "title:((a | b)^2) # title:(a OR b)^2",
        "a^2.50 # a^2.5",
        "AND^1 # AND^1",
        "date:[2023-06-01 TO 2023-06-30] # date:2023-06",
        "date:2023-01..2023-12 # date:2023",
        "date:2023-06-02..2023-06-30 # date:2023-06-02..2023-06-30",
        "date:>2023-06 # after:2023-07-01",
        "last:1w # after:2023-06-11",
        "words:{5 TO 9} # words:6..8",
        "source:[* TO *] # source:*",
        "source:([*TO*]^2 a) # source:([* TO *]^2 a)",
        "a w/5 b # a NEAR/5 b",
        "a pre/5 b # a ADJ/5 b",
        "a W/S b pre/p c # a w/s b pre/p c",
        "a w/s (b w/p c) # a w/s (b w/p c)",
        "(a OR b) NOT w/3 c # (a OR b) NOT NEAR/3 c",
        "a w/3 -b # a NOT NEAR/3 b",
        "-a NEAR b # -(a NEAR/5 b)",
        "atleast3(a | b) c # ATLEAST/3 (a OR b) c",
        "ATLEAST/3 a w/2 b # ATLEAST/3 (a NEAR/2 b)"
      })
  void writesTheShortestForm(String text, String canonical) {
    assertThat(CanonicalText.of(Trees.parsed(text).root())).isEqualTo(canonical);
  }

  @Test
  void everyArticleIsNoText() {
    assertThat(CanonicalText.of(new QueryNode.Everything())).isEmpty();
  }
}
