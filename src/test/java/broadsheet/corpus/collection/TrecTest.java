package broadsheet.corpus.collection;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Collections of TREC, https://trec.nist.gov/data/docs_eng.html, whose descriptions are on their
 * disks.
 */
class TrecTest {
  private static final String AP =
      """
      <DOC>
      <DOCNO> AP880212-0001 </DOCNO>
      <FILEID>AP-NR-02-12-88 2344EST</FILEID>
      <FIRST>u i AM-Bridge     02-12 0398</FIRST>
      <HEAD>New Bridge Opens</HEAD>
      <BYLINE>By ADA RIVERS</BYLINE>
      <BYLINE>Associated Press Writer</BYLINE>
      <DATELINE>LAKEPORT (AP) </DATELINE>
      <TEXT>
         The bridge across the Ember opened on Monday, a year after it
      was promised, and the mayor said it had been worth the wait for
      all &amp; sundry.
         ``It is open,'' she said. The price is <5.
      </TEXT>
      </DOC>
      """;

  private static final String TRADE =
      """
      <DOC>
      <DOCNO>HN-culture-10-20161210</DOCNO>
      <URL>http://harbour.example/10</URL>
      <SRC>Harbour FM</SRC>
      <CAT>culture</CAT>
      <TITLE>Film opens</TITLE>
      <TIME>%s</TIME>
      <AUTHOR>Ada Rivers</AUTHOR>
      <ABSTRACT>A comedy.</ABSTRACT>
      <SHELF>%s</SHELF>
      <TEXT>
      A comedy opened on Saturday in all the town's cinemas.
      </TEXT>
      </DOC>
      """;

  private static final String WSJ =
      """
      <DOC>
      <DOCNO> WSJ901207-0123 </DOCNO>
      <HL> Builder of Bridges
      To Sell Unit
         ----
         A Second Deck
         ----
         By Tom Field
         Staff Reporter of The Wall Street Journal </HL>
      <DATE> 12/07/90 </DATE>
      <SO> WALL STREET JOURNAL (J), PAGE C3 </SO>
      <IN> TENDER OFFERS, MERGERS (TNM)
      PIPELINES (PIP) </IN>
      <LP>
         The builder sells.
      </LP>
      <TEXT>
         More follows.
      </TEXT>
      </DOC>
      """;

  private static final String LA =
      """
      <DOC>
      <DOCNO> LA010189-0001 </DOCNO>
      <DATE><P>
      January 1, 1989, Sunday, Home Edition
      </P></DATE>
      <SECTION><P>
      Metro; Page 1; Metro Desk
      </P></SECTION>
      <HEADLINE><P>
      NEW BRIDGE
      </P></HEADLINE>
      <BYLINE><P>
      By ADA RIVERS, Times Staff Writer
      </P></BYLINE>
      <TEXT><P>
      One line
      wrapped.
      </P>
      <P>Second.
      </TEXT>
      <GRAPHIC><P>
      Photo, a bridge
      </P></GRAPHIC>
      <SUBJECT><P>BRIDGES; RIVERS</P></SUBJECT>
      </DOC>
      """;

  private static final String FT =
      """
      <DOC>
      <DOCNO>FT911-3</DOCNO>
      <PROFILE>_AN-BEOA7AAIFT</PROFILE>
      <DATE>910514
      </DATE>
      <HEADLINE>
      FT  14 MAY 91 / Jubilee of a bridge that did what it was
      designed to do
      </HEADLINE>
      <BYLINE>
         By TOM FIELD and ADA RIVERS
      </BYLINE>
      <TEXT>
      It works.
      </TEXT>
      <PUB>The Financial Times
      </PUB>
      </DOC>
      """;

  @TempDir Path folder;

