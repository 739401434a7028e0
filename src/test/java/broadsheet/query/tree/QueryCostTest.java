package broadsheet.query.tree;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.query.QueryParser;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCostTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "oil",
        "cocoa brazil \"oil prices\" -japan",
        "diplom*",
        "title:*",
        "Blinkin~",
        "\"human record\"~3",
        "(trade OR tariff) date:1987 =talks^2",
        "the of to in and a said it for on at by from"
      })
  void whatPeopleAskIsNoHeavyQuery(String text) {
    assertThat(isHeavy(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a*b*c*",
        "a*",
        "?oil",
        "-*ing",
        "title:(oil OR *e)^3",
        "government~2 president~2 minister~2",
        "anunreasonablylongwordthatnobodywouldeversearchforinanyway~2",
        "\"a * a * a\"~9999"
      })
  void patternsWithoutABeginningAndLooseRowsAreHeavy(String text) {
    assertThat(isHeavy(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oil ", "oil OR ", "(oil "})
  void soIsAnythingOfGreatLength(String piece) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append(piece.replace("oil", "oil" + i));
    }
    assertThat(isHeavy(text.toString())).isTrue();
  }

  private static boolean isHeavy(String text) {
    return QueryCost.isHeavy(QueryParser.parse(text, LocalDate.EPOCH).root());
  }
}
