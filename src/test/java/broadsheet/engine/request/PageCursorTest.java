package broadsheet.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

  @Test
  void textIsReadBack() {
    PageCursor cursor = new PageCursor(10, "r 1:é");
    assertThat(PageCursor.parse(cursor.text())).isEqualTo(cursor);
    assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "MTAg=", "eA", "MA", "LTEgcg", "😀", "AAAAAAAA"})
  void textThatIsNoCursorIsRefused(String text) {
    assertThatExceptionOfType(CursorException.class).isThrownBy(() -> PageCursor.parse(text));
  }
}
