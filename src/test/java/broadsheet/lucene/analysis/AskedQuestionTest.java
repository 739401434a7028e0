package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.AnswerKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedQuestionTest {

  @ParameterizedTest
  @CsvSource({
    "en, who won the race, PERSON",
    "en, how many ships sank, NUMBER",
    "en, how did it end, OTHER",
    "en, in which year did the bridge open, TIME",
    "en, where was the treaty signed, PLACE",
    "en, which party won, NAME",
    "de, wie viele Schiffe sanken, NUMBER",
    "de, wer gewann, PERSON",
    "fr, où est né le maire, PLACE",
    "es, quién ganó, PERSON",
    "no, hvor mange skip sank, NUMBER",
    "no, hvor ligger byen, PLACE",
    "he, לאיזה מוצר יש תחליף חדש היום, NAME",
    "id, di pulau manakah perusahaan itu berlokasi, NAME",
    "zh, 探测器距离月球表面多远, NUMBER"
  })
  void aWordThatAsksTellsTheKindOfAnswer(String language, String text, AnswerKind kind) {
    assertThat(AskedQuestion.of(text, language).map(AskedQuestion::kind)).contains(kind);
  }

  @Test
  void wordsBeforeTheOneThatAsksAreItsContext() {
    AskedQuestion question =
        AskedQuestion.of("the mayor was expelled after a report which state is he from", "en")
            .orElseThrow();
    assertThat(question.context()).startsWith("the", "mayor").endsWith("report");
    assertThat(question.asked()).isEqualTo(List.of("is", "he", "from"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbour strike", "Doctor Who", "WHO vaccine trial", "the man who sold"})
  void otherWordsAskNothing(String text) {
    assertThat(AskedQuestion.of(text, "en")).isEmpty();
  }
}
