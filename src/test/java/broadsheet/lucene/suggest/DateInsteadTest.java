package broadsheet.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DateInsteadTest {

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void index() {
    engine =
        TestIndex.engine(
            folder,
            article("then", "1987-03-12", "Cocoa prices fell again today."),
            article("later", "1990-01-01", "Cocoa prices of March 1987 are recalled."));
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

  private static SearchResults found(String text, Filters filters) {
    return engine.search(
        new SearchRequest(
            QueryParser.parse(text, LocalDate.EPOCH).root(), filters, SortOrder.RELEVANCE, 1, 10));
  }

  private static List<String> offered(String text) {
    return found(text, Filters.none()).dateInstead();
  }

  @Test
  void isOfferedWhetherOrNotTheWordsFindSomething() {
    assertThat(found("cocoa March 1987", Filters.none()).tiers().all()).isEqualTo(1);
    assertThat(offered("cocoa March 1987")).containsExactly("cocoa date:1987-03");
    assertThat(offered("prices 12 mars 1987"))
        .containsExactly("prices date:1987-03-12", "prices date:1987-03");
  }

  @Test
  void aDateInDigitsIsOffered() {
    assertThat(offered("prices 1987-03")).containsExactly("prices date:1987-03");
    assertThat(offered("prices 03/12/1987")).containsExactly("prices date:1987-03-12");
    assertThat(offered("12/03/1987")).containsExactly("date:1987-03-12");
    assertThat(found("1987-03-12", Filters.none()).total()).isEqualTo(1);
  }

  @Test
  void isOfferedOnlyWhereItFindsSomething() {
    assertThat(offered("coffee March 1987")).isEmpty();
    assertThat(offered("cocoa April 1987")).isEmpty();
    assertThat(offered("cocoa 13 March 1987")).containsExactly("cocoa date:1987-03");
    Optional<LocalDate> from = Optional.of(LocalDate.of(1989, 1, 1));
    Filters late = Filters.none().between(from, Optional.empty());
    assertThat(found("cocoa March 1987", late).dateInstead()).isEmpty();
  }
}
