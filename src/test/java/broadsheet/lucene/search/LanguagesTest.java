package broadsheet.lucene.search;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.LuceneSearchEngineTest;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches articles in several languages and scripts. */
class LanguagesTest {

  @TempDir private Path folder;

  /** The index also has articles in English, German, French and an unknown language. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | talk          | Two talks failed.            | Two [talks] failed.
          de    | Haus          | Alte Häuser am Fluss         | Alte [Häuser] am Fluss
          de    | hauser        | Alte Häuser am Fluss         | Alte [Häuser] am Fluss
          de-AT | Regierung     | Zwei Regierungen stürzten    | Zwei [Regierungen] stürzten
          fr    | maison        | Les maisons de l’Élysée      | Les [maisons] de l’Élysée
          fr    | elysee        | Les maisons de l’Élysée      | Les maisons de [l’Élysée]
          fr    | elections     | Après les élections          | Après les [élections]
          es    | pais          | Los países vecinos           | Los [países] vecinos
          pt-BR | eleição       | As eleições de maio          | As [eleições] de maio
          it    | libro         | Pochi libri nuovi            | Pochi [libri] nuovi
          nl    | verkiezing    | Na de verkiezingen           | Na de [verkiezingen]
          ru    | книга         | Новые книги вышли            | Новые [книги] вышли
          ru    | елки          | Под ёлкой тихо               | Под [ёлкой] тихо
          ar    | كتب           | هذه الكتب جديدة              | هذه [الكتب] جديدة
          ar    | الامم         | قرار الأمم المتحدة           | قرار [الأمم] المتحدة
          hi    | किताब         | नई किताबें आईं               | नई [किताबें] आईं
          hi    | हिंदी          | आज हिन्दी दिवस है              | आज [हिन्दी] दिवस है
          zh    | 中国          | 他说中国经济很好。           | 他说[中国]经济很好。
          zh    | "国经"        | 他说中国经济很好。           | 他说中[国经]济很好。
          zh    | 中*经济       | 他说中国经济，中经济。       | 他说中国经济，[中经济]。
          zh    | 中?经         | 他说中国经济很好。           | 他说[中国经]济很好。
          ja    | 東京          | 昨日の東京都知事選           | 昨日の[東京]都知事選
          ja    | アジア        | 新アジアカップ開幕           | 新[アジア]カップ開幕
          ja    | ガス          | 都市ｶﾞｽの料金                | 都市[ｶﾞｽ]の料金
          ko    | 한국          | 어제 한국은 이겼다           | 어제 [한국]은 이겼다
          th    | ประเทศ        | ในประเทศไทยวันนี้              | ใน[ประเทศ]ไทยวันนี้
          zh    | 国家          | 這個國家很大。               | 這個[國家]很大。
          zh    | "以後"        | 他说以后再来。               | 他说[以后]再来。
          he    | ישראל         | בְּיַד יִשְׂרָאֵל חזקה            | בְּיַד [יִשְׂרָאֵל] חזקה
          am    | ሃገር           | የሐገር ጉዳይ፣ ሀገር ነው           | የሐገር ጉዳይ፣ [ሀገር] ነው
          ti    | ጸሓይ           | ሎሚ ፀሐይ በሪቓ                  | ሎሚ [ፀሐይ] በሪቓ
          tr    | "Diyarbakır"  | Dün Diyarbakır’da yağdı      | Dün [Diyarbakır’da] yağdı
          tr    | "dün izmir"   | Dün İzmir’in limanı doldu    | [Dün İzmir’in] limanı doldu
          sr    | Beograda      | Јуче у Београду није било    | Јуче у [Београду] није било
          zh    | ABC1          | 他说ＡＢＣ１很好。           | 他说[ＡＢＣ１]很好。
          fa    | کتاب          | این كتاب خوب است             | این [كتاب] خوب است
          sw    | vitabu        | Vitabu vipya vimefika        | [Vitabu] vipya vimefika
          """)
  void aWordIsFoundAndMarkedInItsLanguage(
      String language, String query, String text, String marked) {
    try (LuceneSearchEngine engine =
        TestIndex.engine(
            folder,
            article(language, "sought", List.of(text)),
            article("en", "en", List.of("Nothing of the kind, dies or not")),
            article("de", "de", List.of("Nichts dergleichen, die eine")),
            article("fr", "fr", List.of("Rien de tel")),
            article("", "unknown", List.of("zzz")))) {
      SearchResults results = engine.search(SearchRequest.of(parsed(query)));
      assertThat(TestIndex.ids(results)).containsExactly("sought");
      assertThat(engine.find("sought", parsed(query)).orElseThrow().paragraphs())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly(marked);
      assertThat(results.hits().getFirst().snippets()).anyMatch(MarkedText::isMarked);
    }
  }

  /** By French rules, {@code Häuser} would have the stem of {@code hausse}. */
  @Test
  void rulesOfALanguageAreForWordsInItsLetters() {
    try (LuceneSearchEngine engine =
        TestIndex.engine(
            folder,
            article("de", "de", List.of("Das Haus am Fluss")),
            article("fr", "fr", List.of("La hausse des prix")))) {
      assertThat(TestIndex.ids(engine, parsed("Häuser"))).containsExactly("de");
      assertThat(TestIndex.ids(engine, parsed("hausses"))).containsExactly("fr");
    }
  }

