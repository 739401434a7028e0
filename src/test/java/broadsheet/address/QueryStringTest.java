package broadsheet.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

  @ParameterizedTest
  @CsvSource({
    "q=a+b,a b",
    "q=a%20b,a b",
    "q=%E2%80%9Cz%C3%BCrich%E2%80%9D,“zürich”",
    "q=zürich,zürich",
    "q=100%,100%",
    "q=%zz,%zz",
    "q=%4,%4",
    "q=%ff,\uFFFD",
    "q=a=b,a=b",
    "x=1&q=y&,y",
  })
  void readsWhatIsMeantAndKeepsWhatIsBroken(String encoded, String value) {
    assertThat(QueryString.parse(encoded).filled("q")).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "q", "q=", "q=+", "&&", "=q"})
  void blankCountsAsNotGiven(String encoded) {
    assertThat(QueryString.parse(encoded).filled("q")).isEmpty();
  }

  @Test
  void noQueryStringIsAnEmptyOne() {
    assertThat(QueryString.parse(null).after("/search")).isEqualTo("/search");
  }

  @Test
  void whatIsWrittenReadsBack() {
    QueryString query =
        new QueryString(
            List.of(
                new QueryString.Pair("q", "a&b=c \"d\" + 100% é <script>~*"),
                new QueryString.Pair("source", "Pilots’ Gazette"),
                new QueryString.Pair("source", "x")));
    String address = query.after("/search");
    assertThat(address).startsWith("/search?").doesNotContain("<").doesNotContain(" ");
    assertThat(QueryString.parse(address.substring("/search?".length()))).isEqualTo(query);
  }
}
