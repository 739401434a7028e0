package broadsheet.corpus.xml;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debates of parliaments, each in the form of a publisher; the speeches are invented. */
class DebateTest {
  /**
   * The form of https://github.com/clarin-eric/ParlaMint, {@code Data/ParlaMint-AT}: two titles in
   * two languages, an editorial gap, notes of speaker and time, an event.
   */
  private static final String PARLAMINT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="ParlaMint-XX_2021-04-12-001">
      <teiHeader xml:lang="en"><fileDesc><titleStmt>
        <title type="main" xml:lang="de">Parlamentskorpus ParlaMint-XX [ParlaMint]</title>
        <title type="sub" xml:lang="de">Sitzung 12</title>
        <title type="main" xml:lang="en">Parliamentary corpus ParlaMint-XX [ParlaMint]</title>
        <title type="sub" xml:lang="en">Sitting 12 of the Harbour Council [ParlaMint SAMPLE]</title>
        <respStmt><persName>Tom Field</persName><resp>Encoding</resp></respStmt></titleStmt>
        <publicationStmt><publisher><orgName>CLARIN</orgName><ref>www.clarin.eu</ref></publisher>
          <date when="2023-03-21">2023-03-21</date></publicationStmt>
        <sourceDesc><bibl><publisher>Harbour Council</publisher><date when="2021-04-13"/></bibl>
        </sourceDesc></fileDesc>
        <profileDesc><settingDesc><setting><date when="2021-04-12">2021-04-12</date></setting>
        </settingDesc></profileDesc></teiHeader>
      <text><body><div type="debateSection">
        <gap reason="editorial"><desc>Frontmatters and table of content removed</desc></gap>
        <head>Ferry dues</head>
        <note type="time">Opened: <time when="2021-04-12T10:03:00+01:00">10:03</time></note>
        <note type="speaker">The Chair, Dr Ada Rivers:</note>
        <u who="#P1" ana="#chair"><seg>Please be seated.</seg><seg>We <gap/>begin.</seg>
          <kinesic type="applause"><desc>(Applause.)</desc></kinesic></u>
        <note type="speaker">Ben Marsh (HP)</note>
        <u who="#P2" ana="#regular"><seg><s><w>I</w> <w join="right">agree</w>
          <pc>.</pc></s></seg></u>
        <u who="#CleoStone"><seg>So do I.</seg></u>
      </div></body></text></TEI>
      """;

  /** The form of {@code ParlaMint-AT-listPerson.xml} in the same repository. */
  private static final String PERSONS =
      """
      <listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="P1">
        <persName to="2000-09-27"><surname>Brook</surname><forename>Ada</forename></persName>
        <persName from="2000-09-28"><surname>Rivers</surname><forename>Ada</forename></persName>
        <affiliation role="member" ref="#NR"/>
        <affiliation role="member" ref="#parliamentaryGroup.OLD" to="2010-01-01"/>
        <affiliation role="member" ref="#parliamentaryGroup.HP" from="2010-01-02"/></person>
      </listPerson>
      """;

  /**
   * Akoma Ntoso 3.0, as https://github.com/mysociety/za-hansard ({@code test_inputs/hansard}) and
   * the Oireachtas write it.
   */
  private static final String AKOMA_NTOSO =
      """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13"><debate name="d">
      <meta><identification source="#s"><FRBRWork><FRBRdate date="2013-10-16" name="generation"/>
        </FRBRWork><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
        <references source="#s"><TLCOrganization id="h" showAs="Harbour Council"/>
        <TLCPerson eId="AdaRivers" href="/p/1" showAs="Ada Rivers"/>
        <TLCRole eId="chair" href="/r/1" showAs="Chair"/></references></meta>
      <preface><p><docTitle>HARBOUR DEBATES</docTitle> <docDate date="2013-05-08">8 May 2013</docDate>
        </p></preface>
      <debateBody><debateSection name="s"><heading>FERRY DUES</heading>
        <p>The House met at <recordedTime time="14:03:00">14:03</recordedTime></p>
        <debateSection name="q"><heading>Question</heading>
        <speech by="#AdaRivers" as="#chair" startTime="2013-05-08T14:05:00">
          <from>Deputy Ada Rivers (HP):</from><p>Order.</p><p>We begin.</p></speech>
        <scene>Interjections.</scene>
        <speech by=""><from>Mr B MARSH</from><p>I agree.</p></speech></debateSection>
      </debateSection></debateBody></debate></akomaNtoso>
      """;

  /** The form of https://parser.theyworkforyou.com/hansard.html and of openaustralia-parser. */
  private static final String PUBLIC_WHIP =
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <publicwhip scraperversion="a" latest="yes">
      <major-heading id="uk.org.publicwhip/debate/2003-06-26.1220.0" nospeaker="true">
      Ferry dues
      </major-heading>
      <minor-heading id="uk.org.publicwhip/debate/2003-06-26.1220.1"> </minor-heading>
      <speech id="uk.org.publicwhip/debate/2003-06-26.1220.2" nospeaker="true" time="12:32:00">
      <p class="italic">The Council met.</p></speech>
      <speech id="uk.org.publicwhip/debate/2003-06-26.1220.3" speakerid="m/1"
       speakername="Ada Rivers" time="12:32:00"><p pid="a1">I beg to move.</p>
       <p pid="a2">It is late.</p></speech>
      <speech id="x" speakername="Ada Rivers" time="12:32:00"><p>Very late.</p></speech>
      <division id="d"><divisioncount ayes="1"/><mplist vote="aye"><mpname>Ben Marsh</mpname></mplist>
      </division></publicwhip>
      """;

