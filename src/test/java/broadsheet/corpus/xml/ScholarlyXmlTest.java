package broadsheet.corpus.xml;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wikis, editions and extracted pages in XML. */
class ScholarlyXmlTest {
  @TempDir Path folder;

  private Reading read(String xml) {
    return Reading.of(folder, "a.xml", xml);
  }

  @Test
  void pageOfAWikiIsAnArticleAsOfItsLatestRevision() {
    Reading reading =
        read(
            """
            <mediawiki xml:lang="en"><siteinfo><sitename>Wikinews</sitename></siteinfo>
            <page><title>Bridge opens</title><ns>0</ns><id>7</id>
            <revision><timestamp>2007-07-06T10:00:00Z</timestamp><text>Old.</text></revision>
            <revision><timestamp>2007-07-09T10:00:00Z</timestamp><text>{{date|July 5, 2007}}
            [[File:a.jpg|thumb|The [[bridge]]]] The '''new''' [[Ember Bridge|bridge]] opened.

            == Reactions ==
            * Glad.&lt;ref&gt;A note.&lt;/ref&gt; See [https://a.example the board].
            {{footer|{{nested}}}}[[Category:Harbour]][[de:Brücke]]</text></revision></page>
            <page><title>Talk:Bridge opens</title><ns>1</ns><revision><text>Hm.</text></revision>
            </page><page><title>Bridge</title><ns>0</ns><revision><text>#REDIRECT [[Bridge
            opens]]</text></revision></page></mediawiki>
            """);
    Article article = reading.only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.source()).isEqualTo("Wikinews");
    assertThat(article.publishedAt().iso()).isEqualTo("2007-07-05");
    assertThat(article.topics()).containsExactly("Harbour");
    assertThat(article.paragraphs())
        .containsExactly("The new bridge opened.", "Reactions", "Glad. See the board.");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("not in the wiki's main namespace", "a redirect");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a {{x|{{y}}}} b.; a b.",
        "{{unclosed is kept.; {{unclosed is kept.",
        "[[a|b]] [[c]]; b c",
        "[[unclosed link.; unclosed link.",
        "{| table |} after.; after.",
        "''italic'' and '''bold'''.; italic and bold."
      })
  void wikitextIsReadAsPlainText(String source, String expected) {
    assertThat(String.join("|", WikiText.paragraphs(source))).isEqualTo(expected);
  }

  @Test
  void textInTeiIsAnArticleWithoutNotesAndPageHeads() {
    Article article =
        read("""
        <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><TEI xml:lang="fr"><teiHeader>
        <fileDesc><titleStmt><title>Le pont</title><author>Ada Rivers</author></titleStmt>
        <publicationStmt><publisher>Le Port</publisher><date when="1910-01-11"/>
        </publicationStmt></fileDesc></teiHeader><text><body><div><head>Ouverture</head>
        <p>Le pont a ouvert<note>non</note> lundi.</p><fw>Page 3</fw>
        <lg><l>Un vers,</l><l>deux vers.</l></lg></div></body></text></TEI></teiCorpus>
        """)
            .only();
    assertThat(article.title()).isEqualTo("Le pont");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("Le Port");
    assertThat(article.publishedAt().iso()).isEqualTo("1910-01-11");
    assertThat(article.language()).isEqualTo("fr");
    assertThat(article.paragraphs())
        .containsExactly("Ouverture", "Le pont a ouvert lundi.", "Un vers,", "deux vers.");
  }

  @Test
  void pageExtractedByTrafilaturaHasItsFacts() {
    Article article =
        read("""
        <doc sitename="Harbour Mail" title="Bridge opens" author="Ada Rivers; Tom Fells"
        date="2024-01-11" source="https://a.example/1" hostname="a.example" tags="bridges">
        <main><p>It opened.</p><list><item>Trains follow.</item></list></main><comments>
        <p>Nice.</p></comments></doc>
        """)
            .only();
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Fells");
    assertThat(article.url()).isEqualTo("https://a.example/1");
    assertThat(article.topics()).containsExactly("bridges");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
  }
}
