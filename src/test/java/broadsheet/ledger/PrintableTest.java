package broadsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/a/b c.txt", "Zürich 東京 мост جسر", "می\u200cخواهم", "👩‍🚀.txt", "\\u001b"})
  void textIsUnchanged(String text) {
    assertThat(Printable.line(text)).isSameAs(text);
    assertThat(Printable.text(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "001b", "0007", "0000", "007f", "0080", "009b", "202a", "202e", "2066", "2069", "2028"
  })
  void characterThatCommandsATerminalIsWrittenOut(String code) {
    String raw = "a" + (char) Integer.parseInt(code, 16) + "[31mb";
    assertThat(Printable.line(raw)).isEqualTo("a\\u" + code + "[31mb");
    assertThat(Printable.text(raw)).isEqualTo(Printable.line(raw));
  }

  @Test
  void lineHasNoBreaks() {
    assertThat(Printable.line("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
    assertThat(Printable.text("a\nb\td")).isEqualTo("a\nb\td");
  }
}
