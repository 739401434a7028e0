package broadsheet.corpus.xml;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldedXmlTest {
  private static final String RITZAU =
      """
      <?xml version="1.0"?>
      <Response xmlns="http://tempuri.org/"><Result xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
      <error xmlns="">0</error>
      <ListOfRBNews xmlns="">
      <RBNews><NewsID>83e4e779</NewsID><PublishDate>2018-02-01T18:44:52.973</PublishDate>
        <headline>New bridge opens</headline><subtitle>The mayor&amp;apos;s day</subtitle>
        <town>K&#xF8;benhavn</town><origin>/ritzau/</origin><section>Indland</section>
        <content>&lt;P&gt;It &amp;amp;quot;opened&amp;amp;quot;.&lt;/P&gt;&#xD;&lt;P&gt;Trains follow.&lt;/P&gt;</content>
        <byLine>Ada Rivers</byLine></RBNews>
      <RBNews><NewsID>b</NewsID><headline i:nil="true"/><content>&lt;p&gt;Just text.&lt;/p&gt;</content></RBNews>
      <RBNews><NewsID>c</NewsID><headline/><content/></RBNews>
      </ListOfRBNews></Result></Response>
      """;

  @TempDir Path folder;

  @Test
  void recordsAreKnownByTheirFields() {
    Reading reading = Reading.of(folder, "feed.xml", RITZAU);
    Article article = reading.articles().getFirst();
    assertThat(article.id()).isEqualTo("83e4e779");
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.standfirst()).isEqualTo("The mayor's day");
    assertThat(article.paragraphs()).containsExactly("It \"opened\".", "Trains follow.");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("ritzau");
    assertThat(article.section()).isEqualTo("Indland");
    assertThat(article.places()).containsExactly("København");
    assertThat(article.publishedAt().iso()).isEqualTo("2018-02-01T18:44:52.973");
    assertThat(reading.articles().get(1).title()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("neither title nor body");
  }

  @Test
  void attributesAndElementsInFieldsCountToo() {
    Article article =
        Reading.of(
                folder,
                "a.xml",
                "<archive><story id=\"s1\" date=\"2020-05-13\""
                    + " xml:lang=\"de\"><title>Brücke</title><body><par>Ein"
                    + " <i>Satz</i>.</par><par>Noch einer.</par></body>"
                    + "<keywords><keyword>Verkehr</keyword><keyword>Stadt</keyword></keywords>"
                    + "</story></archive>")
            .only();
    assertThat(article.id()).isEqualTo("s1");
    assertThat(article.paragraphs()).containsExactly("Ein Satz.", "Noch einer.");
    assertThat(article.topics()).containsExactly("Verkehr", "Stadt");
    assertThat(article.language()).isEqualTo("de");
    assertThat(article.publishedAt().iso()).isEqualTo("2020-05-13");
    assertThat(article.locations()).containsExactly("a.xml#1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<project><name>Ember</name><text>two words</text></project>",
        "<urlset><url><loc>https://example.com</loc></url></urlset>",
        "<config><title>Ember</title><content>false</content></config>",
        "<svg><title>A bridge</title><text>two words</text></svg>"
      })
  void otherXmlIsNotTaken(String content) {
    assertThat(Reading.of(folder, "a.xml", content).articles()).isEmpty();
  }
}
