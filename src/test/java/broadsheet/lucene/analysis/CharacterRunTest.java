package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterRunTest {

  private static CharacterRun run(String word) {
    return CharacterRun.of(word).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbour", "港口城市", "한국은행", "F-16戰機", "ไทย", "…", ""})
  void otherWordsAndShortRunsAreNone(String word) {
    assertThat(CharacterRun.of(word)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "港口城市更名,,港口|口城|城市|市更|更名,港|口|城|市|更|名",
    "《港口》的城市,,港口|的城|城市,港|口|的|城|市",
    "2021年北京GDP增长,2021|gdp,年北|北京|增长,年|北|京|增|长",
    "한국은행총재,,한국|국은|은행|행총|총재,한|국|은|행|총|재",
    "港口港口城,,港口|口港|港口|口城,港|口|港|口|城",
    "東京の天気,,東京|京の|の天|天気,東|京|の|天|気"
  })
  void aLongRunHasPairsBetweenPunctuationAndOtherWords(
      String word, String words, String pairs, String characters) {
    CharacterRun run = run(word);
    assertThat(String.join("|", run.words())).isEqualTo(words == null ? "" : words);
    assertThat(String.join("|", run.pairs())).isEqualTo(pairs);
    assertThat(String.join("|", run.characters())).isEqualTo(characters);
    assertThat(run.ofQuestions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "谁暗杀了肯尼迪,暗杀|杀了|了肯|肯尼|尼迪,谁",
    "誰暗殺了甘迺迪,暗殺|殺了|了甘|甘迺|迺迪,誰",
    "奥运会什么时候开幕,奥运|运会|开幕,什|么|时|候",
    "奧運會什麼時候開幕,奧運|運會|開幕,什|麼|時|候",
    "台風はなぜ来るのですか,台風|風は|来る|るの,な|ぜ|で|す|か",
    "ประเทศไทยเมื่อไหร่,ปร|ระ|ะเ|เท|ทศ|ศไ|ไท|ทย,เ|มื่|อ|ไ|ห|ร่"
  })
  void aQuestionWordBreaksARunAndIsNotRequired(String word, String pairs, String ofQuestions) {
    CharacterRun run = run(word);
    assertThat(String.join("|", run.pairs())).isEqualTo(pairs);
    assertThat(String.join("|", run.ofQuestions())).isEqualTo(ofQuestions);
  }

  @Test
  void aQuestionWordAloneIsSearchedFor() {
    assertThat(run("为什么怎么样").required()).hasSize(5).contains("为什", "么怎");
  }

  @Test
  void singleCharactersAreRequiredWhereNoneStandTogether() {
    assertThat(run("一、二、三、四、五").required()).isEqualTo(List.of("一", "二", "三", "四", "五"));
    assertThat(run("2021年1月、3月、5月、7月").required()).containsExactly("2021", "1", "3", "5", "7");
  }
}
