package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordReaderTest {

  @Test
  void wordsStandAsPrintedAndByTheirStem() {
    assertThat(words("en", "Prices rose; the price of Zürich’s gold fell."))
        .containsExactly(
            "Prices/price",
            "rose/rose",
            "the/the",
            "price/price",
            "of/of",
            "Zürich/zurich",
            "gold/gold",
            "fell/fell");
  }

  @Test
  void elisionsAreNoPartOfAWord() {
    assertThat(words("fr", "l’accord d'Ellery")).containsExactly("accord/acord", "Ellery/elery");
  }

  @Test
  void acronymsKeepTheirLastDot() {
    assertThat(words("en", "the U.S. view. It fell"))
        .containsExactly("the/the", "U.S./us", "view/view", "It/it", "fell/fell");
  }

  @Test
  void numbersLettersAndCharactersAreNoWords() {
    assertThat(words("en", "1987 3.5 a B x2 東京 MH370")).containsExactly("x2/x2", "MH370/mh370");
    assertThat(words("en", "")).isEmpty();
    assertThat(words("en", "x".repeat(51) + " " + "y".repeat(50))).hasSize(1);
  }

  private static List<String> words(String language, String text) {
    List<String> words = new ArrayList<>();
    new WordReader(language)
        .read(text, (_, stem, start, end) -> words.add(text.substring(start, end) + "/" + stem));
    return words;
  }
}
