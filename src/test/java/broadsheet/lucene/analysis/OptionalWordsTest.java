package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionalWordsTest {

  private static final Map<String, List<String>> LISTS = StopWords.lists("question-words.txt");

  private static List<QueryWord> words(String text, String language) {
    return QueryWord.in(text, ArticleAnalyzer.forText(language));
  }

  @ParameterizedTest
  @CsvSource({
    "en,how many",
    "en,how much",
    "en,Mr.",
    "en,Mrs",
    "en,Dr.",
    "en,the",
    "en,where's",
    "de,Wie viele",
    "de,Warum",
    "de,wofür",
    "fr,combien",
    "fr,Mme",
    "fr,est-ce",
    "es,¿Cuántos?",
    "es,cuantos",
    "pt,quantas",
    "it,quanti",
    "nl,hoeveel",
    "ru,сколько",
    "ru,чьё",
    "ar,كيف",
    "he,האם",
    "fa,چند",
    "hi,कितने",
    "id,berapa",
    "sv,varför",
    "nb,hvorfor",
    "da,hvornår",
    "fi,kuinka",
    "tr,nasıl",
    "el,πόσα",
    "cs,kolik",
    "hr,zašto",
    "bn,কেন"
  })
  void stopWordsQuestionWordsAndTitlesAreOptional(String tag, String text) {
    String language = StemmedLanguages.of(tag);
    assertThat(OptionalWords.areAll(words(text, language), language)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "en,people",
    "en,Scalia",
    "en,will",
    "en,may",
    "de,Frau",
    "de,how",
    "it,cosa",
    "hu,űr",
    "zh,多少",
    "und,how",
    "en,…"
  })
  void othersAreNot(String tag, String text) {
    String language = StemmedLanguages.of(tag);
    assertThat(OptionalWords.areAll(words(text, language), language)).isFalse();
  }

  /** The words of these lists never leave the index. */
  @Test
  void questionWordsAreNoStopWords() {
    assertThat(StopWords.of(List.of("en"))).doesNotContain("many", "much", "mr");
  }

  @Test
  void eachLanguageWithStopWordsHasQuestionWords() {
    assertThat(StreamSupport.stream(StemmedLanguages.all().spliterator(), false))
        .filteredOn(language -> !StopWords.of(List.of(language)).isEmpty())
        .allSatisfy(language -> assertThat(LISTS).containsKey(language));
    assertThat(StopWords.lists("stop-words.txt").keySet())
        .allSatisfy(language -> assertThat(LISTS).containsKey(language));
    assertThat(LISTS.keySet()).allMatch(language -> StemmedLanguages.of(language).equals(language));
  }
}
