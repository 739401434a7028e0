package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another spelling is offered although a query finds something, where the archive shows why. */
abstract class CorrectionContract extends SharedArchiveContract {

  private static final int RIGHT = 14;

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < RIGHT; i++) {
      articles.add(article("right" + i, "Justice Ruth Bader Ginsburg spoke of the law."));
    }
    articles.add(
        article("wrong", "Justice Ruth Bader Ginsberg wrote.").toBuilder().source("Post").build());
    articles.add(article("poet0", "The poet Allen Ginsberg read."));
    articles.add(article("poet1", "The poet Allen Ginsberg sang."));
    for (int i = 0; i < 70; i++) {
      articles.add(article("migrant" + i, "Immigration rose on day " + i + "."));
      articles.add(in("nl", "stad" + i, "De waren komen op dag " + i + " in de stad aan."));
    }
    for (int i = 0; i < RIGHT; i++) {
      articles.add(article("ruled" + i, "The judge ruled."));
      articles.add(article("senator" + i, "Senator Elizabeth Warren spoke of the banks."));
    }
    articles.add(article("headline", "It began.").toBuilder().title("Justice rules").build());
    articles.add(in("fr", "emigre", "La loi sur l'imigration est votée."));
    return articles;
  }

  private static Article in(String language, String id, String text) {
    return article(id, text).toBuilder().language(language).build();
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  private SearchResults search(String query) {
    return engine.search(SearchRequest.of(parsed(query)));
  }

  @ParameterizedTest
  @CsvSource({
    "Ruth Bader Ginsberg, Ruth Bader Ginsburg",
    "bader ginsberg, bader ginsburg",
    "'\"Bader Ginsberg\"', '\"Bader Ginsburg\"'",
    "Elizabeth Waren, Elizabeth Warren",
  })
  void theNameThatFarMoreArticlesHaveIsOffered(String query, String offered) {
    assertThat(search(query).didYouMean()).containsExactly(offered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Allen Ginsberg",
        "Bader Ginsberg wrote",
        "Ginsberg",
        "Ruth Bader Ginsburg",
        "poet",
        "Ginsberg OR Bader",
        "rules",
        "rule"
      })
  void aNameOfItsOwnIsLeftAlone(String query) {
    assertThat(search(query).total()).isPositive();
    assertThat(search(query).didYouMean()).isEmpty();
  }

  /** One article of another language has the word as typed. */
  @ParameterizedTest
  @CsvSource({"imigration, immigration", "Imigration, Immigration", "IMIGRATION, IMMIGRATION"})
  void aSlipThatOneArticleHasIsOfferedAsPrinted(String query, String offered) {
    assertThat(SearchAnswers.ids(search(query))).containsExactly("emigre");
    assertThat(search(query).didYouMean()).containsExactly(offered);
  }

  @Test
  void itIsLookedForOnTheFirstPageAlone() {
    QueryNode query = parsed("bader ginsberg");
    SearchRequest second = new SearchRequest(query, Filters.none(), SortOrder.RELEVANCE, 2, 1);
    assertThat(engine.search(second).didYouMean()).isEmpty();
  }

  @Test
  void itFindsSomethingUnderTheSameFilters() {
    Filters post = Filters.none().with(FacetField.SOURCE, List.of("Post"));
    SearchResults results = engine.search(SearchRequest.of(parsed("bader ginsberg"), post));
    assertThat(SearchAnswers.ids(results)).containsExactly("wrong");
    assertThat(results.didYouMean()).isEmpty();
  }
}
