package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.FoundCount;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.PartialMatchesNote;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.TimeUpNote;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every engine gives the same notes. */
abstract class NoteContract extends SharedArchiveContract {

  @Override
  List<Article> articles() {
    String many =
        IntStream.range(0, 1_200).mapToObj(i -> "lot" + i).collect(Collectors.joining(" "));
    return List.of(
        article("both", "The ferry met the storm."),
        article("ferry", "A ferry left."),
        article("storm", "A storm came.").toBuilder().source("Post").build(),
        article("many", many));
  }

  private List<Note> notes(String query) {
    return engine.search(SearchRequest.of(parsed(query))).notes();
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  @Test
  void queryThatIsSearchedAsTypedHasNoNotes() {
    assertThat(notes("left")).isEmpty();
    assertThat(notes("ferry AND storm")).isEmpty();
  }

  @Test
  void stopWordsAreNamed() {
    assertThat(notes("did the ferry")).contains(new Note.StopWords(List.of("did", "the")));
  }

  @Test
  void thoseThatHaveSomeOfItAreSaidToFollow() {
    Note one = new PartialMatchesNote(1, 2, true, false);
    SearchResults both = engine.search(SearchRequest.of(parsed("ferry storm")));
    assertThat(both.tiers().note()).contains(one);
    assertThat(notes("ferry zebra")).contains(new PartialMatchesNote(0, 2, true, false));
    assertThat(notes("ferry zebra =storm")).contains(new PartialMatchesNote(0, 3, false, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ferry zebra | No article has both. 2 have ferry.",
        "ferry storm | 1 article",
        "ferry | 2 articles",
        "storm ferry zebra | No article has all 3 words. 3 have some of them.",
        "zebra | 0 articles",
      })
  void whereNoArticleHasAllOfItTheCountSaysWhatTheyHave(String query, String count) {
    assertThat(FoundCount.of(engine.search(SearchRequest.of(parsed(query))))).isEqualTo(count);
  }

  @Test
  void partsThatAreSearchedOtherwiseThanTypedAreNamed() {
    assertThat(notes("lot*"))
        .containsExactly(new Note.Part("lot*", Note.Part.Treatment.MOST_FREQUENT_WORDS));
    assertThat(engine.search(SearchRequest.of(new QueryNode.Word("§"))).notes())
        .containsExactly(new Note.Part("§", Note.Part.Treatment.LEFT_OUT));
    assertThat(engine.search(SearchRequest.of(new QueryNode.Phrase("* storm", 0))).notes())
        .extracting(Note::getClass)
        .containsOnly(Note.Part.class);
  }

  @Test
  void longerWordsThatWereLookedForAreCounted() {
    build(
        folder,
        List.of(
            article("de", "word", List.of("Das Klima in vielen langen Sätzen ohne Ende")),
            article("de", "compound", List.of("Der Klimawandel, immer nur Klimawandel")),
            article("de", "one", List.of("Wandel und Wahl")),
            article("de", "two", List.of("Wahl und Wandel")),
            article("de", "three", List.of("Konto, Wandel, Wahl")),
            article("sv", "svensk", List.of("Klimat och Kontowahl")),
            article("no", "norsk", List.of("Klimat og Kontowahl"))));
    try (SearchEngine german = open(folder)) {
      assertThat(german.search(SearchRequest.of(parsed("Klima"))).notes())
          .containsExactly(new Note.Compounds(List.of("Klima"), 1));
      assertThat(german.search(SearchRequest.of(parsed("Klima Konto Wahl KLIMA"))).notes())
          .filteredOn(Note.Compounds.class::isInstance)
          .containsExactly(new Note.Compounds(List.of("Klima", "Konto"), 2));
    }
  }

  @Test
  void whatWouldMatchWithoutTheFiltersIsCounted() {
    SearchRequest request =
        new SearchRequest(
            parsed("ferry"),
            Filters.none().with(FacetField.SOURCE, List.of("Post")),
            SortOrder.RELEVANCE,
            1,
            10);
    assertThat(engine.search(request).notes()).contains(new Note.WithoutFilters(2, true));
  }

  /** Filters beside the query count as well as fields and ranges in it. */
  @Test
  void theFiltersThatExcludeAreNamedAndNoOtherSpellingIsOffered() {
    build(
        folder,
        List.of(
            post("in", "2020-02-03", "Times", "Word from Wuhan."),
            post("after", "2021-02-03", "Post", "Word from Wuhan."),
            post("other", "2020-02-03", "Post", "When, what woman said.")));
    Note source = new Note.WithoutFilters(List.of("source:Post"), 1, true);
    Note dates = new Note.WithoutFilters(List.of("the dates"), 1, true);
    Note both = new Note.WithoutFilters(List.of("source:Post", "the dates"), 2, true);
    try (SearchEngine all = open(folder)) {
      SearchResults typed =
          all.search(SearchRequest.of(parsed("Wuhan source:Post date:2020-01..2020-02")));
      assertThat(typed.notes()).containsExactly(source, dates, both);
      assertThat(typed.didYouMean()).isEmpty();
      Filters post = Filters.none().with(FacetField.SOURCE, List.of("Post"));
      SearchResults mixed =
          all.search(SearchRequest.of(parsed("Wuhan date:2020-01..2020-02"), post));
      assertThat(mixed.notes()).contains(source, dates).hasSize(3);
      assertThat(all.search(SearchRequest.of(parsed("Wuhann source:Post"))).didYouMean())
          .containsExactly("Wuhan source:Post");
    }
  }

  private static Article post(String id, String date, String source, String text) {
    return article(id, text).toBuilder()
        .publishedAt(PublicationDate.stated(date))
        .source(source)
        .build();
  }

  @Test
  void searchWithoutTimeSaysSo() {
    build(folder, articles());
    Duration limit = Duration.ofNanos(1);
    try (SearchEngine hurried = open(folder, limit)) {
      SearchResults results = hurried.search(SearchRequest.of(parsed("ferry")));
      assertThat(results.completeness()).isEqualTo(Completeness.TIME_UP);
      assertThat(results.notes()).contains(new TimeUpNote(limit, TimeUpNote.State.NOTHING));
    }
  }

  @Test
  void searchByMeaningInAnArchiveWithoutItIsSaidToBeByWords() {
    Note byWords = new Note.NotByMeaning(engine.missingMeaning().orElseThrow());
    SearchRequest request = SearchRequest.of(parsed("ferry")).in(SearchMode.HYBRID);
    assertThat(engine.search(request).total()).isEqualTo(2);
    assertThat(engine.search(request).notes()).contains(byWords);
    assertThat(
            engine
                .explain(SearchRequest.of(request.query()).in(SearchMode.HYBRID), "ferry")
                .orElseThrow()
                .notes())
        .contains(byWords);
  }
}
