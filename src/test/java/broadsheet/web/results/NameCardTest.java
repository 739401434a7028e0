package broadsheet.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
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
            about("a", List.of("Élodie O'Brien"), List.of("Port")),
            about("b", List.of("Élodie O'Brien", "Port"), List.of()),
            about("c", List.of("Port"), List.of()));
  }

  private static Article about(String id, List<String> people, List<String> organisations) {
    return Article.withId(id)
        .title("Port calls for " + id)
        .paragraphs(List.of("Élodie O'Brien spoke of the port."))
        .people(people)
        .organisations(organisations)
        .build();
  }

  private static Optional<NameCard> card(String query) {
    return NameCard.of(
        query, engine.search(SearchRequest.of(QueryParser.parse(query, LocalDate.EPOCH).root())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Élodie O'Brien", "elodie o’brien", "\"Elodie O'Brien\"", " ÉLODIE O'BRIEN "})
  void theNameIsFoundAsTyped(String query) {
    assertThat(card(query))
        .contains(
            new NameCard("person", "Élodie O'Brien", 2, "/name/person/%C3%89lodie%20O%27Brien"));
    assertThat(card(query).map(NameCard::facts)).contains("person, 2 articles");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Élodie", "Élodie O'Brien spoke", "person:\"Élodie O'Brien\"", "calls"})
  void nothingElseIsAName(String query) {
    assertThat(card(query)).isEmpty();
  }

  @Test
  void ofSeveralKindsTheMostFrequentCounts() {
    assertThat(card("port").map(NameCard::kind)).contains("person");
  }
}
