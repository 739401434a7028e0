package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Filters;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.query.ScopeFilters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the archive has any article at all within the limits of a search. */
abstract class ScopeContract extends SharedArchiveContract {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  @Override
  List<Article> articles() {
    return List.of(
        Article.withId("1")
            .title("Harbour story")
            .source("Evening Lantern")
            .language("en")
            .publishedAt(PublicationDate.stated("1987-02-26"))
            .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date:1987-02 harbour                    | true
          date:1986 harbour                       | false
          date:1986                               | false
          source:lantern harbour                  | true
          source:gazette AND harbour              | false
          (harbour OR pier) date:1987 source:lantern | true
          (harbour OR pier) date:1988 source:lantern | false
          harbour OR date:1986                    | true
          harbour -date:1987                      | true
          nowhere                                 | true
          date:unknown nothing                    | false
          """)
  void confinesOfAQueryHoldArticlesOrNone(String query, boolean isAny) {
    QueryNode confines = ScopeFilters.of(QueryParser.parse(query, TODAY).root());
    assertThat(engine.hasAny(confines, Filters.none())).isEqualTo(isAny);
  }

  @Test
  void filtersHoldArticlesOrNone() {
    QueryNode everything = new QueryNode.Everything();
    assertThat(engine.hasAny(everything, from("1987-02-26"))).isTrue();
    assertThat(engine.hasAny(everything, from("1987-02-27"))).isFalse();
  }

  private static Filters from(String day) {
    return new Filters(Optional.of(LocalDate.parse(day)), Optional.empty(), Map.of());
  }
}
