package broadsheet.corpus.plain;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadFormatTest {
  private static final String STORY =
      "The new bridge across the Ember opened on Monday, a year after it was promised.\n".repeat(6);

  @TempDir Path folder;

  private static Stream<Arguments> unread() {
    return Stream.of(
        Arguments.of("mail", "a.txt", "--b\nContent-Type: text/plain;\n charset=utf-8\n\n" + STORY),
        Arguments.of("references", "a.txt", "%0 Newspaper Article\n%T Bridge opens\n" + STORY),
        Arguments.of("references", "a.txt", "FN Archive\nVR 1.0\nPT J\nTI Bridge\n" + STORY),
        Arguments.of(
            "an export from NewsBank",
            "a.txt",
            "Bridge opens\nPaper: Harbour Mail\n" + STORY + "Record Number: 15A1\n"),
        Arguments.of(
            "references in BibTeX",
            "a.bib",
            "@article{ada15,\n title = {Bridge opens}}\n" + STORY));
  }

  @ParameterizedTest
  @MethodSource("unread")
  void fileIsSkippedWithItsFormat(String format, String name, String content) {
    Reading reading = Reading.of(folder, name, content);
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a format that is not read yet: " + format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From noon to midnight the bridge is shut",
        "From: the harbour",
        "Subject: bridges",
        "1 of 3 bridges is new",
        "Factiva and ProQuest raise their prices",
        "HD"
      })
  void articleThatLooksALittleLikeOneIsRead(String title) {
    assertThat(Reading.of(folder, "a.txt", title + "\n\n" + STORY).articles()).hasSize(1);
  }
}
