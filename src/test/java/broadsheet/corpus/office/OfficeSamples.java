package broadsheet.corpus.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.corpus.Packed;
import java.util.Map;

/** Office files with invented text, as programs write them but with only the parts that matter. */
public final class OfficeSamples {
  private static final String WORD =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

  private static final String SLIDE =
      "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  static final String OPEN =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"";

  private OfficeSamples() {}

  /** A zip of these parts, in this order. */
  public static byte[] zip(String... namesAndContents) {
    return Packed.zip(
        zip -> {
          for (int i = 0; i < namesAndContents.length; i += 2) {
            Packed.deflated(zip, namesAndContents[i], namesAndContents[i + 1].getBytes(UTF_8));
          }
        });
  }

  /** A Word file with this body, and more parts. */
  public static byte[] docx(String body, Map<String, String> parts) {
    return Packed.zip(
        zip -> {
          Packed.deflated(zip, "[Content_Types].xml", "<Types/>".getBytes(UTF_8));
          Packed.deflated(zip, "word/document.xml", document(body).getBytes(UTF_8));
          for (Map.Entry<String, String> part : parts.entrySet()) {
            String content = part.getValue().replace("NAMESPACES", WORD);
            Packed.deflated(zip, part.getKey(), content.getBytes(UTF_8));
          }
        });
  }

  /** The main part of a Word file with this body. */
  static String document(String body) {
    return "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>";
  }

  public static byte[] docx(String title) {
    return docx(paragraph("Title", title) + paragraph("", "It opened on Monday."), Map.of());
  }

  public static String paragraph(String style, String text) {
    String styled = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + styled + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  /** An OpenDocument text with this content in its body. */
  static byte[] odtOf(String content) {
    return Packed.zip(
        zip -> {
          byte[] type = "application/vnd.oasis.opendocument.text".getBytes(UTF_8);
          Packed.stored(zip, "mimetype", type);
          String xml =
              "<office:document-content "
                  + OPEN
                  + "><office:automatic-styles><style:style style:name=\"P1\""
                  + " style:parent-style-name=\"Title\"/></office:automatic-styles><office:body>"
                  + "<office:text>"
                  + content
                  + "</office:text></office:body></office:document-content>";
          Packed.deflated(zip, "content.xml", xml.getBytes(UTF_8));
        });
  }

  public static byte[] odt(String title) {
    return odtOf(
        "<text:p text:style-name=\"P1\">"
            + title
            + "</text:p><text:p>It opened on Monday.</text:p>");
  }

  static String slide(String title, String text) {
    return "<p:sld "
        + SLIDE
        + "><p:sp><p:nvPr><p:ph type=\"title\"/></p:nvPr><a:p><a:r><a:t>"
        + title
        + "</a:t></a:r></a:p></p:sp><p:sp><p:nvPr><p:ph type=\"sldNum\"/></p:nvPr><a:p><a:r>"
        + "<a:t>17</a:t></a:r></a:p></p:sp><p:sp><a:p><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p></p:sp></p:sld>";
  }

  public static byte[] pptx(String title) {
    return zip(
        "[Content_Types].xml",
        "<Types/>",
        "ppt/slides/slide2.xml",
        slide(title, "It opened on Monday."),
        "ppt/slides/slide1.xml",
        slide("Outlook", "Trains follow."),
        "ppt/presentation.xml",
        "<p:presentation "
            + SLIDE
            + "><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/><p:sldId id=\"257\" r:id=\"rId1\"/>"
            + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"slides/slide1.xml\"/><Relationship"
            + " Id=\"rId2\" Target=\"slides/slide2.xml\"/></Relationships>",
        "ppt/slides/_rels/slide2.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"../notesSlides/notesSlide1.xml\"/>"
            + "</Relationships>",
        "ppt/notesSlides/notesSlide1.xml",
        slide("Pause here.", "Thank the harbour board."));
  }

  public static byte[] xlsx(String title) {
    return zip(
        "[Content_Types].xml",
        "<Types/>",
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v>"
            + "</c><c r=\"D1\" t=\"inlineStr\"><is><t>text</t></is></c></row><row><c r=\"A2\""
            + " t=\"s\"><v>2</v></c><c r=\"B2\" s=\"1\"><v>40189</v></c><c r=\"D2\" t=\"s\"><v>3"
            + "</v></c></row></sheetData></worksheet>",
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        "xl/sharedStrings.xml",
        "<sst><si><t>title</t></si><si><t>date</t></si><si><r><t>"
            + title
            + "</t></r></si><si><t>It \"opened\",\non Monday.</t></si></sst>");
  }

  /** A book with these chapters, given as names and pages. */
  static byte[] epubOf(String... chapters) {
    return Packed.zip(
        zip -> {
          Packed.stored(zip, "mimetype", "application/epub+zip".getBytes(UTF_8));
          StringBuilder items = new StringBuilder();
          StringBuilder spine = new StringBuilder();
          for (int i = 0; i < chapters.length; i += 2) {
            Packed.deflated(zip, "OPS/" + chapters[i], chapters[i + 1].getBytes(UTF_8));
            items
                .append("<item id=\"c")
                .append(i)
                .append("\" href=\"")
                .append(chapters[i])
                .append("\"/>");
            spine.append("<itemref idref=\"c").append(i).append("\"/>");
          }
          String book =
              "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata>"
                  + "<dc:title>Harbour Quarterly</dc:title><dc:creator>Ada Rivers</dc:creator>"
                  + "<dc:date>2010-01-11</dc:date><dc:language>en-GB</dc:language></metadata>"
                  + "<manifest>"
                  + items
                  + "</manifest><spine>"
                  + spine
                  + "</spine></package>";
          Packed.deflated(zip, "OPS/book.opf", book.getBytes(UTF_8));
          String container = "<container><rootfile full-path=\"OPS/book.opf\"/></container>";
          Packed.deflated(zip, "META-INF/container.xml", container.getBytes(UTF_8));
        });
  }

  public static byte[] epub(String title) {
    return epubOf("one.xhtml", "<html><body><h1>" + title + "</h1><p>It opened.</p></body></html>");
  }

  public static String rtf(String title) {
    return "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title No}}\\pard "
        + title
        + "\\par It opened on Monday.\\par}";
  }
}
