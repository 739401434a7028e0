package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other content of a file does not hide its articles, and is accounted for. */
class JsonStreamTest {

  private static final String A = "{\"title\": \"A\", \"text\": \"One.\"}";
  private static final String B = "{\"title\": \"B\", \"text\": \"Two.\"}";

  @TempDir private Path folder;

  private Reading read(String json) {
    return Reading.of(folder, "news.json", json.replace('\'', '"'));
  }

  private static String wrapped(int times, String open, String close) {
    return String.join("", Collections.nCopies(times, open))
        + A
        + String.join("", Collections.nCopies(times, close));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A 17 B", "A \"x\" B", "[A, 17, B]", "[A, null, B]", "{'articles': ['x', A, B]}"})
  void valueThatIsNoArticleIsAFailureOfItsOwn(String shape) {
    Reading reading =
        read(shape.replaceAll("\\bA\\b", "@A").replaceAll("\\bB\\b", B).replace("@A", A));
    assertThat(reading.articles()).extracting(Article::title).containsExactly("A", "B");
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::reason)
        .containsExactly("not a JSON object");
  }

  @Test
  void objectsBeforeTheFirstArticleOfAListAreRecords() {
    Reading reading = read("{'articles': [{'text': 'None.', 'type': 'x'}, " + A + "]}");
    assertThat(reading.articles()).extracting(Article::title).containsExactly("", "A");
  }

  @ParameterizedTest
  @CsvSource({"1,true", "9,true", "10,false", "40,false"})
  void articleIsFoundInsideSomeListsButNotAnyNumber(int lists, boolean isFound) {
    Reading reading = read(wrapped(lists, "[", "]"));
    assertThat(reading.articles()).hasSize(isFound ? 1 : 0);
    assertThat(reading.ledger().entries(Outcome.FAILED)).hasSize(isFound ? 0 : 1);
  }

  @Test
  void textsOfListsInsideBlocksAreKept() {
    Article article =
        read("""
        {'title': 'Bridge opens', 'contents': [
         {'type': 'paragraph', 'content': {'text': 'It opened.'}},
         {'type': 'list', 'items': ['Trains', {'type': 'list_element', 'content': 'Trams'}]},
         {'type': 'quote', 'content_elements': [{'type': 'text', 'content': 'At last'}]},
         {'type': 'image', 'content': 'A picture'}]}
        """)
            .only();
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains", "Trams", "At last");
  }

  @Test
  void fieldsThatAreAboutTheRecordAreNotCalledUnused() {
    Reading reading =
        read(
            """
            {'title': 'A', 'text': 'One.', 'status': 'publish', 'is_draft': 'no',
             'embargo_until': 'none', 'release_date': '2025-03-01',
             'unheard_of': 'A sentence that may be a part of it.'}
            """);
    assertThat(reading.ledger().entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(tuple("unused fields", "unheard_of"));
  }

  @Test
  void peopleInOneTextAreSeveral() {
    Article article =
        read("{'title': 'A', 'text': 'One.', 'people': 'Kim Hill and Tom Field'}").only();
    assertThat(article.people()).containsExactly("Kim Hill", "Tom Field");
  }

  @Test
  void numbersThatAreNoneAreNoText() {
    Article article = read("{'title': 'A', 'text': NaN, 'body': 'One.', 'author': 7}").only();
    assertThat(article.paragraphs()).containsExactly("One.");
    assertThat(article.authors()).isEmpty();
  }

  /** Impresso states the box of each line as x, y, width and height. */
  @ParameterizedTest
  @CsvSource({"16,BRIDGE OPENS", "15,''", "10,''", "1,''"})
  void onlyAMuchLargerFirstLineIsAHeadline(int height, String title) {
    String line = "{'l': [{'c': [0, 0, 90, %s], 't': [{'tx': '%s'}]}]}";
    String text = line.formatted(10, "It opened.") + "," + line.formatted(10, "Trams follow.");
    Article article =
        read("{'id': 'HARB-1910-01-11-a-p0002', 'r': [{'p': ["
                + line.formatted(height, "BRIDGE OPENS")
                + ","
                + text
                + "]}]}\n")
            .only();
    assertThat(article.title()).isEqualTo(title);
    assertThat(article.paragraphs()).endsWith("It opened.", "Trams follow.");
  }
}
