package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Hit;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.query.tree.PlainWords;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoneYearSearchTest {

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void index() {
    List<Article> articles = new ArrayList<>();
    articles.add(article("text", "2016-02-01", "The shutdown of 2013 is recalled here."));
    articles.add(article("date", "2013-10-01", "The shutdown of offices goes on today."));
    articles.add(article("neither", "2016-02-01", "The shutdown of offices was long ago."));
    for (int i = 0; i < 20; i++) {
      articles.add(article("other" + i, "2016-02-01", "Grain ships came to harbour " + i + "."));
    }
    engine = TestIndex.engine(folder, articles.toArray(Article[]::new));
  }

  private static Article article(String id, String day, String text) {
    return Article.withId(id)
        .title("Untold " + id)
        .paragraphs(List.of(text))
        .language("en")
        .publishedAt(PublicationDate.stated(day))
        .build();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static QueryNode parsed(String text) {
    return QueryParser.parse(text, LocalDate.of(2026, 1, 15)).root();
  }

  @Test
  void isMetByTheYearOfPublicationBelowThoseWhoseTextHasIt() {
    List<Hit> hits = engine.search(SearchRequest.of(parsed("shutdown 2013"))).hits();
    assertThat(hits).extracting(Hit::id).containsExactly("text", "date", "neither");
    assertThat(hits)
        .extracting(Hit::missing)
        .containsExactly(List.of(), List.of(), List.of("2013"));
    assertThat(hits.getFirst().score()).isGreaterThan(hits.get(1).score());
  }

  @Test
  void isPartOfWhatIsSearchedByMeaning() {
    assertThat(PlainWords.of(parsed("shutdown 2013")))
        .contains(new PlainWords("shutdown 2013", List.of()));
  }

  @Test
  void isExplained() {
    for (Hit hit : engine.search(SearchRequest.of(parsed("shutdown 2013"))).hits()) {
      Explanation why =
          engine.explain(SearchRequest.of(parsed("shutdown 2013")), hit.id()).orElseThrow();
      assertThat(why.units().stream().anyMatch(Explanation.Unit::isMissing))
          .isEqualTo(!hit.missing().isEmpty());
      assertThat(why.units()).extracting(Explanation.Unit::text).contains("2013", "date:2013");
    }
  }
}
