package broadsheet.web.names;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.web.names.QuotesHandler.QuotesPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotesHandlerTest {

  @Test
  void aQuoteEndsWithoutTheCommaBeforeItsSpeaker() {
    assertThat(QuotesPage.Entry.joined(List.of("The pier stays,", "We are sure,")))
        .isEqualTo("The pier stays, … We are sure");
    assertThat(QuotesPage.Entry.joined(List.of("Never!"))).isEqualTo("Never!");
  }
}
