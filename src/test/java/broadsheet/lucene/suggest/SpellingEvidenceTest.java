package broadsheet.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word counts as misspelt only on the evidence of the articles. */
class SpellingEvidenceTest {

  private static final int ARTICLES = 8_000;

  @ParameterizedTest
  @CsvSource({
    "ginsberg, ginsburg, 7, 63, 0, 1, 57, true", // part of a name
    "hilary, hillary, 35, 1369, 4, 3, 1227, true",
    "fates, rates, 9, 900, 0, 3, 20, false", // beside it often enough as it is
    "swoon, sworn, 5, 145, 0, 0, 4, false", // too rarely beside it
    "murkowksi, murkowski, 2, 104, 2, 0, 0, true", // both in the same articles
    "lung, long, 36, 2923, 20, 0, 0, false", // as are most articles
    "smoker, smoked, 4, 60, 4, 0, 0, false", // related
    "depositors, deposits, 3, 92, 3, 0, 0, false",
    "fates, rates, 1, 900, 1, 0, 0, false", // may be an accident
    "muler, muller, 0, 90, 0, 0, 0, false" // nothing to go by
  })
  void onlyNamesAndMixedUpWordsAreCorrected(
      String typed,
      String word,
      int typedArticles,
      int articles,
      int together,
      int typedBeside,
      int beside,
      boolean isConvincing) {
    SpellingEvidence evidence =
        new SpellingEvidence(
            typed, word, typedArticles, articles, together, typedBeside, beside, ARTICLES);
    assertThat(evidence.isConvincing()).isEqualTo(isConvincing);
  }
}
