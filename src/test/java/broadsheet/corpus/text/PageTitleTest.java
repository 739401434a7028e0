package broadsheet.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTitleTest {
  private static final PageTitle TITLE =
      new PageTitle(Stream.of("Lakeport Mail", "mail.example", "mail"));

  @ParameterizedTest
  @CsvSource({
    "'New bridge opens | Lakeport Mail', 'New bridge opens'",
    "'New bridge opens - The Lakeport Mail', 'New bridge opens'",
    "'New bridge opens — mail.example', 'New bridge opens'",
    "'Lakeport Mail: New bridge opens', 'New bridge opens'",
    "'Lakeport Mail » New bridge opens', 'New bridge opens'",
    "'Ember: new bridge opens - at last', 'Ember: new bridge opens - at last'",
    "'Who reads the Lakeport Mail?', 'Who reads the Lakeport Mail?'",
    "'Lakeport Mail', ''",
    "'', ''",
  })
  void siteIsTakenOffEitherEnd(String title, String expected) {
    assertThat(TITLE.withoutSite(title)).isEqualTo(expected);
  }

  @Test
  void printedHeadlineIsPreferredWhereAStatedOneConfirmsIt() {
    assertThat(TITLE.of(List.of("New bridge opens at la"), List.of("New bridge opens at last"), ""))
        .isEqualTo("New bridge opens at last");
    assertThat(
            TITLE.of(
                List.of("Bridge open: what you must know"),
                List.of("New bridge opens"),
                "New bridge opens | Lakeport Mail"))
        .isEqualTo("New bridge opens");
    assertThat(TITLE.of(List.of("New bridge opens"), List.of("Lakeport Mail", "Local"), ""))
        .isEqualTo("New bridge opens");
  }

  @Test
  void withoutStatedTitleTheHeadlineOrTheWindowsCounts() {
    assertThat(TITLE.of(List.of(), List.of("Lakeport Mail", "New bridge opens"), ""))
        .isEqualTo("New bridge opens");
    assertThat(TITLE.of(List.of(), List.of(), "New bridge opens | Lakeport Mail"))
        .isEqualTo("New bridge opens");
    assertThat(TITLE.of(List.of(), List.of(), "")).isEmpty();
  }

  @Test
  void headlineOfAnotherStoryIsNotBelievedWhereTheOthersAgree() {
    assertThat(
            TITLE.of(
                List.of("Ferry sold to a museum in Lakeport", "Ember crossing open after years"),
                List.of("Ferry sold to a museum in Lakeport"),
                "Ember crossing open after years | Lakeport Mail"))
        .isEqualTo("Ember crossing open after years");
    assertThat(
            TITLE.of(
                List.of("New bridge opens at last", "Bridge open: what you must know"),
                List.of("New bridge opens at last"),
                "Bridge open: what you must know | Lakeport Mail"))
        .isEqualTo("New bridge opens at last");
  }
}
