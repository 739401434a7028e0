package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

  @ParameterizedTest
  @CsvSource({
    "harbour,harbour",
    "co-founder,co|founder",
    "'1,000','1,000'",
    "3.5-litre,3.5|litre",
    "pic.example.com/a1B2,pic.example.com|a1b2",
    "https://t.example/x9,https|t.example|x9",
    "U.S.-led,u.s|led",
    "@harbourmaster,@harbourmaster",
    "港口城市更名,港口|口城|城市|市更|更名",
    "…,''"
  })
  void aWordIsTakenApartAtTheWordBoundariesOfUnicode(String word, String pieces) {
    assertThat(String.join("|", WordPieces.single(word))).isEqualTo(pieces);
  }
}
