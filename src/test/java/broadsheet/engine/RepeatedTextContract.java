package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that a source repeats is searched by name, and everywhere where the query says so. */
abstract class RepeatedTextContract extends SharedArchiveContract {

  private static final String BOX =
      "Subscribe to the morning newsletter for the latest headlines from across the country. Our"
          + " reporters send the ferry forecast and the harbour briefing every weekday before"
          + " breakfast.";

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      articles.add(of("Gazette", "g" + i, i));
    }
    articles.add(of("Post", "p", 4));
    return articles;
  }

  /** Shares no long word with another but those of the box. */
  private static Article of(String source, String id, int number) {
    String opening = number == 0 ? "The mayor spoke at the harbour." : "Nothing happened at all.";
    String own =
        IntStream.range(0, 80)
            .mapToObj(i -> "word" + (char) ('a' + number) + (char) ('a' + i / 26) + letter(i))
            .collect(Collectors.joining(" "));
    return article(id, opening, own + ".", BOX, "It ended there.").toBuilder()
        .source(source)
        .build();
  }

  private static char letter(int i) {
    return (char) ('a' + i % 26);
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  private SearchResults found(String query) {
    return engine.search(SearchRequest.of(parsed(query)).unfolded());
  }

  private static List<String> ids(SearchResults results) {
    return SearchAnswers.ids(results).stream().sorted().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "briefing | p",
        "briefing furniture:hide | p",
        "briefing furniture:show | g0 g1 g2 g3 p",
        "FURNITURE:SHOW body:briefing | g0 g1 g2 g3 p",
        "title:briefing furniture:show | ",
        "mayor AND briefing furniture:show | g0",
        "mayor AND briefing | ",
        "mayor -briefing | g0",
        "mayor -briefing furniture:show | ",
        "-briefing | g0 g1 g2 g3",
        "-briefing furniture:show | ",
        "(mayor OR newsletter) source:Gazette furniture:show | g0 g1 g2 g3",
        "\"harbour briefing\" furniture:show | g0 g1 g2 g3 p",
        "\"briefing the harbour\"~4 furniture:show | g0 g1 g2 g3 p",
        "brief* furniture:show | g0 g1 g2 g3 p",
        "brifing~1 furniture:show | g0 g1 g2 g3 p",
        "=reporters furniture:show | g0 g1 g2 g3 p",
        "forecast w/4 briefing furniture:show | g0 g1 g2 g3 p",
        "body:(forecast w/4 briefing) furniture:show | g0 g1 g2 g3 p",
        "body:forecast w/4 briefing furniture:show | g0 g1 g2 g3 p",
        "body:forecast w/4 furniture:briefing | ",
        "briefing NOT w/4 forecast furniture:show | ",
        "forecast w/s newsletter furniture:show | ",
        "forecast w/p newsletter furniture:show | g0 g1 g2 g3 p",
        "ATLEAST/2 harbour | ",
        "ATLEAST/2 harbour furniture:show | g0",
        "newsletter forecast breakfast furniture:show | g0 g1 g2 g3 p",
        "furniture:show | g0 g1 g2 g3 p",
        "furniture:briefing | g0 g1 g2 g3",
        "furniture:mayor | ",
        "furniture:(newsletter OR mayor) | g0 g1 g2 g3",
        "furniture:(forecast w/4 briefing) | g0 g1 g2 g3",
        "furniture:\"harbour briefing\" mayor | g0",
        "furniture:* | g0 g1 g2 g3",
        "briefing -furniture:briefing | p",
        "mayor -furniture:briefing | "
      })
  void repeatedTextIsSearchedWhereTheQuerySaysSo(String query, String ids) {
    assertThat(ids(engine.search(SearchRequest.of(parsed(query)).unfolded().matching(Match.ALL))))
        .isEqualTo(ids == null ? List.of() : List.of(ids.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource({"mayor briefing furniture:show", "mayor furniture:briefing"})
  void placesAreMarkedInTheBody(String query) {
    Hit hit = found(query).hits().getFirst();
    assertThat(hit.id()).isEqualTo("g0");
    assertThat(hit.snippets())
        .extracting(SearchAnswers::bracketed)
        .anyMatch(s -> s.contains("harbour [briefing] every"));
    assertThat(engine.find("g0", parsed(query)).orElseThrow().paragraphs())
        .extracting(SearchAnswers::bracketed)
        .contains("The [mayor] spoke at the harbour.", BOX.replace("briefing", "[briefing]"));
  }

  @Test
  void whatIsFoundIsCountedAndExplained() {
    SearchResults results = found("briefing furniture:show");
    assertThat(results.facets().get(FacetField.SOURCE))
        .anyMatch(source -> source.value().equals("Gazette") && source.count() == 4);
    assertThat(
            engine
                .explain(SearchRequest.of(parsed("mayor briefing furniture:show")), "g0")
                .orElseThrow()
                .units())
        .extracting(unit -> unit.text() + " " + unit.articles().orElseThrow())
        .containsExactly("mayor 1", "briefing 5");
  }

  @Test
  void whatMatchesOnlyThereIsCountedWhereNothingElseDoes() {
    Stream.of("briefing source:Gazette", "mayor briefing", "\"latest headlines\" -source:Post")
        .forEach(
            query ->
                assertThat(found(query).notes())
                    .as(query)
                    .contains(new Note.OnlyRepeated(query.startsWith("mayor") ? 1 : 4, true)));
    Stream.of("briefing", "nowhere", "briefing source:Gazette furniture:show", "mayor")
        .forEach(
            query ->
                assertThat(found(query).notes())
                    .as(query)
                    .noneMatch(Note.OnlyRepeated.class::isInstance));
  }
}
