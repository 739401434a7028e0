package broadsheet.web.names;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.web.names.QuotesHandler.QuotesPage;
import broadsheet.web.names.QuotesHandler.QuotesView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesHandlerTest {

  @Test
  void aQuoteEndsWithoutTheCommaBeforeItsSpeaker() {
    assertThat(QuotesPage.Entry.joined(List.of("The pier stays,", "We are sure,")))
        .isEqualTo("The pier stays, … We are sure");
    assertThat(QuotesPage.Entry.joined(List.of("Never!"))).isEqualTo("Never!");
  }

  @Test
  void onlyQuotesOnTheSubjectAreShownUnlessNoneHasItsWords() {
    List<List<String>> quotes = List.of(List.of("Rates will rise"), List.of("The pier", "stays"));
    assertThat(QuotesView.on("raté", quotes)).containsExactly(List.of("Rates will rise"));
    assertThat(QuotesView.on("ferry", quotes)).isEqualTo(quotes);
  }

  @ParameterizedTest
  @CsvSource({
    "It stays.,It stays",
    "It stays...,It stays...",
    "In the U.S.,In the U.S.",
    "Will it?,Will it?",
  })
  void aQuoteEndsWithoutItsFullStop(String quote, String printed) {
    assertThat(QuotesPage.Entry.joined(List.of(quote))).isEqualTo(printed);
  }
}