  @Test
  void endingsBehindAnApostropheAreForPhrasesInTurkishAlone() {
    try (LuceneSearchEngine engine =
        TestIndex.engine(
            folder,
            article("tr", "tr", List.of("Ankara’da Meclis’in önünde toplandılar")),
            article("en", "en", List.of("Ankara's parliament met")))) {
      assertThat(TestIndex.ids(engine, parsed("\"ankara meclis\""))).containsExactly("tr");
      assertThat(TestIndex.ids(engine, parsed("\"ankara\""))).containsExactly("tr");
      assertThat(TestIndex.ids(engine, parsed("\"ankara'ya\""))).isEmpty();
      assertThat(TestIndex.ids(engine, parsed("=ankara"))).isEmpty();
    }
  }

  @Test
  void aGermanWordFindsCompoundsThatBeginWithItBelowItself() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      articles.add(article("de", "rest" + i, List.of("Wandel und Wahl, Konto und Räte")));
    }
    articles.add(article("de", "compound", List.of("Der Klimawandel, immer nur Klimawandel")));
    articles.add(article("de", "joined", List.of("Regierungswandel ist ungewiss")));
    articles.add(article("de", "word", List.of("Das Klima in vielen langen Sätzen ohne Ende")));
    articles.add(article("de", "chance", List.of("Klimax und Bankett")));
    articles.add(article("en", "english", List.of("Klimawandel is a German word")));
    try (LuceneSearchEngine engine = TestIndex.engine(folder, articles.toArray(Article[]::new))) {
      assertThat(TestIndex.ids(engine, parsed("Klima"))).containsExactly("word", "compound");
      assertThat(TestIndex.ids(engine, parsed("Regierung"))).containsExactly("joined");
      assertThat(TestIndex.ids(engine, parsed("Bank"))).isEmpty();
      assertThat(TestIndex.ids(engine, parsed("=Klima"))).containsExactly("word");
      assertThat(TestIndex.ids(engine, parsed("\"Klima\""))).containsExactly("word");
      assertThat(Note.texts(engine.search(SearchRequest.of(parsed("Klima"))).notes()))
          .containsExactly(
              "“Klima” also matches the start of 1 longer word; =Klima matches it alone.");
      assertThat(Note.texts(engine.search(SearchRequest.of(parsed("Bank"))).notes()))
          .noneMatch(note -> note.contains("longer word"));
      assertThat(engine.find("compound", parsed("Klima")).orElseThrow().paragraphs())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("Der [Klimawandel], immer nur [Klimawandel]");
    }
  }

  @Test
  void aStemOfOneLanguageIsNotMistakenForAWordOfAnother() {
    try (LuceneSearchEngine engine =
        TestIndex.engine(
            folder,
            article("de", "german", List.of("die Sonne")),
            article("en", "english", List.of("a die is cast")),
            article("sw", "swahili", List.of("talk yetu")),
            article("", "unknown", List.of("small talk")))) {
      assertThat(found(engine, "dies")).containsExactly("english");
      assertThat(found(engine, "talks")).isEmpty();
      assertThat(found(engine, "die")).containsExactlyInAnyOrder("german", "english");
      assertThat(found(engine, "-dies")).doesNotContain("english").hasSize(3);
    }
  }

  @Test
  void whatIsQuotedIsNotStemmedInAnyLanguage() {
    try (LuceneSearchEngine engine =
        TestIndex.engine(
            folder,
            article("de", "singular", List.of("Das Haus brennt")),
            article("de", "plural", List.of("Die Häuser brennen")),
            article("en", "talks", List.of("The talks")))) {
      assertThat(found(engine, "Haus")).containsExactlyInAnyOrder("singular", "plural");
      assertThat(found(engine, "\"Haus\"")).containsExactly("singular");
      assertThat(found(engine, "=Haus")).containsExactly("singular");
      assertThat(found(engine, "\"talk\"")).isEmpty();
    }
  }

  @Test
  void anArticleScoresTheSameWhateverElseTheIndexHolds() {
    Article one = article("en", "one", List.of("Talk of talks"));
    Article two = article("en", "two", List.of("A talk of the sea and of much else"));
    try (LuceneSearchEngine alone = TestIndex.engine(folder.resolve("alone"), one, two);
        LuceneSearchEngine beside =
            TestIndex.engine(
                folder.resolve("beside"), one, two, article("ja", "ja", List.of("東京")))) {
      assertThat(found(alone, "talks")).containsExactly("one", "two");
      assertThat(found(beside, "talks")).containsExactly("one", "two");
    }
  }

  @Test
  void languagesThatStemAWordAlikeScoreItAlike() {
    try (LuceneSearchEngine engine =
        TestIndex.engine(
            folder,
            article("en", "en", List.of("The minister spoke")),
            article("de", "de", List.of("Der Minister sprach")))) {
      var scores =
          engine.search(SearchRequest.of(parsed("minister"))).hits().stream()
              .map(hit -> hit.score())
              .distinct();
      assertThat(scores).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          language:de    | austrian german
          language:DE    | austrian german
          language:de-AT | austrian
          language:de_at | austrian
          language:at    | ''
          language:pt    | brazilian
          language:br    | ''
          language:d*    | austrian german
          language:*     | austrian brazilian german
          """)
  void aLanguageTakesItsKindsIn(String query, String ids) {
    try (LuceneSearchEngine engine = engineOfKinds()) {
      assertThat(String.join(" ", found(engine, query).stream().sorted().toList())).isEqualTo(ids);
    }
  }

  @Test
  void theFacetCountsALanguageWithItsKindsAndNarrowsToWhatItCounts() {
    try (LuceneSearchEngine engine = engineOfKinds()) {
      List<FacetCount> counts =
          engine
              .search(SearchRequest.of(new QueryNode.Everything()))
              .facets()
              .getOrDefault(FacetField.LANGUAGE, List.of());
      assertThat(counts)
          .containsExactlyInAnyOrder(
              new FacetCount("de", 2),
              new FacetCount("de-AT", 1),
              new FacetCount("pt", 1),
              new FacetCount("pt-BR", 1));
      for (FacetCount count : counts) {
        Filters filters =
            new Filters(
                Optional.empty(),
                Optional.empty(),
                Map.of(FacetField.LANGUAGE, List.of(count.value())));
        SearchRequest request =
            new SearchRequest(new QueryNode.Everything(), filters, SortOrder.RELEVANCE, 1, 10);
        assertThat(engine.search(request).total()).isEqualTo(count.count());
      }
    }
  }

  @Test
  void theLanguageOfAnArticleStaysAsStated() {
    try (LuceneSearchEngine engine = engineOfKinds()) {
      assertThat(
              engine
                  .find("austrian", new QueryNode.Everything())
                  .orElseThrow()
                  .article()
                  .language())
          .isEqualTo("de-AT");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ja | 大阪 | 東京は晴れ。大阪は雨だ！京都は曇り。 | [大阪]は雨だ！
          ar | ذهب  | هل هذا صحيح؟ نعم ذهب أمس. ثم عاد.    | نعم [ذهب] أمس.
          hi | गया  | यह सच है। वह गया। ठीक है।             | वह [गया]।
          ur | گیا  | یہ سچ ہے۔ وہ گیا۔ ٹھیک ہے۔            | وہ [گیا]۔
          am | ሄደ   | ይህ እውነት ነው። እሱ ሄደ። ጥሩ።            | እሱ [ሄደ]።
          """)
  void aSnippetIsAWholeSentenceInAnyScript(
      String language, String query, String text, String snippet) {
    try (LuceneSearchEngine engine =
        TestIndex.engine(folder, article(language, "a", List.of(text)))) {
      assertThat(engine.search(SearchRequest.of(parsed(query))).hits().getFirst().snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly(snippet);
    }
  }

  private LuceneSearchEngine engineOfKinds() {
    return TestIndex.engine(
        folder,
        article("de-AT", "austrian", List.of("Der Jänner")),
        article("de", "german", List.of("Der Januar")),
        article("pt-BR", "brazilian", List.of("O trem")),
        article("", "unknown", List.of("Неизвестно на каком языке")));
  }

  private static List<String> found(LuceneSearchEngine engine, String query) {
    return TestIndex.ids(engine, parsed(query));
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.of(2026, 1, 1)).root();
  }
}
