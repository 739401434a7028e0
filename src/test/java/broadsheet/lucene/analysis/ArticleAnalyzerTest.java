package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleAnalyzerTest {

  private static final Analyzer TEXT = ArticleAnalyzer.forText("en");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          talks      | talks      | talks      | talk
          Talks      | talks      | talks      | talk
          news       | news       | news       | news
          China’s    | china's    | china's    | china
          China's    | china's    | china's    | china
          O’Connor   | o'connor   | o'connor   | o'connor
          l’Élysée   | l'élysée   | l'elysee   | elyse
          Zürich     | zürich     | zurich     | zurich
          U.S.       | u.s        | us         | us
          3.5        | 3.5        | 3.5        | 3.5
          1,5        | 1,5        | 1,5        | 1,5
          1,234,567  | 1,234,567  | 1234567    | 1234567
          1,234      | 1,234      | 1234       | 1234
          ΣΟΦΙΑ      | σοφια      | σοφια      | σοφια
          Ljubljana  | ljubljana  | ljubljana  | ljubljana
          """)
  void aWordHasItsThreeForms(String printed, String exact, String folded, String stem) {
    assertThat(QueryWord.in(printed, TEXT)).containsExactly(new QueryWord(exact, folded, stem));
  }

  @Test
  void keywordsAreNotStemmed() {
    assertThat(QueryWord.in("Reuters News Talks", ArticleAnalyzer.forKeywords()))
        .extracting(QueryWord::stem)
        .containsExactly("reuters", "news", "talks");
  }

  @Test
  void everyPartOfJoinedWordsIsAWord() {
    assertThat(exact("well-being month.The bbc.co.uk note:this AT&T"))
        .containsExactly(
            "well", "being", "month", "the", "bbc", "co", "uk", "note", "this", "at", "t");
  }

  @Test
  void acronymsAndNumbersStayWhole() {
    assertThat(exact("the U.S.A. grew 3.5 percent at 10:30"))
        .containsExactly("the", "u.s.a", "grew", "3.5", "percent", "at", "10", "30");
  }

  @Test
  void noWordIsLeftOut() {
    assertThat(exact("to be or not to be")).hasSize(6);
  }

  @Test
  void offsetsStandOnThePrintedWord() throws IOException {
    String text = "In 東京, “Zürich’s” month.The 🙂 end";
    try (TokenStream stream = TEXT.tokenStream("body", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      List<String> printed = new ArrayList<>();
      stream.reset();
      while (stream.incrementToken()) {
        String word = text.substring(offset.startOffset(), offset.endOffset());
        printed.add(term.charAt(0) == TermForm.STEM_MARK ? "stem of " + word : word);
      }
      assertThat(printed)
          .containsExactly(
              "In",
              "東",
              "東", // as 东 once more
              "京",
              "Zürich’s",
              "Zürich’s",
              "stem of Zürich’s",
              "month",
              "The",
              "🙂",
              "end");
    }
  }

  @Test
  void scriptsWithoutBlanksAreCutIntoCharactersWithTheirMarks() {
    assertThat(exact("iPhone手机 東京タワー KBS뉴스 ที่นี่ ｶﾞｽ"))
        .containsExactly(
            "iphone", "手", "机", "東", "京", "タ", "ワ", "ー", "kbs", "뉴", "스", "ที่", "นี่", "ｶﾞ", "ｽ");
  }

  @Test
  void marksWithoutTheirCharactersAreNoWordsHoweverMany() {
    assertThat(exact("\u0E34 ".repeat(50_000) + "end")).containsExactly("end");
  }

  private static List<String> exact(String text) {
    return QueryWord.in(text, TEXT).stream().map(QueryWord::exact).toList();
  }
}