  /** The form of the source release of https://www.statmt.org/europarl/. */
  private static final String EURO_PARL =
      """
      <CHAPTER ID="003">
      Ferry dues
      <SPEAKER ID="12" NAME="President">
      The debate is open.
      <P>
      We begin.
      <SPEAKER ID="13" NAME="Rivers, Ada" LANGUAGE="EN" AFFILIATION="HP">
      (EN) I agree.
      """;

  @TempDir Path folder;

  private Article read(String name, String file) {
    return Reading.of(folder, name, file).articles().getFirst();
  }

  @Test
  void sittingInParlaMintHasSpeakersPartiesAndItsOwnTitle() throws IOException {
    Files.writeString(folder.resolve("ParlaMint-XX-listPerson.xml"), PERSONS);
    Article sitting = read("ParlaMint-XX_2021-04-12-001.xml", PARLAMINT);
    assertThat(sitting.title()).isEqualTo("Sitting 12 of the Harbour Council");
    assertThat(sitting.publishedAt().iso()).isEqualTo("2021-04-12");
    assertThat(sitting.source()).isEqualTo("Harbour Council");
    assertThat(sitting.authors()).isEmpty();
    assertThat(sitting.speakers()).containsExactly("Ada Rivers", "Ben Marsh", "Cleo Stone");
    assertThat(sitting.paragraphs())
        .containsExactly(
            "Ferry dues",
            "Opened: 10:03",
            "Ada Rivers (HP, 10:03): Please be seated.",
            "We begin.",
            "(Applause.)",
            "Ben Marsh (HP): I agree.",
            "Cleo Stone: So do I.");
  }

  @Test
  void speakersInParlaMintAreThoseThatTheRecordPrintsIfNoPersonsAreListed() {
    assertThat(read("a.xml", PARLAMINT).speakers())
        .containsExactly("The Chair, Dr Ada Rivers", "Ben Marsh", "Cleo Stone");
  }

  @Test
  void personsInTheHeaderOfTheCorpusNameTheSpeakers() {
    String tei = PARLAMINT.substring(PARLAMINT.indexOf("<TEI"));
    assertThat(
            read(
                    "corpus.xml",
                    "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>%s</teiHeader>%s</teiCorpus>"
                        .formatted(PERSONS, tei))
                .speakers())
        .startsWith("Ada Rivers");
  }

