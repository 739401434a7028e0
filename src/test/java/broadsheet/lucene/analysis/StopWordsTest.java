package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopWordsTest {

  @ParameterizedTest
  @CsvSource({
    "en,what",
    "de,und",
    "he,מה",
    "he,של",
    "pl,że",
    "pl,jest",
    "uk,який",
    "sk,ktorý",
    "sl,ali",
    "is,það",
    "vi,những",
    "sw,kwamba",
    "ur,ہیں",
    "af,hierdie",
    "mk,каде"
  })
  void functionWordsAreStopWordsFolded(String language, String word) {
    assertThat(StopWords.of(List.of(language)))
        .contains(QueryWord.in(word, ArticleAnalyzer.forText(language)).getFirst().folded());
  }

  @Test
  void anUnknownLanguageHasNone() {
    assertThat(StopWords.of(List.of(StemmedLanguages.NONE))).isEmpty();
  }
}
