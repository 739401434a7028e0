package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.CanonicalText;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryForm;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every row of the table of query forms, as shown in the documentation and on the help page. */
class QueryFormsTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 6, 20);
  static final List<QueryForm> FORMS = QueryForm.ALL;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @FieldSource("FORMS")
  void everyExampleIsReadWithoutRepair(QueryForm form) {
    assertThat(form.examples()).isNotEmpty();
    for (String example : form.examples()) {
      ParsedQuery query = QueryParser.parse(example, TODAY);
      assertThat(query.notes()).as(example).isEmpty();
      String canonical = CanonicalText.of(query.root());
      assertThat(QueryParser.parse(canonical, TODAY).root()).isEqualTo(query.root());
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("FORMS")
  void everyPatternFindsSomethingInAnArchiveWhoseWordsItIsGiven(QueryForm form) {
    String query =
        form.pattern()
            .replace("{one}", "harbour")
            .replace("{other}", "ferry")
            .replace("{pair}", "harbour talks")
            .replace("{stem}", "harbo")
            .replace("{year}", "2023");
    Article both =
        TestIndex.article(
                "both", "The harbour talks on the ferry go on.", "A harbour. ".repeat(300))
            .toBuilder()
            .title("Harbour talks")
            .publishedAt(PublicationDate.stated("2023-06-18"))
            .build();
    Article one = TestIndex.article("one", "The harbour is shut.");
    try (LuceneSearchEngine engine = TestIndex.engine(folder, both, one)) {
      ParsedQuery parsed = QueryParser.parse(query, TODAY);
      assertThat(parsed.notes()).as(query).isEmpty();
      assertThat(engine.search(SearchRequest.of(parsed.root())).total()).as(query).isPositive();
    }
  }

  /** Each form once, with the articles it finds and does not find. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "harbour ferry # near far",
        "'\"harbour ferry\"' # near",
        "'\"the * ferry\"' # near",
        "tide OR storm # tide",
        "harbour -ferry # tide",
        "harbour w/2 ferry # near",
        "ferry w/6 harbour # near far",
        "ferry ADJ/6 harbour # far",
        "ferry w/s harbour # near",
        "ferry w/p harbour # near",
        "harbour NOT w/2 ferry # far tide",
        "ATLEAST/2 harbour # far",
        "ATLEAST/2 (harbour OR tide) # far tide",
        "=harbours # far",
        "harb* w/3 tide # tide",
        "farry~ # near far",
        "'\"ferry harbour\"~2' # near",
        "title:(harbour w/3 tide) # tide",
      })
  void everyFormFindsWhatItSays(String query, String ids) {
    Article near = TestIndex.article("near", "At the harbour ferry men wait.");
    Article far =
        TestIndex.article("far", "No ferry came today.", "The harbour slept; harbours do.");
    Article tide =
        TestIndex.article("tide", "It rises.").toBuilder().title("Harbour at high tide").build();
    try (LuceneSearchEngine engine = TestIndex.engine(folder, near, far, tide)) {
      assertThat(fullMatches(engine, query)).containsExactlyInAnyOrder(ids.split(" ", -1));
    }
  }

  private static List<String> fullMatches(LuceneSearchEngine engine, String query) {
    SearchResults results = engine.search(SearchRequest.of(QueryParser.parse(query, TODAY).root()));
    return TestIndex.ids(results).subList(0, results.tiers().onPage());
  }

  @Test
  void whatCannotBeCountedIsSaidToBeEnoughOnce() {
    try (LuceneSearchEngine engine =
        TestIndex.engine(folder, TestIndex.article("one", "The harbour is shut."))) {
      var mixed = QueryParser.parse("ATLEAST/3 (harbour OR date:2023)", TODAY).root();
      SearchResults results = engine.search(SearchRequest.of(mixed));
      assertThat(results.total()).isEqualTo(1);
      assertThat(Note.texts(results.notes())).anyMatch(note -> note.contains("ATLEAST as once"));
      var any = QueryParser.parse("ATLEAST/3 title:*", TODAY).root();
      assertThat(Note.texts(engine.search(SearchRequest.of(any)).notes()))
          .anyMatch(note -> note.contains("one match was enough"));
    }
  }
}
