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
    "muler, muller, 0, 90, 0, 0, 0, true", // found by its stem alone
    "muler, muller, 1, 29, 0, 0, 0, false", // perhaps a name of its own
    "goverment, government, 4, 1900, 2, 0, 0, true", // a letter left out of a long word
    "prospectus, prospects, 1, 207, 0, 0, 0, false", // a letter more is another word
    "invest, invent, 1, 60, 0, 0, 0, false",
    "milling, willing, 5, 796, 1, 0, 0, false",
    "moran, morgan, 2, 249, 0, 0, 0, false", // short words are like others
    "laons, loans, 1, 669, 1, 0, 0, true",
    "dust, must, 4, 900, 4, 0, 0, false",
    "michele, michelle, 48, 177, 3, 1, 96, true", // a slip in a frequent name
    "horse, house, 91, 4304, 48, 3, 3015, false", // a word of its own
    "form, from, 900, 7000, 900, 2, 300, false"
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
            typed,
            word,
            typedArticles,
            typedArticles,
            articles,
            together,
            typedBeside,
            beside,
            ARTICLES);
    assertThat(evidence.isConvincing()).isEqualTo(isConvincing);
  }
}
