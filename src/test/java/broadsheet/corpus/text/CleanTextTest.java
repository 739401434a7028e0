package broadsheet.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
  @Test
  void blanksOfAllKindsBecomeOne() {
    assertThat(CleanText.line(" a\u00a0\t b\u2003c\u3000\r\n d ")).isEqualTo("a b c d");
  }

  @Test
  void controlsAndInvisibleCharactersLeaveNoTrace() {
    assertThat(CleanText.line("\ufeffbal\u00adl\u200bo\u0003o\u007fn\u009f\u202e\uffff"))
        .isEqualTo("balloon");
  }

  @Test
  void loneSurrogatesGoAndPairsStay() {
    assertThat(CleanText.line("\ud83da\ude00 \ud83d\ude00")).isEqualTo("a \ud83d\ude00");
  }

  @Test
  void joinersStay() {
    assertThat(CleanText.line("\u0645\u06cc\u200c\u062e")).isEqualTo("\u0645\u06cc\u200c\u062e");
  }

  @Test
  void textIsComposed() {
    assertThat(CleanText.line("Zu\u0308rich")).isEqualTo("Zürich");
  }

  @Test
  void cleanTextIsNotCopied() {
    String text = "already clean";
    assertThat(CleanText.line(text)).isSameAs(text);
  }
}