  @Test
  void sittingInAkomaNtosoIsDatedByItsDayAndNamesSpeakersByReference() {
    Article sitting = read("main.xml", AKOMA_NTOSO);
    assertThat(sitting.title()).isEqualTo("HARBOUR DEBATES, 8 May 2013");
    assertThat(sitting.publishedAt().iso()).isEqualTo("2013-05-08");
    assertThat(sitting.source()).isEqualTo("Harbour Council");
    assertThat(sitting.language()).isEqualTo("en");
    assertThat(sitting.speakers()).containsExactly("Ada Rivers", "Mr B MARSH");
    assertThat(sitting.paragraphs())
        .containsExactly(
            "FERRY DUES",
            "The House met at 14:03",
            "Question",
            "Ada Rivers (HP, 14:05): Order.",
            "We begin.",
            "Interjections.",
            "Mr B MARSH: I agree.");
  }

  @Test
  void sittingInPublicWhipHasHeadingsSpeakersAndTimes() {
    Article sitting = read("debates.xml", PUBLIC_WHIP);
    assertThat(sitting.title()).isEqualTo("Debates, 2003-06-26");
    assertThat(sitting.publishedAt().iso()).isEqualTo("2003-06-26");
    assertThat(sitting.speakers()).containsExactly("Ada Rivers");
    assertThat(sitting.paragraphs())
        .containsExactly(
            "Ferry dues",
            "The Council met.",
            "Ada Rivers (12:32): I beg to move.",
            "It is late.",
            "Very late.");
  }

  /** Canada: https://www.ourcommons.ca, Hansard XML. Australia: ParlInfo, schema 2.1. */
  @Test
  void hansardsOfCanadaAndAustraliaNameTheirSpeakers() {
    String canada =
        """
        <Hansard xml:lang="EN"><DocumentTitle><DocumentName>House Debates</DocumentName>
        </DocumentTitle><ExtractedInformation><ExtractedItem Name="Date">Monday, May 5, 2014
        </ExtractedItem></ExtractedInformation><HansardBody><OrderOfBusiness>
        <OrderOfBusinessTitle>Ferry dues</OrderOfBusinessTitle><Intervention><PersonSpeaking>
        <Affiliation>Ms. Ada Rivers (Harbour East, HP):</Affiliation></PersonSpeaking><Content>
        <ParaText>I agree.</ParaText></Content></Intervention></OrderOfBusiness></HansardBody>
        </Hansard>
        """;
    Article canadian = read("canada.xml", canada);
    assertThat(canadian.title()).isEqualTo("House Debates, Monday, May 5, 2014");
    assertThat(canadian.paragraphs())
        .containsExactly("Ferry dues", "Ms. Ada Rivers (Harbour East, HP): I agree.");
    String australia =
        """
        <hansard version="2.1"><session.header><date>2012-02-07</date><chamber>HOUSE</chamber>
        </session.header><chamber.xscript><debate><debateinfo><title>DUES</title></debateinfo>
        <speech><talk.start><talker><time.stamp>14:01:00</time.stamp><name role="metadata">Ms
        RIVERS</name><party>HP</party></talker></talk.start><para>I agree.</para></speech></debate>
        </chamber.xscript></hansard>
        """;
    Article australian = read("australia.xml", australia);
    assertThat(australian.publishedAt().iso()).isEqualTo("2012-02-07");
    assertThat(australian.paragraphs()).containsExactly("DUES", "Ms RIVERS (HP, 14:01): I agree.");
  }

  @Test
  void chapterOfEuroParlIsASitting() {
    Article sitting = read("ep-09-04-21-003.txt", EURO_PARL);
    assertThat(sitting.title()).isEqualTo("Ferry dues");
    assertThat(sitting.publishedAt().iso()).isEqualTo("2009-04-21");
    assertThat(sitting.paragraphs())
        .containsExactly(
            "Ferry dues",
            "President: The debate is open.",
            "We begin.",
            "Rivers, Ada (HP): (EN) I agree.");
  }
}
