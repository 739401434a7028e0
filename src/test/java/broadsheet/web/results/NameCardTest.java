package broadsheet.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that is a name of the archive leads to the name's page. */
class NameCardTest {

  @TempDir private static Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void index() {
    engine =
        TestIndex.engine(
            folder,
            about("a", "1987-02-26", List.of("Élodie O'Brien"), List.of("Port")),
            about("b", "1990-05-10", List.of("Élodie O'Brien", "Port"), List.of()),
            about("c", "1991", List.of("Port"), List.of("Board")));
  }

  private static Article about(
      String id, String date, List<String> people, List<String> organisations) {
    return Article.withId(id)
        .title("Port calls for " + id)
        .paragraphs(List.of("Élodie O'Brien spoke of the port to the board."))
        .people(people)
        .organisations(organisations)
        .publishedAt(PublicationDate.stated(date))
        .build();
  }

  private static Optional<NameCard> card(String query) {
    return NameCard.of(
        query, engine.search(SearchRequest.of(QueryParser.parse(query, LocalDate.EPOCH).root())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Élodie O'Brien",
        "elodie o’brien",
        "\"Elodie O'Brien\"",
        " ÉLODIE O'BRIEN ",
        "person:\"Élodie O'Brien\""
      })
  void theNameIsFoundAsTyped(String query) {
    assertThat(card(query).map(NameCard::page)).contains("/name/person/%C3%89lodie%20O%27Brien");
    assertThat(card(query).map(NameCard::facts)).contains("person, 2 articles");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Élodie", "Élodie O'Brien spoke", "place:\"Élodie O'Brien\"", "calls"})
  void nothingElseIsAName(String query) {
    assertThat(card(query)).isEmpty();
  }

  @Test
  void theCardHasTheFirstAndTheLastMention() {
    NameCard named = card("Élodie O'Brien").orElseThrow().in(engine);
    assertThat(named.first()).isEqualTo(new NameCard.Mention("a", "1987-02-26"));
    assertThat(named.last()).isEqualTo(new NameCard.Mention("b", "1990-05-10"));
    assertThat(named.href(new NameCard.Mention("b", "1990-05-10")))
        .isEqualTo("/article/b?q=person%3A%22%C3%89lodie+O%27Brien%22#hit-1");
    assertThat(new NameCard.Mention("b", "1990-05-10").date().text()).isEqualTo("10 May 1990");
    assertThat(named.quotes()).isNull();
    assertThat(card("board").orElseThrow().in(engine).last()).isNull();
  }

  @Test
  void ofSeveralKindsTheMostFrequentCounts() {
    assertThat(card("port").map(NameCard::kind)).contains("person");
  }
}
