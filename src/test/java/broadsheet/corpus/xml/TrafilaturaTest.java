package broadsheet.corpus.xml;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attributes as in https://github.com/adbar/trafilatura/blob/master/trafilatura/xml.py, elements as
 * in https://github.com/adbar/trafilatura/blob/master/trafilatura/htmlprocessing.py, JSON with the
 * fields of {@code Document} in
 * https://github.com/adbar/trafilatura/blob/master/trafilatura/settings.py.
 */
class TrafilaturaTest {
  private static final String DOCUMENT =
      """
      <doc sitename="Harbour Mail" title="Bridge opens" author="Ada Rivers; Ben Brook"
       date="2024-01-11" url="https://harbour.example/1" hostname="harbour.example"
       description="A year late" categories="Harbour;Trains" license="CC BY 4.0"
       fingerprint="bcbae6b725d8d3f0" language="en">
        <main>
          <head rend="h1">Bridge opens</head>
          <p>It <hi rend="#b">opened</hi> on <ref target="https://a.example">Monday</ref>.</p>
          <p>Trains follow<lb/>in spring.</p>
          <head rend="h2">Tolls</head>
          <list rend="ul">
            <item>Cars <hi rend="#i">pay</hi> twelve.</item>
            <item>Bicycles pay nothing.</item>
          </list>
          <table>
            <row span="2"><cell role="head">Day</cell><cell role="head">Toll</cell></row>
            <row><cell>Monday</cell><cell>12</cell></row>
          </table>
          <quote><p>At last.</p></quote>
          <graphic src="bridge.jpg" alt="The bridge"/>
        </main>
        <comments><p>First!</p></comments>
      </doc>
      """;

  @TempDir Path folder;

  private Article only(String name, String content) {
    return Reading.of(folder, name, content).only();
  }

  @Test
  void documentIsAnArticle() {
    Article article = only("page.xml", DOCUMENT);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Ben Brook");
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.url()).isEqualTo("https://harbour.example/1");
    assertThat(article.topics()).containsExactly("Harbour", "Trains");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.publishedAt().iso()).isEqualTo("2024-01-11");
  }

  @Test
  void headingsItemsAndRowsAreParagraphsAndLineBreaksPartWords() {
    assertThat(only("page.xml", DOCUMENT).paragraphs())
        .containsExactly(
            "It opened on Monday.",
            "Trains follow",
            "in spring.",
            "Tolls",
            "Cars pay twelve.",
            "Bicycles pay nothing.",
            "Day Toll",
            "Monday 12",
            "At last.");
  }

  /** Source: https://github.com/adbar/trafilatura/blob/v0.8.0/trafilatura/xml.py. */
  @Test
  void olderReleasesHaveOtherAttributesAndTagsBetweenCommas() {
    Article article =
        only(
            "page.xml",
            DOCUMENT
                .replace(" url=", " source=")
                .replace(" description=", " excerpt=")
                .replace(" license=", " tags=\"Bridges,Tolls (new)\" license="));
    assertThat(article.url()).isEqualTo("https://harbour.example/1");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.topics()).containsExactly("Bridges", "Tolls (new)");
  }

  /** Source: https://github.com/adbar/trafilatura/blob/master/docs/usage-r.rst. */
  @Test
  void documentWithoutMetadataHasAFingerprint() {
    Article article =
        only(
            "page.xml",
            "<doc fingerprint=\"bcbae6b725d8d3f0\"><main><p>It opened on Monday.</p><p>Learn"
                + " more</p></main><comments/></doc>");
    assertThat(article.paragraphs()).containsExactly("It opened on Monday.", "Learn more");
  }

  @Test
  void jsonNamesSiteAddressAndText() {
    Article article =
        only(
            "page.json",
            """
            {"title": "Bridge opens", "author": "Ada Rivers; Ben Brook",
             "hostname": "harbour.example", "date": "2024-01-11", "fingerprint": "bcbae6b7",
             "id": null, "license": null, "comments": "First!", "raw_text": "Bridge opens It",
             "text": "Bridge opens\\nIt opened.", "language": null,
             "image": "https://harbour.example/1.jpg", "pagetype": "article",
             "filedate": "2024-02-01", "source": "https://harbour.example/1",
             "source-hostname": "Harbour Mail", "excerpt": "A year late",
             "categories": "Harbour;Trains", "tags": ""}
            """);
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.url()).isEqualTo("https://harbour.example/1");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Ben Brook");
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.topics()).containsExactly("Harbour", "Trains");
    assertThat(article.publishedAt().iso()).isEqualTo("2024-01-11");
  }
}
