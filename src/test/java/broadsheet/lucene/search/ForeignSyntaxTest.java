package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import broadsheet.ForeignSyntax;
import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.CanonicalText;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text causes an exception, whatever syntax it is in and however mangled. */
class ForeignSyntaxTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
  private static final int READ = 2_000;
  private static final int SEARCHED = 150;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void index() {
    engine =
        TestIndex.engine(
            folder,
            dated("en", "a", "1987-03-04", "The trade war over tariffs began in 1987."),
            dated("en", "b", "2013-10-01", "A spy balloon was seen above the U.S. in 2013."),
            dated("de", "c", "2010", "Der Handel mit China ruhte."),
            dated("", "d", "", "Apple and bank shares fell; O’Neill’s C++ code ran."),
            TestIndex.article("ja", "e", List.of("東京都の話。中国と米国。")));
  }

  private static Article dated(String language, String id, String day, String text) {
    Article article = TestIndex.article(language, id, List.of(text));
    return Article.withId(id)
        .title(article.title())
        .paragraphs(article.paragraphs())
        .language(language)
        .source("Evening Lantern")
        .authors(List.of("R. Vale"))
        .url("https://lantern.example/" + id)
        .publishedAt(day.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(day))
        .build();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void everyPieceIsAnswered() {
    assertThat(ForeignSyntax.all()).hasSizeGreaterThan(200);
    for (String text : ForeignSyntax.all()) {
      tried(text, () -> assertAnswered(text));
    }
  }

  @Test
  void whateverIsPastedTogetherIsRead() {
    Seeds.each(
        2,
        random -> {
          for (int i = 0; i < READ; i++) {
            String text = ForeignSyntax.pasted(random);
            tried(text, () -> assertRead(text));
          }
        });
  }

  @Thorough
  @Test
  void whateverIsPastedTogetherIsAnswered() {
    Seeds.each(
        2,
        random -> {
          for (int i = 0; i < SEARCHED; i++) {
            String text = ForeignSyntax.pasted(random);
            tried(text, () -> assertAnswered(text));
          }
        });
  }

  private static void tried(String text, Runnable trial) {
    try {
      trial.run();
    } catch (RuntimeException e) {
      fail("«" + text + "» gives " + e, e);
    }
  }

  private static ParsedQuery assertRead(String text) {
    ParsedQuery query = QueryParser.parse(text, TODAY);
    assertThat(query.reading()).as(text).isNotBlank();
    String canonical = CanonicalText.of(query.root());
    assertThat(QueryParser.parse(canonical, TODAY).root())
        .as("«%s» as «%s»", text, canonical)
        .isEqualTo(query.root());
    return query;
  }

  private static void assertAnswered(String text) {
    ParsedQuery query = assertRead(text);
    assertThat(engine.search(SearchRequest.of(query.root())).clauses())
        .extracting(clause -> CanonicalText.of(clause.clause()))
        .doesNotContainNull();
    assertThat(engine.suggest(text, 5)).hasSizeLessThanOrEqualTo(5);
    assertThat(engine.find("a", query.root())).isPresent();
    engine.rank(SearchRequest.of(query.root()), 10);
    engine.explain(SearchRequest.of(query.root()), "a");
    engine.export(SearchRequest.of(query.root()), article -> assertThat(article.id()).isNotEmpty());
  }
}
