package broadsheet.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Some slips are likelier than others. */
class EditCostTest {

  /** The typed text, the likelier word and the other. */
  @ParameterizedTest
  @CsvSource({
    "flyn, flynn, fly", // left out, added
    "obamma, obama, omamba", // doubled, two edits
    "wheta, wheat, wheto", // swapped, replaced
    "harbar, harbor, harbat", // a vowel, a consonant
    "corea, cores, korea", // inside or at the end, at the start
    "harbour, harbour, harbours" // as typed
  })
  void aSlipCostsLessThanAnotherLetter(String typed, String likelier, String other) {
    assertThat(EditCost.of(typed, likelier)).isLessThan(EditCost.of(typed, other));
  }

  @ParameterizedTest
  @CsvSource({"wheat, wheat, 0", "goverment, government, 5", "wh, wheat, 15", "'', a, 6"})
  void eachEditCostsSomething(String typed, String word, double cost) {
    assertThat(EditCost.of(typed, word)).isEqualTo(cost);
  }
}
