package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedWordsTest {

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    new FoldedWords("en")
        .read(text, (folded, start, end) -> words.add(folded + "=" + text.substring(start, end)));
    return words;
  }

  @Test
  void eachWordIsFoldedAndNeverStemmed() {
    assertThat(words("Zürich’s Talks")).containsExactly("zurich's=Zürich’s", "talks=Talks");
  }

  @Test
  void numbersSingleLettersAndStopWordsAreWords() {
    assertThat(words("A plan for 1,234 of the U.S. in 7 days"))
        .containsExactly(
            "a=A",
            "plan=plan",
            "for=for",
            "1234=1,234",
            "of=of",
            "the=the",
            "us=U.S",
            "in=in",
            "7=7",
            "days=days");
  }

  @Test
  void aCharacterOfAScriptWithoutBlanksIsAWord() {
    assertThat(words("東京 2020")).containsExactly("东=東", "京=京", "2020=2020");
  }

  @Test
  void aTextWithoutWordsHasNone() {
    assertThat(words(" — ")).isEmpty();
    assertThat(words("")).isEmpty();
  }
}
