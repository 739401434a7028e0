package broadsheet.query;

import static broadsheet.query.Trees.allOf;
import static broadsheet.query.Trees.anyOf;
import static broadsheet.query.Trees.dates;
import static broadsheet.query.Trees.not;
import static broadsheet.query.Trees.parsed;
import static broadsheet.query.Trees.phrase;
import static broadsheet.query.Trees.together;
import static broadsheet.query.Trees.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoneYearTest {
  private static final QueryNode A = word("a");
  private static final QueryNode IN_2013 = year(2013);

  private static QueryNode year(int year) {
    return anyOf(word(Integer.toString(year)), dates(year + "-01-01", year + "-12-31"));
  }

  @ParameterizedTest
  @MethodSource("years")
  void isMetByTextOrDate(String text, QueryNode root, String canonical) {
    assertThat(parsed(text).root()).isEqualTo(root);
    assertThat(CanonicalText.of(root)).isEqualTo(canonical);
    assertThat(parsed(canonical).root()).isEqualTo(root);
  }

  static Stream<Arguments> years() {
    return Stream.of(
        arguments("a 2013", together(A, IN_2013), "a 2013"),
        arguments("2013 a", together(IN_2013, A), "2013 a"),
        arguments("1500 a 2100", together(year(1500), A, year(2100)), "1500 a 2100"),
        arguments("\"a b\" 2013", together(phrase("a b"), IN_2013), "\"a b\" 2013"),
        arguments("a 2013 -b", together(A, IN_2013, not(word("b"))), "a 2013 -b"),
        arguments("a (2013)", together(A, IN_2013), "a 2013"),
        arguments("(a 2013) OR b", anyOf(together(A, IN_2013), word("b")), "(a 2013) OR b"),
        arguments("(a 2013) AND b", allOf(together(A, IN_2013), word("b")), "(a 2013) AND b"),
        arguments("a (2013 OR date:2013)", together(A, IN_2013), "a 2013"),
        arguments(
            "a (2013 OR date:2013) 15", together(A, IN_2013, word("15")), "a 2013 OR date:2013 15"),
        arguments("(2013 OR date:2013)", IN_2013, "2013 OR date:2013"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2013",
        "2013 2014",
        "a 2013 15",
        "3 2013 a",
        "a 1499",
        "a 2101",
        "a 20134",
        "2013 -a",
        "2013 date:2014",
        "a AND 2013",
        "a OR 2013",
        "a =2013",
        "a 2013*",
        "title:(a 2013)",
        "(a 2013) w/5 b",
        "-(a 2013)",
        "ATLEAST/2 (a 2013)",
        "\"a 2013\"",
        "a 2013^2"
      })
  void elsewhereItIsAWord(String text) {
    assertThat(parsed(text).root().toString()).doesNotContain("from=Optional[2013");
  }

  @Test
  void isSaidInPlainWords() {
    assertThat(parsed("shutdown 2013").reading())
        .isEqualTo("shutdown and (2013 in the text or as year of publication)");
  }

  @Test
  void itsWordIsTold() {
    assertThat(LoneYear.wordOf(IN_2013)).contains(new QueryNode.Word("2013"));
    assertThat(LoneYear.plainWord(IN_2013)).contains(new QueryNode.Word("2013"));
    assertThat(LoneYear.plainWord(A)).contains(new QueryNode.Word("a"));
    assertThat(LoneYear.wordOf(A)).isEmpty();
    assertThat(LoneYear.wordOf(anyOf(word("2013"), dates("2014-01-01", "2014-12-31")))).isEmpty();
    assertThat(LoneYear.plainWord(anyOf(A, word("2013")))).isEmpty();
  }
}
