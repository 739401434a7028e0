package broadsheet.corpus.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.article.Article;
import broadsheet.article.Box;
import broadsheet.article.WordPlace;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The formats of recognized pages besides ALTO and METS. Specifications:
 * https://github.com/PRImA-Research-Lab/PAGE-XML, https://kba.github.io/hocr-spec/1.2/,
 * http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml.
 */
class ScannedFormatsTest {
  @TempDir Path folder;

  private void write(String name, String content) {
    Reading.write(folder, name, content.getBytes(UTF_8));
  }

  private Article only(String content) {
    return Reading.of(folder, "page.xml", content).only();
  }

  private static Box box(Article article, int word) {
    return (Box) article.positions().words().words().get(word).place();
  }

  private static String region(String id, String type, String text) {
    return "<TextRegion id=\""
        + id
        + "\" type=\""
        + type
        + "\"><TextLine><Coords points=\"10,10 90,20\"/><TextEquiv conf=\"0.5\"><Unicode>"
        + text
        + "</Unicode></TextEquiv></TextLine></TextRegion>";
  }

  @Test
  void pageXmlIsReadInItsStatedOrderWithoutPageNumbers() {
    Article article =
        only(
            "<PcGts><Page imageWidth=\"100\" imageHeight=\"100\"><ReadingOrder><OrderedGroup"
                + " id=\"g\"><RegionRefIndexed index=\"1\" regionRef=\"a\"/><RegionRefIndexed"
                + " index=\"0\" regionRef=\"b\"/></OrderedGroup></ReadingOrder>"
                + region("a", "paragraph", "Second comes this.")
                + region("n", "page-number", "248")
                + region("b", "paragraph", "First comes that.")
                + "</Page></PcGts>");
    assertThat(article.paragraphs()).containsExactly("First comes that.", "Second comes this.");
    assertThat(article.positions().quality()).isEqualTo(50);
  }

  @Test
  void wordsOfALineWithoutPlacesShareTheLineByTheirLength() {
    Article article =
        only(
            "<PcGts><Page imageWidth=\"100\" imageHeight=\"100\">"
                + region("a", "paragraph", "ab abcdefg")
                + "</Page></PcGts>");
    assertThat(box(article, 0).left()).isCloseTo(0.10, within(0.01));
    assertThat(box(article, 0).right()).isCloseTo(0.26, within(0.02));
    assertThat(box(article, 1).left()).isCloseTo(0.34, within(0.02));
    assertThat(box(article, 1).right()).isCloseTo(0.91, within(0.02));
  }

