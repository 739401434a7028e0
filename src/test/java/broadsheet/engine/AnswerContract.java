package broadsheet.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.AnswerSentence;
import broadsheet.engine.result.FoundAnswers;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question is answered by a sentence of an article. */
class AnswersTest {

  private static final String ANSWER = "The ferry Aurora sank off Lantern Bay with 12 containers.";

  @TempDir private static Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void index() {
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
    engine = TestIndex.engine(folder, articles.toArray(Article[]::new));
  }

  private static Article article(String id, String... paragraphs) {
    return Article.withId(id)
        .title("Report " + id)
        .paragraphs(List.of(paragraphs))
        .language("en")
        .build();
  }

  private static SearchResults search(String query) {
    return engine.search(SearchRequest.of(QueryParser.parse(query, LocalDate.EPOCH).root()));
  }

  private static List<String> sentences(Hit hit) {
    return hit.answers().stream().map(AnswerSentence::text).map(MarkedText::text).toList();
  }

  @Test
  void theSentenceWithTheKindOfAnswerThatIsAskedForComesFirst() {
    Hit first = search("how many containers sank with the ferry off Lantern Bay").hits().getFirst();
    assertThat(first.id()).isEqualTo("sunk");
    assertThat(sentences(first)).startsWith(ANSWER);
    assertThat(first.answers().getFirst().text().isMarked()).isTrue();
  }

  @Test
  void likelyAnswersAreThoseOfTheBestArticleFirst() {
    FoundAnswers answers =
        FoundAnswers.of(search("how many containers sank with the ferry off Lantern Bay").hits());
    assertThat(answers.byArticle().getFirst().sentence().text().text()).isEqualTo(ANSWER);
    assertThat(answers.likelihood()).isBetween(0.2, 1.0);
    assertThat(answers.all()).hasSizeLessThanOrEqualTo(FoundAnswers.MOST);
  }

  @Test
  void whatTheArchiveHardlySpeaksOfIsRefused() {
    FoundAnswers answers =
        FoundAnswers.of(
            search("how many goals did the goalkeeper of Northport save at noon in April").hits());
    assertThat(answers).isEqualTo(FoundAnswers.NONE);
  }

  @Test
  void queriesThatAskNothingHaveNoAnswers() {
    assertThat(search("ferry containers Lantern Bay").hits())
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.answers()).isEmpty());
  }
}
