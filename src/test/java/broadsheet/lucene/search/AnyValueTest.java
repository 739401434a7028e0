package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.article.WordPlaces;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.ledger.Source;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.LuceneIndexingSession;
import broadsheet.query.CanonicalText;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryField;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An open range, however it is typed, finds the articles that have the field. */
class AnyValueTest {

  private static final List<String> FORMS =
      List.of(
          "*",
          "**",
          "*..*",
          "..*",
          "*..",
          ">*",
          ">=*",
          "<*",
          "<=*",
          "=*",
          "[* TO *]",
          "{* TO *}",
          "[* TO *}",
          "{* TO *]",
          "[*TO*]",
          "[ * to * ]",
          "[*..*]",
          "[** TO **]",
          "*^2",
          "[* TO *]^2");

  private static final Set<QueryField> OF_ALL =
      Set.of(QueryField.ID, QueryField.WORDS, QueryField.COLLECTION);

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void index() {
    Article full =
        Article.withId("full")
            .title("Harbour opens")
            .standfirst("Ships return.")
            .dateline("LISBON, March 3")
            .paragraphs(
                List.of(
                    "The harbour opened again.",
                    "“Grain ships came back to us at last,” Mr. Robert Vale said."))
            .captions(List.of("The harbour"))
            .corrections(List.of("It opened on Monday."))
            .related(List.of("Ferry fares"))
            .source("Evening Lantern")
            .section("Trade")
            .edition("Late")
            .correctionOf("earlier")
            .authors(List.of("R. Vale"))
            .topics(List.of("ports"))
            .places(List.of("Lisbon"))
            .people(List.of("R. Vale"))
            .organisations(List.of("Harbour Board"))
            .speakers(List.of("R. Vale"))
            .language("en")
            .url("https://lantern.example/harbour")
            .publishedAt(PublicationDate.stated("1987-03-03"))
            .positions(
                new Positions(List.of(new PrintedPage(1, "A1", 0, 0, "")), WordPlaces.NONE, 83))
            .build();
    try (IndexingSession session =
        LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.FIND)) {
      session.add(Article.withId("bare").build());
      session.commit(List.of(new Source("/test", "")));
    }
    TestIndex.update(folder, "/test/new", List.of(full));
    engine = LuceneSearchEngine.open(folder);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  static Stream<Arguments> fieldsAndForms() {
    return Arrays.stream(QueryField.values())
        .filter(field -> field != QueryField.FURNITURE) // one article alone has none
        .flatMap(field -> FORMS.stream().map(form -> Arguments.of(field, form)));
  }

  @ParameterizedTest(name = "{0}:{1}")
  @MethodSource("fieldsAndForms")
  void findsTheArticlesThatHaveTheField(QueryField field, String form) {
    String text = field.label() + ":" + form;
    boolean isOfAll = OF_ALL.contains(field);
    assertThat(ids(text)).contains("full").hasSize(isOfAll ? 2 : 1);
    assertThat(ids("-" + text)).isEqualTo(isOfAll ? List.of() : List.of("bare"));
    assertThat(parsed(text).notes()).isEmpty();
    String canonical = CanonicalText.of(parsed(text).root());
    assertThat(canonical).startsWith(field.label() + ":*");
    assertThat(parsed(canonical).root()).isEqualTo(parsed(text).root());
  }

  @ParameterizedTest(name = "{0}:({1})")
  @MethodSource("fieldsAndForms")
  void belongsToTheFieldOfItsGroup(QueryField field, String form) {
    String text = field.label() + ":(" + form + ")";
    assertThat(ids(text)).isEqualTo(ids(field.label() + ":" + form));
    assertThat(ids("-" + text)).isEqualTo(ids("-" + field.label() + ":" + form));
    assertThat(ids("harbour " + field.label() + ":((" + form + ") OR zeppelin)"))
        .containsExactly("full");
    assertThat(parsed(text).notes()).isEmpty();
  }

  @Test
  void inAGroupWithoutAFieldItIsAsIfItWereNotThere() {
    for (String text : List.of("(a NOT * b)", "(a OR * b)", "(a * OR b)", "(a w/3 * b)")) {
      assertThat(parsed(text).root()).as(text).isEqualTo(parsed(text.replace("* ", "")).root());
    }
    assertThat(parsed("title:(oil w/3 * price)").root())
        .isEqualTo(parsed("title:(oil w/3 price)").root());
    assertThat(parsed("(title:(*) OR *)").root()).isEqualTo(parsed("title:*").root());
  }

  @Test
  void isSaidInPlainWords() {
    assertThat(parsed("date:[* TO *]").reading()).isEqualTo("of any known date");
    assertThat(parsed("-date:[* TO *]").reading()).isEqualTo("of unknown date");
    assertThat(parsed("words:>=*").reading()).isEqualTo("any number of words");
    assertThat(parsed("quality:>80").reading()).isEqualTo("scan quality at least 81%");
    assertThat(parsed("quality:50..80").reading()).isEqualTo("scan quality 50 to 80%");
    assertThat(parsed("quality:*").reading()).isEqualTo("of known scan quality");
    assertThat(parsed("author:[* TO *]").reading()).isEqualTo("author: anything");
  }

  @Test
  void inNoFieldItIsLeftOutWithANote() {
    for (String text :
        List.of(
            "[* TO *]", "{* TO *}^2", "-[*TO*]", "harbour [* TO *]", "harbour (*)", "(* OR *)")) {
      assertThat(parsed(text).notes()).anyMatch(note -> note.contains("every article has it"));
      assertThat(ids(text)).contains("full");
    }
  }

  @Test
  void endsThatHoldNothingAreNoError() {
    for (String text : List.of("title:[- TO -]", "date:[. TO /]", "[- TO *]", "words:{- TO .}")) {
      assertThat(ids(text)).as(text).hasSize(2);
    }
  }

  private static List<String> ids(String text) {
    return TestIndex.ids(engine.search(SearchRequest.of(parsed(text).root())));
  }

  private static ParsedQuery parsed(String text) {
    return QueryParser.parse(text, LocalDate.of(2026, 1, 15));
  }
}
