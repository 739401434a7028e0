package broadsheet.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The claims of a draft. */
class DraftClaimsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "“We will open the old pier,” said Ada Quill. | Ada Quill",
        "\"We will open the old pier,\" Ada Quill said. | Ada Quill",
        "Ada Quill told the board: “We will open the old pier.” | Ada Quill",
        "According to Ada Quill, “We will open the old pier.” | Ada Quill",
        "„We will open the old pier“, sagte Ada Quill. | Ada Quill",
        "« We will open the old pier », a dit Ada Quill. | Ada Quill",
        "“We will open the old pier,” he said. | ''",
        "The sign reads “We will open the old pier”. | ''"
      })
  void quotationHasItsWordsAndSpeaker(String draft, String speaker) {
    List<Claim> claims = DraftClaims.in(draft, false);
    assertThat(claims).hasSize(1);
    assertThat(ComparedWords.of(claims.getFirst().text()).all().stream().map(ComparedWord::word))
        .containsExactly("we", "will", "open", "the", "old", "pier");
    assertThat(claims.getFirst().speaker()).isEqualTo(speaker);
    assertThat(claims.getFirst().isQuotation()).isTrue();
  }

  @Test
  void quotedWordIsNoClaimAndSentencesAreIfAskedFor() {
    String draft = "The “grand” pier was closed for eleven years. It is open.\n\nNobody came.";
    assertThat(DraftClaims.in(draft, false)).isEmpty();
    assertThat(DraftClaims.in(draft, true))
        .extracting(Claim::text)
        .containsExactly("The “grand” pier was closed for eleven years.");
  }

  @Test
  void quotationGoesOnInTheNextParagraph() {
    String draft = "“The pier was closed for years.\n\n“Now it is open,” said Ada Quill.";
    assertThat(DraftClaims.in(draft, false))
        .hasSize(1)
        .first()
        .extracting(Claim::speaker)
        .isEqualTo("Ada Quill");
  }

  @Test
  void unclosedMarkTakesNoMoreThanItsParagraph() {
    String draft = "“The pier was closed for years.\n\nAnother day. “It is open again now.”";
    assertThat(DraftClaims.in(draft, false))
        .extracting(Claim::text)
        .containsExactly("The pier was closed for years.", "It is open again now.");
  }

  @Test
  void draftHasABoundedNumberOfClaims() {
    assertThat(DraftClaims.in("“We will open the pier.” ".repeat(2 * DraftClaims.MOST), false))
        .hasSize(DraftClaims.MOST);
  }
}
