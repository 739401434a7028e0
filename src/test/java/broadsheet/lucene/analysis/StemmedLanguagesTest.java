package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmedLanguagesTest {

  private static final String FORMS =
      """
      en talks talk talked
      de Häuser Haus Hauses Hauser
      fr maisons maison
      fr élections élection l’élection
      fr nationale nationaux national
      es países país paises
      pt eleições eleição
      it libri libro
      it economia dell’economia
      nl verkiezingen verkiezing
      ru книги книга книгу книгами
      ru ёлки елка
      ar الكتب كتب
      ar مدرسة المدرسة مدرسه
      hi किताबें किताब किताबों
      hi हिन्दी हिंदी
      sv regeringen regeringens regering
      no husene huset hus
      da regeringen regering
      fi talossa talot talo
      hu házak házban ház
      ro ziarele ziare
      tr kitaplar kitap
      tr Ankara'da Ankara
      el εκλογές εκλογών
      cs volby voleb volbách
      bg книгата книги книга
      fa كتابها كتاب
      bn নির্বাচনে নির্বাচন
      ca eleccions elecció
      gl eleccións elección
      lt knygos knygų knyga
      lv grāmatas grāmata
      id bukunya buku
      et raamatud raamat raamatu raamatuid
      eu etxeak etxe
      ga polaitíocht polaitíochta
      hy քաղաքներ քաղաք քաղաքի
      sr избори избора izborima
      yi מענטשן מענטש
      ne किताबहरू किताब किताबको
      ta புத்தகங்கள் புத்தகம்
      te రాముడు రాముని
      ckb کتێبەکان کتێب کتێبەکە
      """;

  @Test
  void wordsOfOneStemFindEachOther() {
    FORMS
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(
            line ->
                assertThat(Arrays.stream(line).skip(1).map(word -> stem(line[0], word)).distinct())
                    .as(String.join(" ", line))
                    .hasSize(1));
  }

  @Test
  void everyLanguageThatHasAStemmerIsTried() {
    Set<String> tried =
        new TreeSet<>(FORMS.lines().map(line -> line.substring(0, line.indexOf(' '))).toList());
    Set<String> all = new TreeSet<>();
    StemmedLanguages.all().forEach(all::add);
    assertThat(tried).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "en,en",
    "pt-BR,pt",
    "de-AT,de",
    "nb,no",
    "nn-NO,no",
    "hr,sr",
    "ckb-IQ,ckb",
    "sw-KE,sw",
    "he,he",
    "yo,und",
    "zh-Hant-TW,und",
    "'',und"
  })
  void theRulesGoByThePrimaryLanguage(String tag, String rules) {
    assertThat(StemmedLanguages.of(tag)).isEqualTo(rules);
  }

  @Test
  void whereThereAreNoRulesWordsKeepTheirEndings() {
    assertThat(words("und", "vitabu talks Häuser"))
        .containsExactly(
            new QueryWord("vitabu", "vitabu", "vitabu"),
            new QueryWord("talks", "talks", "talks"),
            new QueryWord("häuser", "hauser", "hauser"));
  }

  @ParameterizedTest
  @CsvSource({
    "ё,е",
    "Σοφίας,σοφιασ",
    "٢٠٢٣,2023",
    "२०२३,2023",
    "ＡＢＣ１２,abc12",
    "ﾊﾟ,パ",
    "الأمم,الامم",
    "قُوَّة,قوه",
    "کتاب,كتاب",
    "हिन्दी,हिंदि",
    "ﻼ,لا"
  })
  void foldingMakesOneOfWhatIsTheSameToReaders(String printed, String folded) {
    assertThat(words("und", printed)).extracting(QueryWord::folded).containsExactly(folded);
  }

  @Test
  void foldingLeavesDifferentLettersAlone() {
    assertThat(words("und", "май")).extracting(QueryWord::folded).containsExactly("май");
  }

  private static String stem(String language, String word) {
    return words(language, word).getFirst().stem();
  }

  private static List<QueryWord> words(String language, String text) {
    return QueryWord.in(text, ArticleAnalyzer.forText(language));
  }
}
