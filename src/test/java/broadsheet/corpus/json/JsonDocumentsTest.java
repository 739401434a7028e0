package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate.Origin;
import broadsheet.corpus.Reading;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SourceFile;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentsTest {
  private static final String A = "{\"title\": \"A\", \"text\": \"One.\"}";
  private static final String B = "{\"title\": \"B\", \"text\": \"Two.\"}";

  @TempDir Path folder;

  private Reading read(String json) {
    return Reading.of(folder, "news.json", json);
  }

  private void assertAAndB(String json) {
    Reading reading = read(json);
    assertThat(reading.articles()).as(json).extracting(Article::title).containsExactly("A", "B");
    assertThat(reading.articles())
        .as(json)
        .flatExtracting(Article::locations)
        .containsExactly("news.json#1", "news.json#2");
    assertThat(reading.entries()).as(json).isEmpty();
  }

  @Test
  void editionCaptionsAndCorrectionsAreRead() {
    Article article =
        read("""
        {"title": "A", "text": "One.", "edition": "Late",
         "captions": ["The mayor <b>cuts</b> the ribbon.", "", {"text": "A ferry."}],
         "correctionNote": "The bridge opened on Monday."}
        """)
            .only();
    assertThat(article.edition()).isEqualTo("Late");
    assertThat(article.captions()).containsExactly("The mayor cuts the ribbon.", "A ferry.");
    assertThat(article.corrections()).containsExactly("The bridge opened on Monday.");
  }

  @Test
  void addressesAreNeitherAuthorsNorTopicsAndAnEventIsOfItsDay() {
    Article article =
        read("""
        {"title": "A", "text": "One.", "authors": ["https://a.example/ada", "Ada Rivers"],
         "tags": ["https://a.example/tag/town", "Town"], "startDate": "2018-10-27"}
        """)
            .only();
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.topics()).containsExactly("Town");
    assertThat(article.publishedAt().iso()).isEqualTo("2018-10-27");
  }

  @Test
  void soleObjectIsTheFile() {
    Article article = read("{\n  \"title\": \"A\",\n  \"text\": \"One.\"\n}\n").only();
    assertThat(article.title()).isEqualTo("A");
    assertThat(article.id()).isEqualTo("news");
    assertThat(article.locations()).containsExactly("news.json");
    assertThat(Reading.of(folder, "2023-06-18.json", A).only().publishedAt().origin())
        .isEqualTo(Origin.FILE_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A, B]",
        "[[A], [B]]",
        "A B",
        "{\"status\": \"ok\", \"totalResults\": 2, \"articles\": [A, B]}",
        "{\"response\": {\"numFound\": 2, \"docs\": [A, B], \"start\": 0}, \"x\": [1]}",
        "{\"stories\": [A, B], \"next\": \"x\"}",
        "{\"whatever\": [A, B]}",
        "{\"title\": \"A list\", \"items\": [A, B]}",
        "{\"items\": [A, B], \"title\": \"A list\"}",
        "{\"took\": 5, \"hits\": {\"total\": {\"value\": 2}, \"hits\":"
            + " [{\"_index\": \"i\", \"_score\": 1.0, \"_source\": A}, {\"_source\": B}]}}",
        "{\"rows\": [{\"row_idx\": 0, \"row\": A}, {\"row_idx\": 1, \"row\": B}]}",
        "{\"data\": [{\"type\": \"news\", \"attributes\": A}, {\"attributes\": B}]}",
        "[{\"page\": 1, \"results\": [A]}, {\"page\": 2, \"results\": [B]}]",
        "{\"page\": 1, \"results\": [A]}\n{\"page\": 2, \"results\": [B]}\n",
        "{\"key-1\": A, \"key-2\": B, \"key-0\": {}}"
      })
  void articlesAreFoundHoweverTheyAreWrapped(String shape) {
    String json = shape.replaceAll("\\bA\\b(?! list)", "@A@").replaceAll("\\bB\\b", "@B@");
    assertAAndB(json.replace("@A@", A).replace("@B@", B));
  }

  @Test
  void listsInAnArticleAreNotArticles() {
    Article article =
        read("""
        {
          "related": [{"title": "Ferry sold", "url": "https://a.example/2"}],
          "media": [{"title": "A picture", "text": "Caption", "date": "2020-01-01"}],
          "authors": [{"name": "Ada Rivers", "url": "https://a.example/ada"}],
          "title": "Bridge opens",
          "gallery": {"title": "Pictures", "text": "Captions", "date": "2020"},
          "updates": [{"title": "Later", "text": "More.", "date": "2021-01-01"}],
          "text": "It opened."
        }
        """)
            .only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void idsOfHitsAndKeysAreKept() {
    assertThat(
            read("{\"hits\": {\"hits\": [{\"_id\": \"x1\", \"_source\": " + A + "}]}}").only().id())
        .isEqualTo("x1");
    assertThat(read("{\"key-1\": {\"title\": \"A\", \"body\": \"B\"}}").only().id())
        .isEqualTo("key-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"X\" \"text\": \"no comma\", \"tags\": [{\"x\": 1}]}",
        "{\"title\": \"X, \"text\": \"no quote\"}",
        "{\"title\": X}",
        "{\"title\": \"X\", \"text\": \"\\uzzzz\"}",
        "{\"title\": \"X\", \"text\": ]}"
      })
  void brokenElementCostsAtMostItself(String broken) {
    for (String shape :
        new String[] {"[%s, %s, %s]", "{\"news\": [%s,\n%s,\n%s], \"n\": 3}", "%s\n%s\n%s"}) {
      String json = shape.replaceFirst("%s", A).replace("%s, %s", "@, " + B).replace("%s", "@");
      String whole =
          json.replaceFirst("@", java.util.regex.Matcher.quoteReplacement(broken)).replace("@", B);
      Reading reading = read(whole);
      assertThat(reading.articles()).as(whole).extracting(Article::title).contains("A", "B");
      assertThat(reading.articles()).as(whole).hasSize(2);
      assertThat(reading.ledger().totals().failed()).as(whole).isEqualTo(1);
    }
  }

  @Test
  void detailSaysWhereItBrokeAndWhereReadingWentOn() {
    Reading reading = read("[" + A + ",\n{\"title\": X},\n" + B + "]");
    LedgerEntry entry = reading.ledger().entries(Outcome.FAILED).getFirst();
    assertThat(entry.place()).endsWith("news.json#2");
    assertThat(entry.reason()).isEqualTo("not JSON");
    assertThat(entry.detail()).startsWith("line 2: ").contains("begins with \"title\"");
  }

  @Test
  void whatIsNoObjectFailsAlone() {
    Reading reading = read("[" + A + ", 7, \"x\", null, [], " + B + "]");
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsEntry("not a JSON object", 3L);
    assertThat(reading.articles().getLast().locations()).containsExactly("news.json#5");
  }

  @Test
  void fileThatIsCutOffGivesWhatCameBefore() {
    Reading reading = read("{\"articles\": [" + A + ", " + B + ", {\"title\": \"C");
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys("ends too early: cut off or damaged");
  }

  @Test
  void elementLongerThanIsReadFailsAlone() {
    String parts = "\"x\", ".repeat(4_000_000);
    String longer = "{\"title\": \"X\", \"x\": [" + parts + "1]}";
    String longText = "{\"title\": \"X\", \"text\": \"" + "x".repeat(17 * 1024 * 1024) + "\"}";
    Reading reading = read("[" + A + "," + longer + "," + longText + "," + B + "]");
    assertThat(reading.articles()).extracting(Article::title).containsExactly("A", "B");
    assertThat(reading.ledger().totals().failed()).isEqualTo(2);
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsKey(Records.TOO_LONG);
  }

  @Test
  void deepNestingFailsAndDoesNotOverflow() {
    for (String deep : new String[] {"[", "{\"a\":", "[{\"a\":"}) {
      Reading reading = read("[" + A + ", " + deep.repeat(50_000));
      assertThat(reading.articles()).hasSize(1);
      assertThat(reading.ledger().totals().failed()).isBetween(1L, 600L);
    }
  }

  @Test
  void feedIsLeftToItsFormat() {
    String feed = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [" + A + "]}";
    assertThat(new JsonDocuments(new DateReader(Reading.TODAY)).recognise(peek(feed)))
        .isEqualTo(Recognition.NOT_MINE);
    assertThat(new JsonLines(new DateReader(Reading.TODAY)).recognise(peek(feed)))
        .isEqualTo(Recognition.NOT_MINE);
  }

  private Peek peek(String text) {
    return new Peek(new SourceFile(folder.resolve("a.json"), "a.json", 1), text, true);
  }

  @Test
  void objectWithoutTextIsSkipped() {
    Reading reading = read("{\"name\": \"a-package\", \"description\": \"x\", \"version\": \"1\"}");
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("neither title nor body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2, 3]", "[\"the\", \"of\"]"})
  void listOfWordsIsSkipped(String json) {
    assertThat(read(json).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("JSON, but not of articles");
  }

  @Test
  void whatWrapsArticlesIsNone() {
    String feed = "{\"title\": \"T\", \"link\": \"https://a.example\", \"description\": \"D\",";
    assertAAndB(feed + " \"items\": [" + A + ", " + B + "]}");
    Article article =
        read("{\"lead\": {\"text\": \"L\", \"date\": \"2020\"}, \"id\": \"1\", \"title\": \"X\"}")
            .only();
    assertThat(article.title()).isEqualTo("X");
  }

  @Test
  void firstElementOfAWrappedListMayBeTheBrokenOne() {
    Reading reading =
        read("{\"status\": \"ok\", \"news\": [{\"title\": X}, " + A + ", " + B + "]}");
    assertThat(reading.articles()).extracting(Article::title).containsExactly("A", "B");
    assertThat(reading.ledger().totals().failed()).isEqualTo(1);
  }

  @Thorough
  @Test
  void objectOfManySmallPartsIsBounded() {
    StringBuilder json = new StringBuilder("[" + A + ", {\"title\": \"X\"");
    for (int i = 0; i < 1_500_000; i++) {
      json.append(", \"k").append(i).append("\": {}");
    }
    Reading reading = read(json + "}, " + B + "]");
    assertThat(reading.articles()).extracting(Article::title).containsExactly("A", "B");
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsOnlyKeys(Records.TOO_LONG);
  }

  /** An archive as programs group it: by names of sections, or in lists of sections. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"Politics": [{"title": "Bridge", "body": "It opened."},
          {"title": "Ferry", "body": "It sank."}], "Sport": [{"title": "Match", "body": "Lost."}]}\
        """,
        """
        {"edition": "Late", "sections": [{"title": "Arts", "articles": []}, {"name": "Politics",
          "articles": [{"title": "Bridge", "body": "It opened."},
          {"title": "Ferry", "body": "It sank."}]},
          {"title": "Sport", "articles": [{"title": "Match", "body": "Lost."}]}]}\
        """,
        """
        [{"section": "Politics", "articles": [{"title": "Bridge", "body": "It opened."},
          {"title": "Ferry", "body": "It sank."}]},
          {"section": "Sport", "articles": [{"title": "Match", "body": "Lost."}]}]\
        """,
        """
        {"date": "2020-01-01", "sections": {"politics": [{"title": "Bridge", "body": "It opened."},
          {"title": "Ferry", "body": "It sank."}],
          "sport": {"articles": [{"title": "Match", "body": "Lost."}]}}}\
        """
      })
  void articlesInsideSectionsAreReadWithTheirSection(String json) {
    Reading reading = Reading.of(folder, "news.json", json);
    assertThat(reading.articles())
        .extracting(Article::title, article -> article.section().toLowerCase(Locale.ROOT))
        .containsExactly(
            tuple("Bridge", "politics"), tuple("Ferry", "politics"), tuple("Match", "sport"));
  }
}
