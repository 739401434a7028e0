package broadsheet.corpus.press;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PressExportTest {
  private static final String TITLE = "Harbour gets its bridge";

  @TempDir Path folder;

  private Article only(String content) {
    return Reading.of(folder, "export.txt", content).only();
  }

  private void hasItsFacts(Article article) {
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
  }

  @Test
  void nexisPrintsOutletDateAndHeadlineAboveLabelledLines() {
    Article article = only(PressSamples.nexis(TITLE));
    hasItsFacts(article);
    assertThat(article.source()).isEqualTo("Harbour Mail (Emberton)");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.section()).isEqualTo("NEWS");
    assertThat(article.standfirst()).isEqualTo("A year late, and dearer than planned");
    assertThat(article.topics()).containsExactly("BRIDGES", "HARBOURS & PORTS");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.paragraphs())
        .containsExactly(
            "The new bridge across the Ember opened on Monday, a year after it was promised. Trains"
                + " will follow in the spring, the harbour board said.");
  }

  @Test
  void eachDocumentOfNexisIsAnArticleWhateverItsCounterSays() {
    String second = PressSamples.nexis("Ferry sold").replace("1 of 1", "8 of 383");
    Reading reading = Reading.of(folder, "a.TXT", PressSamples.nexis(TITLE) + second);
    assertThat(reading.articles()).extracting(Article::title).containsExactly(TITLE, "Ferry sold");
    assertThat(reading.articles()).extracting(Article::id).containsExactly("a-1", "a-2");
  }

  @Test
  void newerNexisPrintsTheHeadlineFirst() {
    String export =
        """
        User Name: READING ROOM

        Job Number: 79564983

        Documents (2)

        1. Harbour gets its bridge

        Client/Matter: -None-

        Harbour gets its bridge

        Harbour Mail

        January 11, 2010, Monday,, FINAL EDITION

        Copyright 2010 Harbour Mail Ltd

        Section: MONEY; Pg. 1B

        Length: 12 words

        Byline: Ada Rivers, harbourmail.example

        Body

        The new bridge opened on Monday.

        Bridge: it stays.

        Graphic

        PHOTO, Color

        Load-Date: January 12, 2010

        End of Document

        Ferry sold

        Harbour Mail Blogs

        (Quay)

        January 12, 2010 Tuesday

        Body

        A museum has it.

        End of Document
        """;
    Reading reading = Reading.of(folder, "a.txt", export);
    hasItsFacts(reading.articles().getFirst());
    assertThat(reading.articles().getFirst().paragraphs())
        .containsExactly("The new bridge opened on Monday.", "Bridge: it stays.");
    assertThat(reading.articles().getFirst().section()).isEqualTo("MONEY");
    assertThat(reading.articles().getFirst().source()).isEqualTo("Harbour Mail");
    assertThat(reading.articles().getLast().title()).isEqualTo("Ferry sold");
    assertThat(reading.articles().getLast().source()).isEqualTo("Harbour Mail Blogs (Quay)");
    assertThat(reading.articles()).hasSize(2);
  }

  /** Seen in https://github.com/koheiw/newspapers/tree/master/tests/data/lexis. */
  @Test
  void correctedDocumentOfNexisMayStateOnlyTheYearOfItsCopyright() {
    String export =
        """
        Harbour gets its bridge - Correction Appended

        Harbour Mail - Final Edition

        DATE Correction Appended

        Copyright 2010 Harbour Mail Ltd

        Section: Home Pages, Pg. 7

        Length: 6 words

        Byline: Ada Rivers

        Body

        The new bridge opened on Monday.

        Classification

        Load-Date: September 24, 2012

        End of Document
        """;
    Article undated = only(export.replace("DATE ", ""));
    assertThat(undated.publishedAt().iso()).isEqualTo("2010");
    assertThat(undated.source()).startsWith("Harbour Mail");
    assertThat(undated.title()).startsWith(TITLE);
    assertThat(undated.standfirst()).isEmpty();
    assertThat(undated.paragraphs()).containsExactly("The new bridge opened on Monday.");
    Article dated = only(export.replace("DATE ", "January 11, 2010 Monday\n\n"));
    assertThat(dated.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(dated.standfirst()).isEmpty();
  }

  @Test
  void pageOfNexisIsReadLikeItsText() {
    String page =
        """
        <HTML><!-- LXNComment 2827:1 --><BODY><DIV><P><SPAN>1 of 1 DOCUMENTS</SPAN></P></DIV>
        <DIV><P>Harbour Mail</P></DIV><DIV><P><SPAN>January</SPAN><SPAN> 11, 2010, Monday, Late
        Edition<BR>Correction Appended</SPAN></P></DIV>
        <DIV><P>Harbour gets<BR>its bridge</P></DIV>
        <DIV><P><SPAN>SECTION: </SPAN>Section B; Page 22, Column 2; National Desk</P></DIV>
        <DIV><P>It opened.</P><P>Trains follow.</P></DIV><DIV><P>GRAPHIC: Map</P></DIV></BODY></HTML>
        """;
    Article article = only(page);
    hasItsFacts(article);
    assertThat(article.section()).isEqualTo("National Desk");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
  }

  /** Blanks are collapsed where an export passed through a mail or a text field. */
  @Test
  void factivaMayHaveOneBlankAfterItsCodes() {
    String document =
        """
        HD New bridge opens
        BY Ada Rivers
        WC 312 words
        PD 11 January 2010
        SN Harbour News
        SC HARB
        LA English
        LP
        It opened.
        IN THE END IT WAS LATE.
        TD
        Trains follow.
        NS gpol : Domestic Politics
        AN Document HARB000020100111e61b0001p
        """;
    Article article = only(document);
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("Harbour News");
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(article.topics()).containsExactly("Domestic Politics");
    assertThat(article.paragraphs())
        .containsExactly("It opened.", "IN THE END IT WAS LATE.", "Trains follow.");
  }

  @Test
  void factivaIsReadWithAndWithoutFieldCodes() {
    for (String export :
        new String[] {PressSamples.factiva(TITLE), PressSamples.factivaWithCodes(TITLE)}) {
      Article article = only(export);
      hasItsFacts(article);
      assertThat(article.id()).isEqualTo("HARBM00020100111e61b0001p");
      assertThat(article.source()).isEqualTo("Harbour Mail");
      assertThat(article.authors()).containsExactly("Ada Rivers");
      assertThat(article.language()).isEqualTo("en");
      assertThat(article.paragraphs().getFirst()).startsWith("The new bridge").endsWith("said.");
    }
    Article coded = only(PressSamples.factivaWithCodes(TITLE));
    assertThat(coded.topics()).containsExactly("Transport", "Political/General News");
    assertThat(coded.places()).containsExactly("Emberton");
    assertThat(coded.paragraphs()).hasSize(2).endsWith("A ferry was sold.");
    assertThat(only(PressSamples.factiva(TITLE)).section()).isEqualTo("Foreign Desk");
  }

  /**
   * The fields as listed in https://support.proquest.com/articledetail?id=kA23r000000FVF1CAO, in
   * the form that https://github.com/chennesy/factiva_parser reads.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"\n", "\r\n", "\n\f", "\nPage 1 of 2 © 2010 Factiva, Inc. All rights reserved.\n"})
  void factivaMayHaveItsCodesInAColumn(String between) {
    String both =
        PressSamples.factivaWithCodesInColumn(TITLE)
            + between
            + PressSamples.factivaWithCodesInColumn("Ferry\n     sold").replace("0001p", "0002p")
            + "\nSearch Summary\n\nText   bridge\nDate   In the last 3 months\n";
    Reading reading =
        Reading.of(
            folder, "export.txt", between.equals("\r\n") ? both.replace("\n", "\r\n") : both);
    assertThat(reading.articles()).extracting(Article::title).containsExactly(TITLE, "Ferry sold");
    Article article = reading.articles().getFirst();
    hasItsFacts(article);
    assertThat(article.id()).isEqualTo("HARBM00020100111e61b0001p");
    assertThat(article.section()).isEqualTo("Foreign Desk");
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.topics()).containsExactly("Transport", "Political/General News", "Politics");
    assertThat(article.places()).containsExactly("Emberton");
    assertThat(article.organisations()).containsExactly("Ember Rail Ltd.");
    assertThat(article.paragraphs())
        .containsExactly(
            "The new bridge across the Ember opened on Monday, a year after the date that the"
                + " council had promised to the people of the harbour.",
            "A ferry was sold to an owner in the north, where it will carry cattle and hay between"
                + " two islands.",
            "Trains follow in spring.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11 January 2010|Document",
        "11. Januar 2010|Dokument",
        "11 Januar 2010|Dokument",
        "11 janvier 2010|Document",
        "11 enero 2010|Documento",
        "11 de enero de 2010|Documento",
        "11 gennaio 2010|Documento",
        "11 janeiro 2010|Documento",
        "11 de janeiro de 2010|Documento",
        "11 januari 2010|Document",
        "11 января 2010|Документ",
        "11 Январь 2010|Документ",
        "2010 年 1 月 11 日|文件",
        "2010年1月11日|文書"
      })
  void factivaPrintsDatesInItsUsersLanguage(String day, String document) {
    String text =
        PressSamples.factivaWithCodesInColumn(TITLE)
            .replace("11 January 2010", day)
            .replace("Document HARB", document + " HARB");
    Reading reading = Reading.of(folder, "export.txt", text + text.replace("0001p", "0002p"));
    assertThat(reading.articles())
        .extracting(article -> article.publishedAt().iso())
        .containsExactly("2010-01-11", "2010-01-11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SE", "BY", "CR", "WC", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP", "CT", "CO", "IN",
        "NS", "RE", "IPC", "PUB", "AN"
      })
  void anyCodeOfFactivaMayBeMissing(String code) {
    String text =
        PressSamples.factivaWithCodesInColumn(TITLE)
            .replaceAll("(?m)^" + code + " .*\\n(?: .*\\n)*", "");
    Reading reading = Reading.of(folder, "export.txt", text + text.replace("0001p", "0002p"));
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.articles()).allSatisfy(this::hasItsFacts);
    assertThat(reading.articles().getFirst().paragraphs()).contains("Trains follow in spring.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J000000020100111e61b0001p",
        "nytf000020010711dt3b00oo7",
        "WC41559020200111eg1b0001p"
      })
  void accessionNumberOfFactivaNamesAnySource(String number) {
    String text =
        PressSamples.factivaWithCodesInColumn(TITLE).replace("HARBM00020100111e61b0001p", number);
    assertThat(only(text).id()).isEqualTo(number);
  }

  @Test
  void tabSetsAValueOfFactivaOff() {
    String text =
        PressSamples.factivaWithCodesInColumn(TITLE)
            .replaceAll("(?m)^([A-Z]{2,3}) +", "$1\t")
            .replaceAll("(?m)^ +", "\t");
    Article article = only(text);
    hasItsFacts(article);
    assertThat(article.paragraphs()).hasSize(3);
  }

  @Test
  void pageOfFactivaMayBeInAnotherLanguage() {
    String page =
        """
        <html><head><title>Factiva</title></head><body><div class="article"><div
        class="article deArticle"><div>Hafen; 1</div><div id="hd"><span class="deHeadline">Harbour
        gets its bridge</span></div><div class="author">Von Ada Rivers</div><div>12 Wörter</div>
        <div>11 Januar 2010</div><div>05:12</div><div>Hafenpost</div><div>HAFP</div>
        <div>Deutsch</div><div>Copyright 2010 Hafenpost</div>
        <p class="articleParagraph">Die <b>Brücke</b> ist offen.</p><p>Digital</p>
        <p>Dokument HAFP000020100111e61b0001p</p></div></div></body></html>
        """;
    Article article = only(page);
    hasItsFacts(article);
    assertThat(article.source()).isEqualTo("Hafenpost");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.section()).isEqualTo("Hafen");
    assertThat(article.paragraphs()).containsExactly("Die Brücke ist offen.");
    assertThat(article.id()).isEqualTo("HAFP000020100111e61b0001p");
  }

  @Test
  void proQuestHasALabelOnEveryLine() {
    Reading reading = Reading.of(folder, "a.txt", PressSamples.proQuest(TITLE));
    Article article = reading.only();
    hasItsFacts(article);
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.section()).isEqualTo("News");
    assertThat(article.id()).isEqualTo("2514399");
    assertThat(article.url()).isEqualTo("https://search.example/docview/2514399");
    assertThat(article.topics()).containsExactly("Bridges", "Ports");
    assertThat(article.places()).containsExactly("Emberton");
    assertThat(article.paragraphs()).hasSize(1);
    assertThat(article.standfirst()).isEqualTo("A year late.");
  }

  @Test
  void europresseIsReadInItsNewAndItsOldLayout() {
    for (String export :
        new String[] {PressSamples.europresse(TITLE), PressSamples.oldEuropresse(TITLE)}) {
      Article article = only(export);
      hasItsFacts(article);
      assertThat(article.source()).isEqualTo("Le Port");
      assertThat(article.section()).isEqualTo("Société");
      assertThat(article.authors()).containsExactly("Ada Rivers");
      assertThat(article.paragraphs())
          .containsExactly("Le pont a ouvert lundi.", "Les trains suivront.");
    }
    assertThat(only(PressSamples.europresse(TITLE)).id()).isEqualTo("20100111-LP-0q1403-12");
  }

  @Test
  void integrumIsReadInItsOldEncoding() {
    byte[] page =
        PressSamples.integrum(TITLE)
            .replace("utf-8", "windows-1251")
            .getBytes(Charset.forName("windows-1251"));
    Article article = Reading.of(Reading.write(folder, "a.html", page)).only();
    hasItsFacts(article);
    assertThat(article.source()).isEqualTo("Новости порта");
    assertThat(article.authors()).containsExactly("Ада Риверс");
    assertThat(article.paragraphs())
        .containsExactly(
            "Новый мост открыт в понедельник, спустя год после обещанного срока.",
            "Поезда пойдут весной.");
  }

  @Test
  void japaneseDatabasesStateDaySectionAndHeadlineInTables() {
    Article asahi = only(PressSamples.kikuzo(TITLE));
    assertThat(asahi.publishedAt().iso()).isEqualTo("1985-01-11");
    assertThat(asahi.section()).isEqualTo("社会");
    assertThat(asahi.paragraphs()).containsExactly("新しい橋が月曜日に開通した。");
    Article yomiuri = only(PressSamples.yomidas(TITLE));
    assertThat(yomiuri.title()).isEqualTo(TITLE);
    assertThat(yomiuri.publishedAt().iso()).isEqualTo("1987-01-11");
    assertThat(yomiuri.section()).isEqualTo("社会");
    assertThat(yomiuri.paragraphs()).containsExactly("新しい橋が月曜日に開通した。");
  }

  /**
   * The nesting that https://github.com/koheiw/newspapers/blob/master/R/kikuzo.R expects: around a
   * table {@code topic-detail} are the headline, the text, and a list whose second cell is the day.
   */
  @ParameterizedTest
  @CsvSource({
    "<td>1985年01月11日</td><td>朝刊</td><td>1社</td><td>019</td><td>00123文字</td>, 1985-01-11, 1社",
    "<td>1985年1月11日</td><td></td><td>社会</td><td>3</td><td></td>, 1985-01-11, 社会",
    "<td> 2016年12月 3日 </td><td>夕刊</td><td>２総合</td><td>2</td><td>1200</td>, 2016-12-03, ２総合",
    "<td>1985/01/11</td><td>朝刊</td><td>経済</td><td>9</td><td>12</td>, 1985-01-11, 経済"
  })
  void kikuzoHasDayAndSectionInATableOfTheirOwn(String facts, String day, String section) {
    String page =
        "<html><head><meta charset=utf-8></head><body><table class=\"topic-list\"><tr><td>1</td>"
            + "<td>1999年9月9日</td><td>橋が開通</td></tr></table>"
            + PressSamples.kikuzoInTables("橋が開通", facts)
            + PressSamples.kikuzoInTables("渡し船", facts)
            + "</body></html>";
    Reading reading = Reading.of(folder, "export.html", page);
    assertThat(reading.articles()).extracting(Article::title).containsExactly("橋が開通", "渡し船");
    assertThat(reading.articles())
        .allSatisfy(
            article -> {
              assertThat(article.publishedAt().iso()).isEqualTo(day);
              assertThat(article.section()).isEqualTo(section);
              assertThat(article.paragraphs()).containsExactly("新しい橋が月曜日に開通した。", "列車は春に続く。");
            });
  }

  @Test
  void pageOfGallicaIsAnArticleWithTheFactsOfItsNotice() {
    String two = PressSamples.gallica(TITLE).replace("<hr>\n", "<hr><p>PAGE DEUX</p><hr>\n");
    Reading reading = Reading.of(folder, "a.html", two);
    assertThat(reading.articles()).extracting(Article::source).containsExactly(TITLE, TITLE);
    assertThat(reading.articles())
        .extracting(article -> article.publishedAt().iso())
        .containsOnly("1910-01-11");
    assertThat(reading.articles())
        .extracting(article -> article.paragraphs().getFirst())
        .containsExactly("Le pont a ouvert lundi.", "PAGE DEUX");
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("ark-1-b2", "ark-1-b2-2");
  }

  @Test
  void referenceInRisIsAnArticle() {
    Reading reading =
        Reading.of(folder, "a.ris", PressSamples.ris(TITLE) + PressSamples.ris("Ferry sold"));
    Article article = reading.articles().getFirst();
    hasItsFacts(article);
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.topics()).containsExactly("Bridges", "Ports");
    assertThat(article.url()).isEqualTo("https://harbour.example/12");
    assertThat(article.paragraphs())
        .containsExactly("The new bridge across the Ember opened on Monday.", "A ferry was sold.");
    assertThat(reading.articles()).hasSize(2);
  }

  @Test
  void textThatLostMostOfItsWordsIsRemarkedOn() {
    String cut = PressSamples.nexis(TITLE).replace("25 words", "2,968 words");
    Reading reading = Reading.of(folder, "a.txt", cut);
    assertThat(reading.articles()).hasSize(1);
    assertThat(reading.ledger().entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "shorter than its database says", "25 of 2968 words"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n   1 of 2 DOCUMENTS\n\n",
        "HD\nPD\nSN\nLA\nWC\n",
        "Report Information from ProQuest\n",
        "<html><title>Factiva</title></html>",
        "<html><article><span class=\"DocPublicationName\"></span></article></html>",
        "TY  - NEWS\nER  - \n"
      })
  void exportWithoutDocumentsIsSkipped(String content) {
    Reading reading = Reading.of(folder, "a.txt", content);
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().totals().skipped()).isEqualTo(1);
  }

  /**
   * The counters by which https://github.com/JBGruber/LexisNexisTools, {@code lnt_read}, tells
   * documents apart.
   */
  @ParameterizedTest
  @CsvSource({
    "1 of 2 DOCUMENTS, 2 of 2 DOCUMENTS",
    "1 of 2 DOCUMENT, 2 of 2 DOCUMENT",
    "Dokument 1 von 2, Dokument 2 von 2",
    "Document 1 de 2, Document 2 de 2",
    "'1,023 of 1,024 DOCUMENTS', '1,024 of 1,024 DOCUMENTS'",
    "LEVEL 1 - 1 OF 2 STORIES, LEVEL 1 - 2 OF 2 STORIES"
  })
  void counterInAnyLanguageBeginsADocument(String first, String second) {
    String sample = PressSamples.nexis("Bridge opens");
    String other = PressSamples.nexis("Ferry sold");
    String text =
        sample.replace("1 of 1 DOCUMENTS", first) + other.replace("1 of 1 DOCUMENTS", second);
    assertThat(Reading.of(folder, "nexis.txt", text).articles())
        .extracting(Article::title)
        .containsExactly("Bridge opens", "Ferry sold");
  }

  @Test
  void counterNeedsNoBlankLineAroundIt() {
    String sample =
        "Page 1\n"
            + PressSamples.nexis("Bridge opens")
                .stripLeading()
                .replaceFirst("DOCUMENTS\n\n\n", "DOCUMENTS\n");
    assertThat(sample).contains("DOCUMENTS\n    ");
    List<Article> articles = Reading.of(folder, "nexis.txt", sample + sample).articles();
    assertThat(articles).extracting(Article::title).containsOnly("Bridge opens").hasSize(2);
    assertThat(articles).extracting(Article::source).containsOnly("Harbour Mail (Emberton)");
  }

  /** The labels of https://github.com/cran/tm.plugin.lexisnexis, {@code inst/texts}. */
  @Test
  void frenchLabelsOfNexisAreKnown() {
    Article article =
        Reading.of(
                folder,
                "nexis.txt",
                PressSamples.nexis("Le pont")
                    .replace("HIGHLIGHT:", "ENCART:")
                    .replace("LOAD-DATE:", "DATE-CHARGEMENT:")
                    .replace(
                        "SUBJECT: BRIDGES (93%)",
                        """
                        LOCALISATION-GEO: FRANCE (55%)

                        SOCIETE: E.ON SE (85%)

                        SECTEUR-ACTIVITE: SIC4941

                        SYMBOLE-BOURSIER: EOAN

                        SUJET: PONTS (93%)\
                        """))
            .only();
    assertThat(article.standfirst()).isEqualTo("A year late, and dearer than planned");
    assertThat(article.places()).containsExactly("FRANCE");
    assertThat(article.organisations()).containsExactly("E.ON SE");
    assertThat(article.topics()).containsExactly("PONTS", "HARBOURS & PORTS");
    assertThat(article.paragraphs()).hasSize(1);
  }

  /** The form of https://github.com/koheiw/newspapers, {@code tests/data/yomidasu}. */
  @Test
  void pageMayBeginWithBlankLinesAndAnXmlDeclaration() {
    for (String page :
        List.of(
            PressSamples.yomidas("Bridge opens"),
            PressSamples.kikuzo("Bridge opens"),
            PressSamples.europresse("Bridge opens"))) {
      String declared = "\n\t\n<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + page;
      assertThat(Reading.of(folder, "a.html", declared).only().title()).isEqualTo("Bridge opens");
    }
  }
}
