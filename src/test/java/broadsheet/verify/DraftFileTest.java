package broadsheet.verify;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.office.OfficeSamples;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text of a draft. */
class DraftFileTest {

  private static final String PROSE =
      "The harbour board voted late on Thursday to reopen the grain pier, which has stood empty"
          + " since the storm. “A pier without a ship is a monument,” said Ada Quill.";

  private static Optional<String> text(byte[] file) {
    return DraftFile.text(file, LocalDate.EPOCH);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void textIsReadAsItIs() {
    assertThat(text(utf8("\ufeff" + PROSE))).contains(PROSE);
  }

  @Test
  void wordAndWebPagesAreUnpacked() {
    byte[] word =
        OfficeSamples.docx(
            OfficeSamples.paragraph("Title", "A vote") + OfficeSamples.paragraph("", PROSE),
            Map.of());
    assertThat(text(word).orElseThrow()).contains("A vote", PROSE);
    String page =
        "<!doctype html><html><head><title>A vote</title></head><body><article><h1>A vote</h1><p>"
            + PROSE
            + "</p><p>"
            + PROSE
            + "</p></article></body></html>";
    assertThat(text(utf8(page)).orElseThrow()).contains(PROSE);
  }

  @Test
  void whatHasNoTextIsEmpty() {
    assertThat(text(utf8(" \n"))).isEmpty();
    assertThat(text(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})).isEmpty();
    assertThat(text(utf8("%PDF-1.4 broken"))).isEmpty();
    assertThat(text(utf8("PK\u0003\u0004 broken"))).isEmpty();
  }
}
