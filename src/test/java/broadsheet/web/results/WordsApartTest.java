package broadsheet.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.address.SearchParameters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.DistinctiveWords.Sample;
import broadsheet.web.page.WordsView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsApartTest {
  private static final List<DistinctiveWords.Word> WORDS =
      List.of(new DistinctiveWords.Word("Strikers", 30, 2, 12.5));

  private static Optional<WordsApart> apart(List<DistinctiveWords.Word> words, boolean isComplete) {
    WordsView.Read read =
        new WordsView.Read(new Sample(2_000, 112), new Sample(9_000, 90), isComplete);
    return WordsApart.of(new WordsView(words, read), SearchParameters.none());
  }

  @Test
  void wordsFoundBeforeTheTimeWasUpSayHowManyArticlesTheyAreFrom() {
    WordsApart apart = apart(WORDS, false).orElseThrow();
    assertThat(apart.words()).extracting(WordsApart.Word::text).containsExactly("Strikers");
    assertThat(apart.basis())
        .isEqualTo("Time ran out after 112 articles read here, 90 of the rest of the archive");
    assertThat(apart(WORDS, true).orElseThrow().basis())
        .isEqualTo("112 articles read here, 90 of the rest of the archive");
  }

  @Test
  void nothingStandsWhereTheTimeWasUpBeforeAnythingWasFound() {
    assertThat(apart(List.of(), false)).isEmpty();
    assertThat(WordsApart.of(new WordsView(List.of(), null), SearchParameters.none())).isEmpty();
    assertThat(apart(List.of(), true).orElseThrow().basis()).startsWith("No word sets these apart");
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, 15, 5, true",
    "WHOLE, 15, 4, false",
    "TIME_UP, 20, 20, true",
    "TIME_UP, 300, 19, false",
    "PART_UNREACHABLE, 300, 300, false"
  })
  void aRandomSampleTellsOnceEnoughOfItIsRead(
      Completeness completeness, int within, int around, boolean isTelling) {
    DistinctiveWords words =
        new DistinctiveWords(WORDS, new Sample(999, within), new Sample(999, around), completeness);
    assertThat(words.isTelling()).isEqualTo(isTelling);
  }
}
