package broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenEndTest {

  /** Written as {@code before|field|context|word}, with {@code Q} before it if quoted. */
  private static String told(String text) {
    return OpenEnd.of(text)
        .map(
            end ->
                (end.isQuoted() ? "Q" : "")
                    + String.join(
                        "|",
                        end.before(),
                        end.field().map(QueryField::label).orElse(""),
                        end.context(),
                        end.word()))
        .orElse("nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "bl#|||bl",
        "prime m#prime ||prime|m",
        "prime #prime ||prime|",
        "a b c d e f#a b c d e ||c d e|f",
        "x OR prime m#x OR prime ||prime|m",
        "x AND bl#x AND |||bl",
        "(spy bal#(spy ||spy|bal",
        "-bl#-|||bl",
        "=bl#=|||bl",
        "spy -bl#spy -|||bl",
        "source:Reu#source:|source||Reu",
        "source:#source:|source||",
        "title:#nothing",
        "x SOURCE:Reu#x SOURCE:|source||Reu",
        "title:spy b#title:spy |||b",
        "\"spy b#Q\"||spy|b",
        "\"a\" bl#\"a\" |||bl",
        "\"a\"#nothing",
        "source:\"Evening La#Qsource:\"|source|Evening|La",
        "“candid, sub#Q“||candid,|sub",
        "x \"one two #Qx \"||one two|",
        "date:19#nothing",
        "date:\"19#nothing",
        "words:5#nothing",
        "bl*#nothing",
        "bl!#nothing",
        "spy !bl#spy !|||bl",
        "bl~#nothing",
        "AND#nothing",
        "a NEAR/3#nothing",
        "(#nothing",
        "a)#nothing",
        "\"#nothing",
      })
  void isWhatIsStillTyped(String text, String end) {
    assertThat(told(text)).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\0\0", "\ud83d", "- - -", "((((", "\"\"\"", "OR", "&&", "…"})
  void nothingIsCompletedWhereNothingIsTyped(String text) {
    assertThat(OpenEnd.of(text)).isEmpty();
  }

  @Test
  void whatNobodyTypesIsNotCompleted() {
    for (String piece : List.of("a", "a ", "\"a ", "(", "\ud83d", "-", "source:")) {
      assertThat(OpenEnd.of(piece.repeat(1_000_000 / piece.length()))).isEmpty();
    }
  }
}
