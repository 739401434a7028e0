package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.AnswerSentence;
import broadsheet.engine.result.FoundAnswers;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question is answered by a sentence of an article. */
abstract class AnswerContract extends SharedArchiveContract {

  private static final String ANSWER = "The ferry Aurora sank off Lantern Bay with 12 containers.";
  private static final String QUESTION = "how many containers sank with the ferry off Lantern Bay";

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    articles.add(
        article(
            "sunk",
            "A ferry and its containers were insured.",
            "How many containers sank with the ferry, asked the mayor of Lantern Bay?",
            ANSWER,
            "Nobody was hurt."));
    articles.add(article("other", "The ferry to Lantern Bay is late again."));
    for (int i = 0; i < 40; i++) {
      articles.add(article("noise" + i, "A train left for town " + i + " at noon."));
    }
    return articles;
  }

  private static Article article(String id, String... paragraphs) {
    return Article.withId(id)
        .title("Report " + id)
        .paragraphs(List.of(paragraphs))
        .language("en")
        .build();
  }

  private SearchResults search(String query, SortOrder order, int page, int size) {
    QueryNode root = QueryParser.parse(query, LocalDate.EPOCH).root();
    return engine.search(new SearchRequest(root, Filters.none(), order, page, size));
  }

  private List<Hit> hits(String query) {
    return search(query, SortOrder.RELEVANCE, 1, 10).hits();
  }

  @Test
  void theSentenceWithTheKindOfAnswerThatIsAskedForComesFirst() {
    Hit first = hits(QUESTION).getFirst();
    assertThat(first.id()).isEqualTo("sunk");
    assertThat(first.answers().stream().map(AnswerSentence::text).map(MarkedText::text))
        .startsWith(ANSWER);
    assertThat(first.answers().getFirst().text().isMarked()).isTrue();
    assertThat(first.answers().getFirst().share()).isGreaterThan(0.9);
  }

  @Test
  void likelyAnswersAreThoseOfTheBestArticleFirst() {
    FoundAnswers answers = FoundAnswers.of(hits(QUESTION));
    assertThat(answers.byArticle().getFirst().sentence().text().text()).isEqualTo(ANSWER);
    assertThat(answers.likelihood()).isBetween(0.2, 1.0);
    assertThat(answers.all()).hasSizeLessThanOrEqualTo(FoundAnswers.MOST);
  }

  @Test
  void whatTheArchiveHardlySpeaksOfIsRefused() {
    String unknown = "how many goals did the goalkeeper of Northport save at noon in April";
    assertThat(FoundAnswers.of(hits(unknown))).isEqualTo(FoundAnswers.NONE);
  }

  @Test
  void queriesThatAskNothingHaveNoAnswersNorHaveFurtherPagesAndOtherOrders() {
    assertThat(hits("ferry containers Lantern Bay"))
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.answers()).isEmpty());
    assertThat(search(QUESTION, SortOrder.NEWEST, 1, 10).hits())
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.answers()).isEmpty());
    assertThat(search(QUESTION, SortOrder.RELEVANCE, 2, 1).hits())
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.answers()).isEmpty());
  }
}