  private Reading read(String content) {
    return Reading.of(folder, "docs.sgm", content);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-12-10T10:18:00+01:00, 2016-12-10T10:18:00+01:00",
    "10/12/2016, 2016-12-10",
    "12/10/2016, 2016-12-10",
    "11/12/2016, ''"
  })
  void recordsWithOtherNamesForTheirFields(String time, String date) {
    Article article = Reading.of(folder, "a.txt", TRADE.formatted(time, "")).only();
    assertThat(article.source()).isEqualTo("Harbour FM");
    assertThat(article.section()).isEqualTo("culture");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.standfirst()).isEqualTo("A comedy.");
    assertThat(article.publishedAt().iso()).isEqualTo(date);
  }

  @Test
  void fieldNotUsedIsNamedOnceASource() {
    String record = TRADE.formatted("2016-12-10", "B12");
    for (String name : new String[] {"one/a.txt", "one/b.txt", "two/a.txt"}) {
      Reading.write(folder, name, (record + record).getBytes(StandardCharsets.UTF_8));
    }
    Reading all = Reading.of(folder.resolve("one"), folder.resolve("two"));
    assertThat(all.articles()).hasSize(6);
    assertThat(all.entries()).hasSize(2);
    assertThat(all.entries().getFirst().reason()).isEqualTo("unused fields");
    assertThat(all.entries().getFirst().detail()).isEqualTo("SHELF");
  }

  @Test
  void agencyStoryGivesAllItsParts() {
    Article article = read(AP).only();
    assertThat(article.id()).isEqualTo("AP880212-0001");
    assertThat(article.title()).isEqualTo("New Bridge Opens");
    assertThat(article.dateline()).isEqualTo("LAKEPORT (AP)");
    assertThat(article.authors()).containsExactly("ADA RIVERS");
    assertThat(article.source()).isEqualTo("Associated Press");
    assertThat(article.publishedAt().iso()).isEqualTo("1988-02-12T23:44:00-05:00");
    assertThat(article.paragraphs())
        .containsExactly(
            "The bridge across the Ember opened on Monday, a year after it was promised, and the"
                + " mayor said it had been worth the wait for all & sundry.",
            "``It is open,'' she said. The price is <5.");
    assertThat(article.locations()).containsExactly("docs.sgm#1");
  }

  @Test
  void dateThatCanBeReadTwoWaysIsSettledByTheNumber() {
    Article article = read(WSJ).only();
    assertThat(article.publishedAt().iso()).isEqualTo("1990-12-07");
    assertThat(read(WSJ).ledger().totals().remarked()).isZero();
    assertThat(read(WSJ.replace("WSJ901207-0123", "X-1")).only().publishedAt().isKnown()).isFalse();
  }

  @Test
  void headlineOfTheWallStreetJournalIsCutIntoItsParts() {
    Article article = read(WSJ).only();
    assertThat(article.title()).isEqualTo("Builder of Bridges To Sell Unit");
    assertThat(article.standfirst()).isEqualTo("A Second Deck");
    assertThat(article.authors()).containsExactly("Tom Field");
    assertThat(article.source()).isEqualTo("The Wall Street Journal");
    assertThat(article.topics()).containsExactly("TENDER OFFERS, MERGERS (TNM)", "PIPELINES (PIP)");
    assertThat(article.paragraphs()).containsExactly("The builder sells.", "More follows.");
  }

  @Test
  void paragraphsMayBeElementsWithOrWithoutEnd() {
    Article article = read(LA).only();
    assertThat(article.paragraphs())
        .containsExactly("One line wrapped.", "Second.", "Photo, a bridge");
    assertThat(article.authors()).containsExactly("ADA RIVERS");
    assertThat(article.section()).isEqualTo("Metro");
    assertThat(article.topics()).containsExactly("BRIDGES", "RIVERS");
    assertThat(article.publishedAt().iso()).isEqualTo("1989-01-01");
  }

  @Test
  void prefixOfTheFinancialTimesIsNoHeadline() {
    Article article = read(FT).only();
    assertThat(article.title())
        .isEqualTo("Jubilee of a bridge that did what it was designed to do");
    assertThat(article.authors()).containsExactly("TOM FIELD", "ADA RIVERS");
    assertThat(article.source()).isEqualTo("Financial Times");
    assertThat(article.publishedAt().iso()).isEqualTo("1991-05-14");
  }

  @Test
  void manyDocumentsAreReadWhateverEndsThem() {
    Reading reading =
        read("<ROOT>\n" + AP + WSJ.replace("</DOC>", "") + LA + FT.replace("</DOC>", ""));
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("AP880212-0001", "WSJ901207-0123", "LA010189-0001");
    assertThat(reading.ledger().reasons(Outcome.REMARKED)).containsKey("read without its end tag");
    assertThat(reading.ledger().entries(Outcome.FAILED)).hasSize(1);
  }

  @Test
  void gigawordHasItsNumberInTheTag() {
    Article article =
        read("""
        <DOC id="AFP_ENG_20041001.0001" type="story" >
        <HEADLINE>
        New bridge
        </HEADLINE>
        <DATELINE>
        LAKEPORT, Oct 1
        </DATELINE>
        <TEXT>
        <P>
        It opened.
        </P>
        </TEXT>
        </DOC>
        """)
            .only();
    assertThat(article.id()).isEqualTo("AFP_ENG_20041001.0001");
    assertThat(article.source()).isEqualTo("Agence France-Presse");
    assertThat(article.publishedAt().iso()).isEqualTo("2004-10-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SJMN91-06184003 | <PUBDATE> 910702 </PUBDATE> | 1991-07-02",
        "FBIS3-1 | <DATE1> 1 March 1994 </DATE1> | 1994-03-01",
        "APW19980601.0001 | <DATE_TIME> 1998-06-01 00:01 </DATE_TIME> | 1998-06-01T00:01:00",
        "XIE19960203.0001 | | 1996-02-03",
        "WSJ861201-0001 | <DD> 12/01/86 </DD> | 1986-12-01",
        "WSJ861201-0001 | <DATE>861201</DATE> | 1986-12-01",
        "ZF08-1 | <JOURNAL>Harbour Weekly  Oct 16 1989 v8 n21 p39(1)</JOURNAL> | 1989-10-16",
        "AP881399-0001 | | ''",
        "X1 | <DATE>010203</DATE> | ''",
      })
  void datesOfTheCollectionsAreRead(String docno, String field, String iso) {
    String document =
        "<DOC>\n<DOCNO>%s</DOCNO>\n%s\n<TEXT>It opened.</TEXT></DOC>"
            .formatted(docno, field == null ? "" : field);
    assertThat(read(document).only().publishedAt().iso()).isEqualTo(iso);
  }

  @Test
  void recordsOfAnotherKindAreNotTaken() {
    assertThat(read("<doc id=\"1\" url=\"x\">\nJust a page of text\n</doc>").articles()).isEmpty();
  }
}
