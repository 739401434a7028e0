package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record a line, https://jsonlines.org/. */
class JsonLinesTest {
  @TempDir Path folder;

  private Reading read(String... lines) {
    return Reading.of(folder, "news.jsonl", String.join("\n", lines));
  }

  private Article article(String line) {
    return read(line).only();
  }

  @Test
  void fieldsAreKnownByTheirUsualNames() {
    Article article =
        article(
            """
            {"ID": "a1", "title": "Bridge opens", "date": "2020-06-18", "source": "Lakeport Mail",\
             "source_url": "lakeport.example", "url": "https://lakeport.example/1",\
             "authors": "Ada Rivers, Tom Field and Kim Hill", "topic": "transport",\
             "bias_text": "center", "content": "First.\\n\\nSecond."}\
            """);
    assertThat(article.id()).isEqualTo("a1");
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.publishedAt().iso()).isEqualTo("2020-06-18");
    assertThat(article.source()).isEqualTo("Lakeport Mail");
    assertThat(article.url()).isEqualTo("https://lakeport.example/1");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field", "Kim Hill");
    assertThat(article.topics()).containsExactly("transport");
    assertThat(article.paragraphs()).containsExactly("First.", "Second.");
    assertThat(article.locations()).containsExactly("news.jsonl#1");
  }

  @Test
  void lineBreaksPartNamesAndAnOutletIsNoAuthor() {
    assertThat(article("{\"title\": \"A\", \"author\": \"Ada Rivers\\nTom Field\"}").authors())
        .containsExactly("Ada Rivers", "Tom Field");
    assertThat(article("{\"title\": \"A\", \"author\": \"Ada\\nRivers\"}").authors())
        .containsExactly("Ada Rivers");
    for (String authors :
        List.of(
            "[\"Ada Rivers\\nTom Field\"]",
            "\"Ada Rivers og\\nTom Field\"",
            "\"Ada Rivers\\nund Tom Field\"",
            "\"Ada Rivers<br>Tom Field\"")) {
      assertThat(article("{\"title\": \"A\", \"authors\": %s}".formatted(authors)).authors())
          .containsExactly("Ada Rivers", "Tom Field");
    }
    String outlet = "{\"title\": \"A\", \"source\": \"Lakeport Mail\", \"authors\": [%s]}";
    assertThat(article(outlet.formatted("\"LAKEPORT MAIL\", \"Ada Rivers\"")).authors())
        .containsExactly("Ada Rivers");
    assertThat(article(outlet.formatted("\"The Lakeport Mail\"")).authors()).isEmpty();
    assertThat(article(outlet.formatted("\"lakeport-mail.example.com\"")).authors()).isEmpty();
  }

  @Test
  void krIsKorean() {
    assertThat(article("{\"title\": \"A\", \"lang\": \"kr\"}").language()).isEqualTo("ko");
    assertThat(article("{\"title\": \"A\", \"lang\": \"KR\"}").language()).isEqualTo("ko");
  }

  @Test
  void otherSpellingsAndShapesAreKnownToo() {
    Article article =
        article(
            """
            {"Headline": "Bridge opens", "article_body": ["One.", "Two."], "pub-date": 1592438400,\
             "byline": "By Ada Rivers", "publisher": {"name": "Lakeport Mail"}, "Lang": "English",\
             "keywords": ["roads", {"name": "rivers"}], "Section": "Local", "link": "http://a.example",\
             "persons": "Kim Hill; Tom Field", "places": "Lakeport, East", "orgs": "Ember Rail, Ltd.; FAO", "dek": "At last"}\
            """);
    assertThat(article.paragraphs()).containsExactly("One.", "Two.");
    assertThat(article.publishedAt().iso()).isEqualTo("2020-06-18T00:00:00Z");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("Lakeport Mail");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.topics()).containsExactly("roads", "rivers");
    assertThat(article.section()).isEqualTo("Local");
    assertThat(article.people()).containsExactly("Kim Hill", "Tom Field");
    assertThat(article.places()).containsExactly("Lakeport, East");
    assertThat(article.organisations()).containsExactly("Ember Rail, Ltd.", "FAO");
    assertThat(article.standfirst()).isEqualTo("At last");
  }

  @Test
  void firstOfAPartsNamesThatHasAValueCounts() {
    Article article =
        article("{\"text\": \"Long.\", \"body\": \"\", \"headline\": \"B\", \"title\": null}");
    assertThat(article.title()).isEqualTo("B");
    assertThat(article.paragraphs()).containsExactly("Long.");
  }

  @Test
  void idComesFromTheUrlAndElseFromThePlace() {
    assertThat(article("{\"title\": \"A\", \"url\": \"http://a.example/1\"}").id())
        .matches("u-[0-9a-f]{16}");
    assertThat(read("", "{\"title\": \"A\"}").only().id()).isEqualTo("news-2");
    assertThat(article("{\"title\": \"A\", \"id\": 17}").id()).isEqualTo("17");
    assertThat(article("{\"title\": \"A\", \"id\": \"a/b c\"}").id()).isEqualTo("a-b-c");
    assertThat(article("{\"title\": \"A\", \"id\": \"..\"}").id()).isEqualTo("--");
  }

  @Test
  void badLinesCostOnlyThemselves() {
    Reading reading = read("{\"title\": \"A\"}", "{\"title\": ", "[1]", "{}", "{\"title\": \"B\"}");

    assertThat(reading.articles()).extracting(Article::title).containsExactly("A", "B");
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::place)
        .satisfiesExactly(
            first -> assertThat(first).endsWith("news.jsonl#2"),
            second -> assertThat(second).endsWith("news.jsonl#3"));
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsKey("neither title nor body");
  }

  @Test
  void markupBecomesParagraphs() {
    Article article =
        article(
            "{\"title\": \"A &amp; <i>B</i>\", \"html\": \"<p>One\\n"
                + "<b>two</b>.</p><script>x</script><p>Three<br>four &lt; five</p>\"}");
    assertThat(article.title()).isEqualTo("A & B");
    assertThat(article.paragraphs()).containsExactly("One two.", "Three", "four < five");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;p&gt;It opened.&lt;/p&gt;&lt;p&gt;At last.&lt;/p&gt;",
        "<![CDATA[<p>It opened.</p><p>At last.</p>]]>"
      })
  void escapedMarkupBecomesParagraphs(String body) {
    assertThat(article("{\"title\": \"A\", \"content\": \"%s\"}".formatted(body)).paragraphs())
        .containsExactly("It opened.", "At last.");
  }

  @Test
  void embeddedFilmLeavesTheLinesOfATextParagraphs() {
    String body = "It opened.\\n<iframe src='https://film.example/1'></iframe>\\nAt last.";
    assertThat(article("{\"title\": \"A\", \"body\": \"" + body + "\"}").paragraphs())
        .containsExactly("It opened.", "At last.");
  }

  @Test
  void angleBracketsInTextAreNoMarkup() {
    assertThat(article("{\"title\": \"GROUP <B> UP\"}").title()).isEqualTo("GROUP <B> UP");
    assertThat(article("{\"title\": \"a < b <checks note> c\"}").title())
        .isEqualTo("a < b <checks note> c");
  }

  @Test
  void hardWrappedBodyIsJoined() {
    String body = "THE COUNCIL OF LAKEPORT SAID ON MONDAY THAT THE NEW BRIDGE OVER\\n".repeat(6);
    assertThat(article("{\"body\": \"" + body + "THE RIVER WILL OPEN .\"}").paragraphs())
        .hasSize(1);
  }

  @Test
  void lineThatIsNotUtf8IsReadAsWindows1252() {
    byte[] bytes = "{\"title\": \"Café\"}\n".getBytes(Charset.forName("windows-1252"));
    assertThat(Reading.of(Reading.write(folder, "a.jsonl", bytes)).only().title())
        .isEqualTo("Café");
  }

  @Test
  void ambiguousDateIsUnknownAndRemarkedOn() {
    Reading reading = read("{\"title\": \"A\", \"date\": \"9/6/17\"}");
    assertThat(reading.only().publishedAt().isKnown()).isFalse();
    assertThat(reading.ledger().reasons(Outcome.REMARKED)).containsOnlyKeys("ambiguous date");
  }

  @Test
  void programsThatDoNotKeepToTheStandardAreRead() {
    assertThat(article("{\"title\": \"A\tb\", \"text\": \"It\\'s\", \"n\": NaN,}").title())
        .isEqualTo("A b");
  }

  @Test
  void lastNameFirstIsOnePerson() {
    assertThat(article("{\"title\": \"A\", \"author\": \"Rivers, Ada\"}").authors())
        .containsExactly("Rivers, Ada");
    assertThat(
            article("{\"title\": \"A\", \"author\": \"By Ada Rivers, Tom Hill, Jr.\"}").authors())
        .containsExactly("Ada Rivers", "Tom Hill, Jr.");
  }

  @Test
  void linesOfCodeStayLinesAndWrappedTextIsJoined() {
    String code = "<p>So:</p><pre class='language-sh'>open gate\\nclose lock\\n</pre>";
    assertThat(article("{\"title\": \"A\", \"body\": \"%s\"}".formatted(code)).paragraphs())
        .containsExactly("So:", "open gate", "close lock");
    String bare = "<pre>" + "var a = open(gate);\\n".repeat(9) + "</pre>";
    assertThat(article("{\"title\": \"A\", \"body\": \"%s\"}".formatted(bare)).paragraphs())
        .hasSize(9);
  }

  @Test
  void numberWithDecimalsIsADateToo() {
    assertThat(article("{\"title\": \"A\", \"date\": 1687046400.5}").publishedAt().iso())
        .isEqualTo("2023-06-18T00:00:00Z");
    assertThat(article("{\"title\": \"A\", \"date\": 20230618.0}").publishedAt().iso())
        .isEqualTo("2023-06-18");
  }
}