  @Test
  void pageXmlWithWordsUsesTheirPlaces() {
    Article article =
        only(
            "<PcGts><Page imageWidth=\"100\" imageHeight=\"100\"><TextRegion"
                + " id=\"a\"><TextLine><Coords points=\"0,0 99,9\"/><Word><Coords><Point x=\"50\""
                + " y=\"2\"/><Point x=\"60\""
                + " y=\"8\"/></Coords><TextEquiv><Unicode>one</Unicode></TextEquiv></Word>"
                + "<TextEquiv><Unicode>one</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>");
    assertThat(article.paragraphs()).containsExactly("one");
    assertThat(box(article, 0).left()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void hocrIsReadAlsoWhereItIsNotWellFormed() {
    Article article =
        only(
            "<!DOCTYPE html><html><head><meta name='ocr-capabilities'"
                + " content='ocr_page'></head><body><div class='ocr_page' title='image \"a.jpg\";"
                + " bbox 0 0 1000 1000'><p class='ocr_par'><span class='ocr_line' title='bbox 0 0 1"
                + " 1'><span class='ocrx_word' title='bbox 100 10 200 40; x_wconf"
                + " 90'><strong>R&amp;D</strong></span><span class='ocrx_word' title='bbox 210 10"
                + " 300 40; x_wconf 70'>now</span><span class='ocrx_word' title='bbox 310 10 400"
                + " 40'> </p><p>");
    assertThat(article.paragraphs()).containsExactly("R&D now");
    assertThat(article.positions().quality()).isEqualTo(80);
    assertThat(box(article, 1).left()).isCloseTo(0.21, within(0.001));
  }

  @Test
  void wordsOfAbbyyAreMadeOfTheirLetters() {
    Article article =
        only(
            "<document"
                + " xmlns=\"http://www.abbyy.com/FineReader_xml/FineReader6-schema-v1.xml\"><page"
                + " width=\"100\" height=\"100\"><block blockType=\"Text\"><text><par><line l=\"1\""
                + " t=\"1\" r=\"40\" b=\"9\"><formatting><charParams l=\"1\" t=\"2\" r=\"5\""
                + " b=\"9\" charConfidence=\"40\">I</charParams><charParams l=\"6\" t=\"1\""
                + " r=\"10\" b=\"9\" charConfidence=\"60\">t</charParams><charParams l=\"11\""
                + " t=\"1\" r=\"15\" b=\"9\"> </charParams><charParams l=\"20\" t=\"1\" r=\"24\""
                + " b=\"9\" charConfidence=\"50\">&lt;</charParams>"
                + "</formatting></line></par></text></block></page></document>");
    assertThat(article.paragraphs()).containsExactly("It <");
    assertThat(article.positions().quality()).isEqualTo(50);
    assertThat(box(article, 0).right()).isCloseTo(0.1, within(0.001));
  }

  @Test
  void theTicketOfAnIssueStatesWhatItsAbbyyPagesDoNot() {
    write(
        "p_1.xml",
        "<page width=\"9\" height=\"9\"><block"
            + " blockType=\"Text\"><text><par><line><formatting>Soap,"
            + " 3d.</formatting></line></par></text></block></page>");
    write(
        "t.xml",
        "<ticket type=\"Abbyy\"><meta><date><![CDATA[17621207]]></date><title><![CDATA[Daily"
            + " Ember]]></title></meta><images><image xml=\"/x/p_1.xml\""
            + " src=\"/x/1.jp2\"/></images></ticket>");
    Article article = Reading.of(folder).only();
    assertThat(article.source()).isEqualTo("Daily Ember");
    assertThat(article.publishedAt().iso()).isEqualTo("1762-12-07");
    assertThat(article.paragraphs()).containsExactly("Soap, 3d.");
  }

  private static String olive(String id, String name, String more, String words) {
    return "<XMD-entity ENTITY_TYPE=\"Article\" ID=\""
        + id
        + "\" PAGE_NO=\""
        + id.charAt(4)
        + "\" LANGUAGE=\"French\" "
        + more
        + ">"
        + "<Meta NAME=\""
        + name
        + "\" PUBLICATION=\"GDL\" ISSUE_DATE=\"02/01/1900\" PAGE_WIDTH=\"57\" PAGE_HEIGHT=\"57\""
        + " IMAGES_RESOLUTION=\"57\"/><Content><Primitive BOX=\"0 0 9 9\">"
        + words
        + "</Primitive></Content></XMD-entity>";
  }

  @Test
  void oliveIsReadWithItsContinuationOnAnotherPage() {
    write(
        "d/1/Ar00100.xml",
        olive("Ar00100", "Lettre", "CONTINUATION_TO=\"Ar00201\"", "<W BOX=\"0 0 9 9\">Il</W>"));
    write(
        "d/2/Ar00201.xml",
        olive(
            "Ar00201",
            "Lettre",
            "CONTINUATION_FROM=\"Ar00100\"",
            "<W BOX=\"0 0 9 9\">part</W><W BOX=\"9 0 10 9\">.</W>"));
    write("d/2/Pg002.xml", "<XMD-PAGE/>");
    Reading reading = Reading.of(folder);
    Article article = reading.only();
    assertThat(article.paragraphs()).containsExactly("Il part.");
    assertThat(article.positions().pageLabels()).isEqualTo("1, 2");
    assertThat(article.positions().words().words())
        .extracting(WordPlace::part)
        .containsExactly(0, 1);
    assertThat(article.publishedAt().iso()).isEqualTo("1900-01-02");
    assertThat(article.language()).isEqualTo("fr");
    assertThat(reading.entries())
        .extracting(LedgerEntry::reason)
        .containsExactlyInAnyOrder(
            "the continuation of another file",
            "the layout of an issue, whose articles are other files");
  }

  @Test
  void oliveWordsInPiecesAreWhole() {
    String words =
        "<L/><Q BOX=\"0 0 4 9\" QID=\"1\">arriv</Q><q BOX=\"4 0 5 9\" QID=\"1\">\u00e9</q><QW"
            + " QID=\"1\">arriv\u00e9</QW><Q BOX=\"10 0 14 9\" QID=\"2\">di</Q><L/><q BOX=\"0 10 5"
            + " 19\" QID=\"2\">manche</q><QW QID=\"2\">dimanche</QW>";
    Article article = only(olive("Ar00100", "Lettre", "", words));
    assertThat(article.paragraphs()).containsExactly("arriv\u00e9 dimanche");
    assertThat(article.positions().words().words())
        .extracting(WordPlace::word)
        .containsExactly(1, 2, 2);
  }

  private static final String DIDL =
      """
      <didl:DIDL xmlns:didl="d" xmlns:dcx="x" xmlns:dc="c" xmlns:ddd="e"><didl:Item dc:identifier="i">
      <didl:Component><didl:Resource><srw_dc:dcx><dc:title>Daily Ember</dc:title><dc:date>1750-05-15</dc:date>
      <dcx:recordIdentifier>ddd:01:mpeg21</dcx:recordIdentifier><dc:language>dut</dc:language></srw_dc:dcx></didl:Resource></didl:Component>
      <didl:Item dc:identifier="i:p001">
      <didl:Component><didl:Descriptor><didl:Statement>alto</didl:Statement></didl:Descriptor>
        <didl:Resource ref="http://example.org/x" dcx:filename="D_001_alto.xml"/></didl:Component>
      <didl:Item ddd:article_id="ddd:01:mpeg21:a0001"><dc:subject>artikel</dc:subject><dc:title>ITALIEN.</dc:title>
        <dcx:area hpos="0" vpos="0" width="2000" height="150"/></didl:Item>
      <didl:Item ddd:article_id="ddd:01:mpeg21:a0002"><dc:subject>advertentie</dc:subject>
        <dcx:area hpos="0" vpos="150" width="2000" height="900"/></didl:Item>
      </didl:Item></didl:Item></didl:DIDL>
      """;

  @Test
  void didlArticlesAreTheWordsInTheirRectangles() {
    write("didl.xml", DIDL);
    write("D_001_alto.xml", new Alto4().block("a", "Uit Rome").block("b", "Te koop.").toString());
    write("D_0001_articletext.xml", "<text>\n<title>ITALIEN.</title>\n<p>Uit Rome</p></text>");
    List<Article> articles = Reading.of(folder).articles();
    assertThat(articles)
        .extracting(Article::paragraphs)
        .containsExactly(List.of("Uit Rome"), List.of("Te koop."));
    assertThat(articles).extracting(Article::title).containsExactly("ITALIEN.", "");
    assertThat(articles).extracting(Article::section).containsExactly("", "Advertisements");
    assertThat(articles).extracting(Article::source).containsOnly("Daily Ember");
    assertThat(articles).extracting(Article::language).containsOnly("nl");
    assertThat(articles.getFirst().id()).isEqualTo("ddd-01-mpeg21-a0001");
  }

  @Test
  void articlesOfAnIssueInTwoLanguagesAreInTheirOwn() {
    write(
        "didl.xml",
        DIDL.replace("<dc:language>dut", "<dc:language>fre</dc:language><dc:language>dut"));
    String dutch = "Men meldt uit Rome dat de brug over de rivier gisteren geopend is. ";
    String french = "On mande de Rome que le pont sur la rivière a été ouvert hier matin. ";
    write(
        "D_001_alto.xml",
        new Alto4().block("a", dutch.repeat(3)).block("b", french.repeat(3)).toString());
    assertThat(Reading.of(folder).articles())
        .extracting(Article::language)
        .containsExactly("nl", "fr");
  }

  @Test
  void theTextOfAnArticleIsReadWhereTheScanIsMissing() {
    write("D_0001_articletext.xml", "<text>\n<title>ITALIEN.</title>\n<p>Uit Rome</p></text>");
    assertThat(Reading.of(folder).only().paragraphs()).containsExactly("Uit Rome");
  }

  @Test
  void textInATextLayerOfDjvuIsPlaced() {
    Article article =
        only(
            "<DjVuXML><BODY><OBJECT width=\"100\" height=\"200\"><HIDDENTEXT><PARAGRAPH><LINE><WORD"
                + " coords=\"10,40,30,20\" x-confidence=\"66\">Soap</WORD>"
                + "</LINE></PARAGRAPH></HIDDENTEXT></OBJECT></BODY></DjVuXML>");
    assertThat(box(article, 0).top()).isCloseTo(0.1, within(0.001));
    assertThat(box(article, 0).bottom()).isCloseTo(0.2, within(0.001));
    assertThat(article.positions().quality()).isEqualTo(66);
  }

  @Test
  void aPageOfDjvuThatIsNotEndedIsKeptWhenTheNextBegins() {
    String word = "<WORD coords=\"10,40,30,20\">%s</WORD></LINE>";
    Reading reading =
        Reading.of(
            folder,
            "pages.xml",
            "<DjVuXML><OBJECT width=\"100\" height=\"200\">"
                + word.formatted("Soap")
                + "<OBJECT width=\"100\" height=\"200\">"
                + word.formatted("Candles")
                + "</OBJECT></DjVuXML>");
    assertThat(reading.articles())
        .extracting(article -> article.paragraphs().getFirst())
        .containsExactly("Soap", "Candles");
  }

  /** The form of https://www.pdflib.com/products/tet/ 4.3 (TETML 3), with lines and without. */
  private static final String TETML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Created by the PDFlib Text Extraction Toolkit TET (www.pdflib.com) -->
      <TET xmlns="http://www.pdflib.com/XML/TET3/TET-3.0" version="4.2">
      <Creation platform="Linux-x86_64" tetVersion="4.3p1" date="2019-09-09T09:54:18+02:00" />
      <Document filename="data_pdf/1857/10002098.pdf" pageCount="2"><DocInfo/><Pages>
      <Page number="1" width="100" height="200"><Content granularity="word">
      <PlacedImage image="I0" x="0.00" y="0.00" width="100" height="200" />
      <Para><Line><Word><Text>Bundesblatt</Text><Box llx="10" lly="160" urx="60" ury="180">
       <Glyph font="F0" size="20" x="10" y="160" width="9">B</Glyph></Box></Word>
       <Word><Text>.</Text><Box llx="60.5" lly="160" urx="64" ury="180"/></Word></Line></Para>
      <Para><Line><Word><Text>Die</Text><Box llx="10" lly="140" urx="20" ury="150"/></Word>
       <Word><Text>Brücke</Text><Box llx="23" lly="140" urx="50" ury="150"/></Word></Line>
       <Line><Word><Text>ist</Text><Box llx="10" lly="120" urx="20" ury="130"/></Word>
       <Word><Text>offen</Text><Box llx="23" lly="120" urx="40" ury="130"/></Word>
       <Word><Text>,</Text><Box llx="40" lly="120" urx="42" ury="130"/></Word></Line></Para>
      </Content></Page>
      <Page number="2" width="100" height="200"><Content granularity="line">
      <Para><Line><Text>und Züge fahren.</Text><Box llx="10" lly="180" urx="50" ury="190"/></Line></Para>
      </Content></Page></Pages></Document></TET>
      """;

  @Test
  void pagesOfTetmlAreOneArticle() {
    write("FedGazDe/1857/01/03/10002098.word.tetml", TETML);
    Article article = Reading.of(folder).only();
    assertThat(article.title()).isEqualTo("Bundesblatt.");
    assertThat(article.paragraphs()).containsExactly("Die Brücke ist offen, und Züge fahren.");
    assertThat(article.publishedAt().iso()).isEqualTo("1857-01-03");
    assertThat(article.source()).isEqualTo("FedGazDe");
    assertThat(article.positions().pages()).hasSize(2);
    assertThat(box(article, 0).top()).isCloseTo(0.1, within(0.001));
    assertThat(box(article, 0).bottom()).isCloseTo(0.2, within(0.001));
  }
}
