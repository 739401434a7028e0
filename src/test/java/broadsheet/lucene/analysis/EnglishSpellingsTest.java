package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** British and American spellings lead to each other. */
class EnglishSpellingsTest {

  @ParameterizedTest
  @CsvSource({
    "organise, organize",
    "organisations, organizations",
    "analysed, analyzed",
    "colour, color",
    "neighbourhoods, neighborhoods",
    "favourite, favorite",
    "travelled, traveled",
    "marvellous, marvelous",
    "centre, center",
    "theatres, theaters",
    "defence, defense",
    "programme, program",
    "paediatricians, pediatricians",
    "enrol, enroll",
  })
  void eachLeadsToTheOther(String british, String american) {
    assertThat(EnglishSpellings.of(british)).containsExactly(american);
    assertThat(EnglishSpellings.of(american)).containsExactly(british);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "four", "hour", "tour", "prize", "size", "rise", "filed", "killing", "grey", "Israel",
        "michael", "water", "call", ""
      })
  void otherWordsHaveNone(String word) {
    assertThat(EnglishSpellings.of(word)).isEmpty();
  }
}
