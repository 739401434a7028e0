package broadsheet.corpus.office;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Packed;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small files with all the parts and elements around the text that their specifications ask for.
 */
class OfficeSpecificationTest {
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s"
          + "</Relationships>";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @TempDir Path folder;

  /** The specifications of OpenDocument and EPUB ask for a first entry that is not compressed. */
  private Reading read(String name, String... namesAndContents) {
    byte[] zip =
        Packed.zip(
            z -> {
              for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = namesAndContents[i + 1].getBytes(UTF_8);
                if (namesAndContents[i].equals("mimetype")) {
                  Packed.stored(z, namesAndContents[i], content);
                } else {
                  Packed.deflated(z, namesAndContents[i], content);
                }
              }
            });
    return Reading.of(Reading.write(folder, name, zip));
  }

  private static String related(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, TYPE + type, target);
  }

  /** A package of Office Open XML around a main part and others. */
  private static String[] office(String mainType, String main, String... parts) {
    String types =
        DECLARATION
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/"
            + main
            + "\" ContentType=\""
            + mainType
            + "\"/></Types>";
    List<String> all = new ArrayList<>(List.of("[Content_Types].xml", types, "_rels/.rels"));
    all.add(DECLARATION + RELATIONSHIPS.formatted(related("rId1", "officeDocument", main)));
    all.addAll(List.of(parts));
    return all.toArray(String[]::new);
  }

  /**
   * ECMA-376 part 1, 17 (WordprocessingML):
   * https://ecma-international.org/publications-and-standards/standards/ecma-376/; the first
   * edition by element, such as {@code ruby}:
   * https://c-rex.net/samples/ooxml/e1/part4/OOXML_P4_DOCX_ruby_topic_ID0ECEFQ.html.
   */
  @Test
  void phoneticGuidesAndHiddenTextOfWordAreNoText() {
    String document =
        DECLARATION
            + """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
             <w:body>
              <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Bridge opens</w:t></w:r></w:p>
              <w:p>
               <w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>
               <w:r><w:t xml:space="preserve">It opened in </w:t></w:r>
               <w:r><w:ruby>
                <w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/></w:rubyPr>
                <w:rt><w:r><w:t>tou</w:t></w:r></w:rt>
                <w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase>
               </w:ruby></w:r>
               <w:r><w:t>京</w:t></w:r>
               <w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> Not for print.</w:t></w:r>
               <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r>
              </w:p>
              <w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>
             </w:body>
            </w:document>
            """;
    Article article =
        read(
                "a.docx",
                office(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                        + ".main+xml",
                    "word/document.xml",
                    "word/document.xml",
                    document))
            .only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs()).containsExactly("It opened in 東京.");
  }

  /**
   * ECMA-376 part 1, 18.2.20 ({@code sheets}), 18.2.28 ({@code workbookPr}), 18.4.6 ({@code rPh}):
   * https://ecma-international.org/publications-and-standards/standards/ecma-376/; an overview:
   * https://c-rex.net/samples/ooxml/e1/Whitepaper/spreadsheetml.html.
   */
  @Test
  void firstSheetShownIsReadWithTheDaysOfItsWorkbook() {
    String namespaces =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
            + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    String workbook =
        DECLARATION
            + "<workbook "
            + namespaces
            + "><workbookPr date1904=\"1\"/><sheets><sheet name=\"Notes\" sheetId=\"3\""
            + " state=\"hidden\" r:id=\"rId3\"/><sheet name=\"News\" sheetId=\"2\" r:id=\"rId2\"/>"
            + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    String sheet =
        DECLARATION
            + "<worksheet "
            + namespaces
            + "><dimension ref=\"A1:C2\"/><sheetData><row r=\"1\" spans=\"1:3\"><c r=\"A1\""
            + " t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>date</t></is></c><c r=\"C1\""
            + " t=\"inlineStr\"><is><t>text</t></is></c></row><row r=\"2\" spans=\"1:3\"><c"
            + " r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>38727</v></c><c r=\"C2\""
            + " t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>toukyou</t></rPh><phoneticPr"
            + " fontId=\"1\"/></is></c></row></sheetData></worksheet>";
    Article article =
        read(
                "a.xlsx",
                office(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    "xl/workbook.xml",
                    "xl/workbook.xml",
                    workbook,
                    "xl/_rels/workbook.xml.rels",
                    RELATIONSHIPS.formatted(
                        related("rId1", "worksheet", "worksheets/sheet1.xml")
                            + related("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                            + related("rId3", "worksheet", "worksheets/sheet3.xml")),
                    "xl/worksheets/sheet1.xml",
                    sheet.replace("38727", "1"),
                    "xl/worksheets/sheet2.xml",
                    sheet,
                    "xl/worksheets/sheet3.xml",
                    sheet.replace("38727", "2"),
                    "xl/styles.xml",
                    "<styleSheet "
                        + namespaces
                        + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\""
                        + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>",
                    "xl/sharedStrings.xml",
                    "<sst "
                        + namespaces
                        + " count=\"2\" uniqueCount=\"2\"><si><t>title</t></si><si><r><t>Bridge"
                        + " </t></r><r><rPr><b/></rPr><t>opens</t></r></si></sst>"))
            .only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(article.paragraphs()).containsExactly("東京");
  }

  /**
   * ECMA-376 part 1, 19.3.1 (PresentationML):
   * https://ecma-international.org/publications-and-standards/standards/ecma-376/; an overview:
   * https://c-rex.net/samples/ooxml/e1/Whitepaper/presentationml.html.
   */
  @Test
  void shapesOfASlideAreReadWithinTheirTree() {
    String slide =
        DECLARATION
            + """
            <p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
             xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
             xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">
             <p:cSld><p:spTree>
              <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>
              <p:grpSpPr/>
              <p:sp>
               <p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
                <p:nvPr><p:ph type="ctrTitle"/></p:nvPr></p:nvSpPr>
               <p:spPr/>
               <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>Bridge</a:t></a:r>
                <a:r><a:rPr lang="en-GB" b="1"/><a:t> opens</a:t></a:r></a:p></p:txBody>
              </p:sp>
              <p:sp>
               <p:nvSpPr><p:cNvPr id="3" name="Content 2"/><p:cNvSpPr/>
                <p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr>
               <p:spPr/>
               <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>It opened.</a:t></a:r></a:p></p:txBody>
              </p:sp>
              <p:sp>
               <p:nvSpPr><p:cNvPr id="4" name="Number 3"/><p:cNvSpPr/>
                <p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr>
               <p:spPr/>
               <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528}" type="slidenum"><a:t>17</a:t>
                </a:fld></a:p></p:txBody>
              </p:sp>
             </p:spTree></p:cSld>
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>
            </p:sld>
            """;
    Article article =
        read(
                "a.pptx",
                office(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"
                        + ".main+xml",
                    "ppt/presentation.xml",
                    "ppt/presentation.xml",
                    DECLARATION
                        + "<p:presentation"
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                        + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:sldIdLst><p:sldId"
                        + " id=\"256\" r:id=\"rId2\"/></p:sldIdLst></p:presentation>",
                    "ppt/_rels/presentation.xml.rels",
                    RELATIONSHIPS.formatted(related("rId2", "slide", "slides/slide1.xml")),
                    "ppt/slides/slide1.xml",
                    slide))
            .only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  /**
   * OpenDocument 1.3, part 3, 5.1 (text), 6.4 (ruby), 10.4 (frames):
   * https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part3-schema/OpenDocument-v1.3-os-part3-schema.html.
   */
  @Test
  void rubyAndDescriptionsOfPicturesInOpenDocumentAreNoText() {
    Article article =
        read(
                "a.odt",
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml",
                "<manifest:manifest"
                    + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                    + " manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\""
                    + " manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
                    + "</manifest:manifest>",
                "meta.xml",
                "<office:document-meta"
                    + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                    + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">"
                    + "<office:meta><meta:creation-date>2010-01-11T09:00:00</meta:creation-date><dc:title>Bridge"
                    + " opens</dc:title></office:meta></office:document-meta>",
                "content.xml",
                DECLARATION
                    + """
                    <office:document-content
                     xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                     xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                     xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                     xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                     xmlns:xlink="http://www.w3.org/1999/xlink"
                     office:version="1.3"><office:automatic-styles/><office:body><office:text>
                     <text:sequence-decls><text:sequence-decl text:display-outline-level="0"
                      text:name="Table"/></text:sequence-decls>
                     <text:h text:outline-level="1">Bridge<text:s/>opens</text:h>
                     <text:p>It opened in <text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text
                      >toukyou</text:ruby-text></text:ruby>,<text:s text:c="2"/>late.<draw:frame
                      draw:name="Picture 1"><draw:image xlink:href="Pictures/1.png"/><svg:desc
                      >A bridge from above</svg:desc></draw:frame></text:p>
                     <text:p>Monday, 11 January 2010</text:p>
                    </office:text></office:body></office:document-content>
                    """)
            .only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs()).containsExactly("It opened in 東京, late.");
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
  }

  /**
   * EPUB 3.3: https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml,
   * https://www.w3.org/TR/epub-33/#sec-package-doc, https://www.w3.org/TR/epub-33/#sec-nav.
   */
  @Test
  void chaptersOfABookAreReadInTheOrderOfItsSpine() {
    String chapter =
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">"
            + "<head><title>Harbour Quarterly</title></head><body>%s</body></html>";
    Reading reading =
        read(
            "a.epub",
            "mimetype",
            "application/epub+zip",
            "META-INF/container.xml",
            "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
                + "<rootfiles><rootfile full-path=\"EPUB/package.opf\""
                + " media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
            "EPUB/package.opf",
            """
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id"
             xml:lang="en"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
             <dc:identifier id="pub-id">urn:uuid:A1B0D67E-2E81-4DF5-9E67-A64CBE366809</dc:identifier>
             <dc:title id="t1">Harbour Quarterly</dc:title><dc:language>en-GB</dc:language>
             <dc:creator id="creator">Ada Rivers</dc:creator>
             <meta refines="#creator" property="role" scheme="marc:relators">aut</meta>
             <dc:date>2010-01-11</dc:date>
             <meta property="dcterms:modified">2012-01-01T12:00:00Z</meta></metadata>
             <manifest><item id="nav" href="nav.xhtml" properties="nav"
              media-type="application/xhtml+xml"/>
             <item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
             <item id="one" href="one%20.xhtml" media-type="application/xhtml+xml"/>
             <item id="cover" href="cover.jpg" properties="cover-image" media-type="image/jpeg"/>
             </manifest><spine><itemref idref="nav" linear="no"/><itemref idref="one"/>
             <itemref idref="two"/></spine></package>
            """,
            "EPUB/nav.xhtml",
            chapter.formatted(
                "<nav epub:type=\"toc\"><ol><li><a href=\"one.xhtml\">Bridge</a></li></ol></nav>"),
            "EPUB/two.xhtml",
            chapter.formatted("<h1>Ferry sold</h1><p>A museum has it.</p>"),
            "EPUB/one .xhtml",
            chapter.formatted("<section><h1>Bridge opens</h1><p>It opened.</p></section>"));
    assertThat(reading.articles())
        .extracting(Article::title)
        .containsExactly("Bridge opens", "Ferry sold");
    Article article = reading.articles().getFirst();
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.source()).isEqualTo("Harbour Quarterly");
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(article.language()).isEqualTo("en-GB");
  }

  /**
   * RTF 1.9.1, with the header that writers must give (version, character set, fonts, style sheet,
   * information group); a public copy of an earlier version:
   * https://latex2rtf.sourceforge.net/rtfspec.html.
   */
  @Test
  void headerOfRtfIsNoText() {
    String rtf =
        """
        {\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1
        {\\fonttbl{\\f0\\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}}
        {\\colortbl;\\red0\\green0\\blue0;}
        {\\stylesheet{\\ql\\widctlpar\\f0\\fs24 \\snext0 Normal;}{\\*\\cs10 \\additive Default;}}
        {\\*\\generator Harbour Writer 1.0;}
        {\\info{\\title Bridge opens}{\\author Ada Rivers}{\\creatim\\yr2010\\mo1\\dy11\\hr9\\min0}}
        \\paperw11906\\paperh16838\\viewkind4
        {\\header\\pard Harbour Mail\\par}
        \\pard\\plain\\f0\\fs36\\b Bridge opens\\b0\\par
        \\pard\\plain\\f0\\fs24 It opened on \\u8220\\'93Monday\\u8221\\'94.\\par
        }
        """;
    Article article = Reading.of(Reading.write(folder, "a.rtf", rtf.getBytes(US_ASCII))).only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs()).containsExactly("It opened on “Monday”.");
  }
}
