package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language of articles that are too short to detect it. */
class AssumedLanguagesTest {

  @TempDir Path folder;

  private final List<Article> articles = new ArrayList<>();

  @Test
  void aBriefIsInTheLanguageOfItsSource() {
    articles("de", "Bote", 6);
    articles("en", "Herald", 20);
    articles.add(article("brief", "", "Bote", "Neue Häuser"));
    try (LuceneSearchEngine engine = built()) {
      assertLanguage(engine, "brief", "de", LanguageBasis.ASSUMED);
      assertThat(TestIndex.ids(engine, new QueryNode.Word("Haus"))).containsExactly("brief");
    }
  }

  @Test
  void aSourceWithFewOrMixedArticlesLeavesItToTheArchive() {
    articles("de", "Bote", 4);
    articles("fr", "Fil", 5);
    articles("de", "Fil", 5);
    articles("en", "Herald", 20);
    articles.add(article("few", "", "Bote", "Kurz"));
    articles.add(article("mixed", "", "Fil", "Bref"));
    articles.add(article("none", "", "", "Short"));
    try (LuceneSearchEngine engine = built()) {
      assertLanguage(engine, "few", "en", LanguageBasis.ASSUMED);
      assertLanguage(engine, "mixed", "en", LanguageBasis.ASSUMED);
      assertLanguage(engine, "none", "en", LanguageBasis.ASSUMED);
    }
  }

  @Test
  void noLanguageIsAssumedThatIsWrittenInAnotherScript() {
    articles("en", "Herald", 20);
    articles.add(article("brief", "", "Herald", "Коротко"));
    articles.add(article("numbers", "", "Herald", "3 : 0"));
    try (LuceneSearchEngine engine = built()) {
      assertLanguage(engine, "brief", "", LanguageBasis.UNKNOWN);
    }
  }

  @Test
  void anArchiveWithoutMajorityLeavesItUnknown() {
    articles("de", "Bote", 2);
    articles("fr", "Fil", 2);
    articles.add(article("brief", "", "", "Kurz"));
    try (LuceneSearchEngine engine = built()) {
      assertLanguage(engine, "brief", "", LanguageBasis.UNKNOWN);
    }
  }

  @Test
  void whatIsAssumedFollowsTheArticlesOfTheSource() {
    articles("de", "Bote", 6);
    articles.add(article("brief", "", "Bote", "Neue Häuser"));
    TestIndex.build(folder, articles);
    articles.clear();
    articles("en", "Bote", 10);
    TestIndex.update(folder, "/other", articles);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      assertLanguage(engine, "brief", "en", LanguageBasis.ASSUMED);
      assertThat(TestIndex.ids(engine, new QueryNode.Word("Haus"))).isEmpty();
    }
  }

  private LuceneSearchEngine built() {
    TestIndex.build(folder, articles);
    return LuceneSearchEngine.open(folder);
  }

  private void articles(String language, String source, int count) {
    for (int i = 0; i < count; i++) {
      String id = language + source + i;
      articles.add(article(id, language, source, "Text " + id));
    }
  }

  private static Article article(String id, String language, String source, String text) {
    return Article.withId(id).language(language).source(source).paragraphs(List.of(text)).build();
  }

  private static void assertLanguage(
      LuceneSearchEngine engine, String id, String language, LanguageBasis basis) {
    Article article = engine.find(id, new QueryNode.Everything()).orElseThrow().article();
    assertThat(article.language()).isEqualTo(language);
    assertThat(article.languageBasis()).isEqualTo(basis);
  }
}
