package broadsheet.corpus.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Issues of newspapers and journals in TEI P5: https://tei-c.org/release/doc/tei-p5-doc/en/html/.
 */
class TeiTest {
  /**
   * The form of https://github.com/OpenArabicPE/journal_al-muqtabas, {@code tei/}: an edition of
   * 2015 of an issue of 1906, whose divisions are items in sections and beside them.
   */
  private static final String ISSUE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="oclc_1-i_10" xml:lang="fr">
      <teiHeader xml:lang="en"><fileDesc><titleStmt><title>Journal du Port</title>
        <title type="sub">TEI edition</title></titleStmt>
        <publicationStmt><authority><persName>Tom Field</persName></authority>
          <date when="2015">2015</date></publicationStmt>
        <sourceDesc><biblStruct><monogr><title level="j">Le Port</title>
          <title level="j" type="sub">Revue</title><title level="j" xml:lang="en">The Port</title>
          <imprint><publisher>Le Quai</publisher>
            <date calendar="#cal_islamic" when="1906-11-18" when-custom="1324-10-01">1 Shaw
            1324</date></imprint>
          <biblScope from="10" to="10" unit="issue"/></monogr></biblStruct></sourceDesc></fileDesc>
        <profileDesc><langUsage><language ident="fr">French</language><language
          ident="en">English</language></langUsage></profileDesc></teiHeader>
      <text type="issue">
        <front><div type="item" subtype="masthead"><bibl>Le Port, 10</bibl></div></front>
        <body><pb n="489"/>
        <div type="section" xml:id="s1"><head>Brèves</head>
          <p>Voici les nouvelles.</p>
          <div type="item" subtype="article" xml:id="a1"><head>Le <persName>pont</persName><lb/>
            nouveau</head><byline><placeName>Lakeport</placeName> <persName><forename>Ada</forename>
            <surname>Rivers</surname></persName></byline>
            <p>Il a ou<lb break="no"/>
              vert<note place="bottom">hier</note> <choice><sic>lunid</sic><corr>lundi</corr></choice>.
              <list><item>Un</item><item>Deux</item></list></p>
            <div type="section"><head>Suite</head><p>Des trains<pb/>suivent.</p></div></div>
          <div type="item" subtype="article" xml:lang="en"><head>Ferry sold</head><p>It was
            sold.</p></div></div>
        <div type="item" subtype="advert" xml:id="a3"><p>À vendre: un bac.</p></div>
        <div type="item" subtype="article"><p>Sans titre.</p></div>
        </body></text></TEI>
      """;

  @TempDir Path folder;

  private List<Article> read(String xml) {
    return Reading.of(folder, "a.xml", xml).articles();
  }

  @Test
  void itemsOfAnIssueAreArticlesOfTheDayItWasPrinted() {
    List<Article> articles = read(ISSUE);
    assertThat(articles)
        .extracting(Article::title)
        .containsExactly("Brèves", "Le pont nouveau", "Ferry sold", "", "");
    assertThat(articles)
        .allSatisfy(
            article -> {
              assertThat(article.publishedAt().iso()).isEqualTo("1906-11-18");
              assertThat(article.source()).isEqualTo("Le Port");
            });
    assertThat(articles)
        .extracting(Article::section)
        .containsExactly("", "Brèves", "Brèves", "Advertisements", "");
    assertThat(articles)
        .extracting(Article::language)
        .containsExactly("fr", "fr", "en", "fr", "fr");
  }

  @Test
  void itemOfSeveralArticlesIsASectionAndOneWithAPoemIsNot() {
    assertThat(
            read(
                """
                <TEI><text type="issue"><body><div type="item" subtype="article"><head>Livres</head>
                <p>Reçus.</p><div type="item" subtype="article"><head>Un</head><p>A.</p></div>
                <div type="item" subtype="article"><head>Deux</head><p>B.</p></div></div>
                <div type="item" subtype="article"><head>Le pont</head><p>Ouvert.</p>
                <div type="item" subtype="verse"><l>Un vers.</l></div></div></body></text></TEI>
                """))
        .extracting(Article::title, Article::section, a -> String.join(" ", a.paragraphs()))
        .containsExactly(
            tuple("Livres", "", "Reçus."),
            tuple("Un", "Livres", "A."),
            tuple("Deux", "Livres", "B."),
            tuple("Le pont", "", "Ouvert. Un vers."));
  }

  @Test
  void articleHasItsOwnTextBylineAndId() {
    List<Article> articles = read(ISSUE);
    Article bridge = articles.get(1);
    assertThat(bridge.authors()).containsExactly("Ada Rivers");
    assertThat(bridge.id()).isEqualTo("oclc_1-i_10-a1");
    assertThat(bridge.paragraphs())
        .containsExactly("Il a ouvert lundi.", "Un", "Deux", "Suite", "Des trains suivent.");
    assertThat(articles.getFirst().paragraphs()).containsExactly("Voici les nouvelles.");
  }

  @Test
  void idIsTheSameWhetherTheIssueIsAloneOrInACorpus() {
    String corpus =
        ISSUE.replace("<TEI ", "<teiCorpus><TEI ").replace("</TEI>", "</TEI></teiCorpus>");
    assertThat(read(corpus)).extracting(Article::id).contains("oclc_1-i_10-a1", "a-3");
    assertThat(read(ISSUE)).extracting(Article::id).contains("oclc_1-i_10-a1", "a-3");
  }

  /** The Deutsches Textarchiv transcribes newspapers like this, with the lines of the print. */
  @Test
  void wordsHyphenatedAtLineEndsAreWhole() {
    assertThat(
            read("""
            <TEI><text><body><p>Die Ei-<lb/>
            senbahn-<lb/>Gesellschaft und das Dampf-<lb/>
            Schiff sind ge<lb break="no"/>kom¬<lb/><hi>men</hi>,<lb/>
            sagt man. A-<pb n="2"/></p></body></text></TEI>
            """)
                .getFirst()
                .paragraphs())
        .containsExactly(
            "Die Eisenbahn-Gesellschaft und das Dampf-Schiff sind gekommen, sagt man. A-");
  }

  @Test
  void chaptersOfAJournalAreItsArticles() {
    assertThat(
            read(
                """
                <TEI><teiHeader><fileDesc><sourceDesc><bibl><title level="j">De Gids</title>
                <date>1862</date></bibl></sourceDesc></fileDesc></teiHeader><text><body>
                <div type="chapter"><head>Een teken</head><p>Er zijn tien jaren.</p></div>
                <div type="chapter"><head>De brug</head><p>Zij is open.</p></div></body></text></TEI>
                """))
        .extracting(Article::title, article -> article.publishedAt().iso())
        .containsExactly(tuple("Een teken", "1862"), tuple("De brug", "1862"));
  }

  @Test
  void articleInAJournalIsOneWhateverItsDivisions() {
    List<Article> articles =
        read(
            """
            <TEI><teiHeader><fileDesc><titleStmt><title>Bridges</title></titleStmt><sourceDesc>
            <biblStruct><analytic><title level="a">Bridges</title></analytic><monogr>
            <title level="j">Rivers</title><imprint><date when="1999"/></imprint></monogr>
            </biblStruct></sourceDesc></fileDesc></teiHeader><text><body><div type="section">
            <head>One</head><p>First.</p></div><div type="section"><head>Two</head><p>Then.</p>
            </div></body></text></TEI>
            """);
    assertThat(articles).extracting(Article::title).containsExactly("Bridges");
    assertThat(articles.getFirst().source()).isEqualTo("Rivers");
    assertThat(articles.getFirst().paragraphs()).containsExactly("One", "First.", "Two", "Then.");
  }

  @Test
  void languageIsLeftToTheTextWhereAWorkHasSeveral() {
    String english =
        "The new bridge across the river opened on Monday, and trains will follow it. ";
    assertThat(
            read("""
            <TEI><teiHeader><profileDesc><langUsage><language ident="fr"/><language ident="en"/>
            </langUsage></profileDesc></teiHeader><text><body><p>%s</p></body></text></TEI>
            """
                    .formatted(english.repeat(3)))
                .getFirst()
                .language())
        .isEqualTo("en");
  }

  @Test
  void rowOfATableIsOneParagraph() {
    String table =
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body><table><head>Dues</head><row>"
            + "<cell>Ferry</cell><cell><p>12</p></cell></row><row><cell>Bridge</cell><cell>7</cell></row></table><p>It"
            + " is so.</p></body></text></TEI>";
    assertThat(read(table).getFirst().paragraphs())
        .containsExactly("Dues", "Ferry 12", "Bridge 7", "It is so.");
  }
}
