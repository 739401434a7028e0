package broadsheet.corpus.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Chapter;
import broadsheet.article.Enclosure;
import broadsheet.article.Part;
import broadsheet.article.Place;
import broadsheet.article.WordPlace;
import broadsheet.corpus.Packed;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeFileTest {
  private static final String TITLE = "Harbour gets its bridge";

  @TempDir Path folder;

  private Reading read(String name, byte[] content) {
    return Reading.of(Reading.write(folder, name, content));
  }

  private Article docx(String body) {
    return read("a.docx", OfficeSamples.docx(body, Map.of())).only();
  }

  private static String p(String text) {
    return OfficeSamples.paragraph("", text);
  }

  @Test
  void rowOfATableInABookIsOneParagraph() {
    String table =
        "<table><tr><th>Year</th><th>Ferries</th></tr><tr><td><p>2010</p></td><td>7</td></tr></table>";
    byte[] book =
        OfficeSamples.epubOf(
            "one.xhtml", "<html><body><h1>Dues</h1>" + table + "<p>So.</p></body></html>");
    assertThat(read("a.epub", book).only().paragraphs())
        .containsExactly("Year Ferries", "2010 7", "So.");
  }

  @Test
  void bylineMayBeInAnyLanguage() {
    byte[] file =
        OfficeSamples.docx(
            OfficeSamples.paragraph("", TITLE) + p("Von Ada von Rivers und Ben Marsh") + p("Ja."),
            Map.of());
    assertThat(read("a.docx", file).only().authors())
        .containsExactly("Ada von Rivers", "Ben Marsh");
  }

  @Test
  void stylesOfWordNameTitleAndSubtitleInAnyLanguage() {
    byte[] file =
        OfficeSamples.docx(
            OfficeSamples.paragraph("Titel1", TITLE)
                + OfficeSamples.paragraph("Untertitel", "A year late")
                + p("By Ada Rivers")
                + p("Monday, 11 January 2010")
                + p("It opened."),
            Map.of(
                "word/styles.xml",
                "<w:styles NAMESPACES><w:style w:styleId=\"Titel1\"><w:name w:val=\"Title\"/>"
                    + "</w:style><w:style w:styleId=\"Untertitel\"><w:name w:val=\"Subtitle\"/>"
                    + "</w:style></w:styles>"));
    Article article = read("a.docx", file).only();
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void propertiesCountOnlyWhereTheTextSaysTheSame() {
    String core =
        "<cp xmlns:dc=\"d\" xmlns:t=\"t\"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>"
            + "<t:created>2010-01-11T09:00:00Z</t:created></cp>";
    String body =
        p("Press release") + p(TITLE) + p("EMBERTON, 11 January 2010. Ada Rivers was there.");
    Article confirmed =
        read(
                "a.docx",
                OfficeSamples.docx(
                    body, Map.of("docProps/core.xml", core.formatted(TITLE, "Ada Rivers"))))
            .only();
    assertThat(confirmed.title()).isEqualTo(TITLE);
    assertThat(confirmed.authors()).containsExactly("Ada Rivers");
    assertThat(confirmed.publishedAt().iso()).isEqualTo("2010-01-11");
    Article template =
        read(
                "b.docx",
                OfficeSamples.docx(
                    p("Ferry sold") + p("A museum has it."),
                    Map.of("docProps/core.xml", core.formatted("Microsoft Word - x", "admin"))))
            .only();
    assertThat(template.title()).isEqualTo("Ferry sold");
    assertThat(template.authors()).isEmpty();
    assertThat(template.publishedAt().isKnown()).isFalse();
  }

  @Test
  void deletedTextAndAlternativesOfTextBoxesAreLeftOutOfWord() {
    String box = "<w:txbxContent>" + p("In a box.") + "</w:txbxContent>";
    Article article =
        docx(
            "<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>opened</w:t><w:tab/><w:t>late.</w:t></w:r></w:ins>"
                + "<w:moveFrom><w:r><w:t> Moved.</w:t></w:r></w:moveFrom>"
                + "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
                + "<w:p><mc:AlternateContent><mc:Choice>"
                + box
                + "</mc:Choice><mc:Fallback>"
                + box
                + "</mc:Fallback></mc:AlternateContent><w:r><w:t>Around it.</w:t></w:r></w:p>");
    assertThat(article.paragraphs()).containsExactly("It opened late.", "In a box.", "Around it.");
  }

  @Test
  void initialLetterBelongsToItsParagraph() {
    Article article =
        docx(
            "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr><w:r><w:t>I</w:t></w:r></w:p>"
                + p("t opened."));
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void tableRowIsALineUnlessItsCellsHoldParagraphs() {
    String cell = "<w:tc>%s</w:tc>";
    Article article =
        docx(
            "<w:tbl><w:tr>"
                + cell.formatted(p("Tolls"))
                + cell.formatted(p("12"))
                + "</w:tr><w:tr>"
                + cell.formatted(p("One.") + p("Two."))
                + cell.formatted(p("Three."))
                + "</w:tr></w:tbl>"
                + p("Below."));
    assertThat(article.title()).isEqualTo("Tolls 12");
    assertThat(article.paragraphs()).containsExactly("One.", "Two.", "Three.", "Below.");
  }

  @Test
  void notesOfWordAndEmbeddedPagesArePartOfTheText() {
    byte[] file =
        OfficeSamples.docx(
            p("It opened.") + "<w:altChunk r:id=\"r1\"/>",
            Map.of(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"part.htm\"/></Relationships>",
                "word/part.htm",
                "<p>From a <b>page</b>.</p>",
                "word/footnotes.xml",
                "<w:footnotes NAMESPACES><w:footnote w:type=\"separator\">"
                    + p("line")
                    + "</w:footnote><w:footnote>"
                    + p("A note.")
                    + "</w:footnote></w:footnotes>"));
    assertThat(read("a.docx", file).only().paragraphs())
        .containsExactly("It opened.", "From a page.", "A note.");
  }

  @Test
  void exportOfAPressDatabaseMayBeAnOfficeFile() {
    String document =
        p(TITLE)
            + p("Harbour Mail")
            + p("January 11, 2010 Monday")
            + p("Length:\u00a012 words")
            + p("Body")
            + p("It opened.")
            + p("End of Document");
    Reading reading = read("a.docx", OfficeSamples.docx(document + document, Map.of()));
    assertThat(reading.articles()).extracting(Article::title).containsExactly(TITLE, TITLE);
    assertThat(reading.articles())
        .extracting(Article::source)
        .containsExactly("Harbour Mail", "Harbour Mail");
    assertThat(reading.articles().getFirst().standfirst()).isEmpty();
  }

  @Test
  void openDocumentLeavesOutCommentsAndPutsNotesLast() {
    Article article =
        read(
                "a.odt",
                OfficeSamples.odtOf(
                    "<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>"
                        + "<text:p text:style-name=\"P1\">"
                        + TITLE
                        + "</text:p><text:p>It<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A"
                        + " note.</text:p></text:note-body></text:note> opened<text:s"
                        + " text:c=\"3\"/>late.<office:annotation>"
                        + "<text:p>No.</text:p></office:annotation></text:p>"))
            .only();
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.paragraphs()).containsExactly("It opened late.", "A note.");
  }

  @Test
  void openDocumentMayBeOneFile() {
    String flat =
        "<?xml version=\"1.0\"?><office:document "
            + OfficeSamples.OPEN
            + " office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>"
            + "<text:h>"
            + TITLE
            + "</text:h><text:p>It opened.</text:p></office:text></office:body></office:document>";
    Article article = read("a.fodt", flat.getBytes(UTF_8)).only();
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void slidesComeInTheOrderShownEachWithItsNotes() {
    Article article = read("a.pptx", OfficeSamples.pptx(TITLE)).only();
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.paragraphs())
        .containsExactly(
            "It opened on Monday.",
            "Pause here.",
            "Thank the harbour board.",
            "Outlook",
            "Trains follow.");
  }

  @Test
  void sheetIsATableOfArticles() {
    Article article = read("a.xlsx", OfficeSamples.xlsx(TITLE)).only();
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(article.paragraphs()).containsExactly("It \"opened\",", "on Monday.");
  }

  @Test
  void chapterIsAnArticleOfItsBook() {
    String page = "<html><head><title>Harbour Quarterly</title></head><body>%s</body></html>";
    Reading reading =
        read(
            "a.epub",
            OfficeSamples.epubOf(
                "cover.xhtml", page.formatted("<img src=\"a.png\"/>"),
                "one%20a.odd", page.formatted("<h2>" + TITLE + "</h2><p>It opened.</p>"),
                "two.xhtml", page.formatted("<p>Trains follow.</p>")));
    // the first chapter's name in the archive has the escape, as some programs write it
    assertThat(reading.articles()).extracting(Article::title).endsWith("");
    Article last = reading.articles().getLast();
    assertThat(last.source()).isEqualTo("Harbour Quarterly");
    assertThat(last.authors()).containsExactly("Ada Rivers");
    assertThat(last.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(last.language()).isEqualTo("en-GB");
    assertThat(last.paragraphs()).containsExactly("Trains follow.");
    assertThat(last.id()).isEqualTo("a-3");
  }

  @Test
  void cutOffFileGivesItsTextAndAFailure() {
    byte[] whole =
        Packed.zip(
            zip -> {
              Packed.deflated(zip, "[Content_Types].xml", "<Types/>".getBytes(UTF_8));
              String body =
                  "<w:document xmlns:w=\"w\">" + p(TITLE) + p("It opened.") + "</w:document>";
              Packed.deflated(zip, "word/document.xml", body.getBytes(UTF_8));
              Packed.stored(zip, "word/media/image.png", new byte[5_000]);
            });
    int end = new String(whole, ISO_8859_1).indexOf("image.png") + 100;
    Reading reading = read("a.docx", Arrays.copyOf(whole, end));
    assertThat(reading.only().title()).isEqualTo(TITLE);
    assertThat(reading.ledger().entries(Outcome.FAILED)).hasSize(1);
  }

  @Test
  void brokenXmlAndBombsAreOneFailureEach() {
    assertThat(
            read("a.docx", OfficeSamples.docx("<w:p><w:r>", Map.of()))
                .ledger()
                .reasons(Outcome.FAILED))
        .containsOnlyKeys("damaged XML in it");
    String deep = "<w:tbl>".repeat(100_000);
    assertThat(read("b.docx", OfficeSamples.docx(deep, Map.of())).ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys("damaged XML in it");
    byte[] bomb = OfficeSamples.docx(p("x".repeat(60 << 20)), Map.of());
    assertThat(read("c.docx", bomb).ledger().reasons(Outcome.FAILED)).containsKeys(Parts.TOO_LARGE);
  }

  @Test
  void nothingThatADocumentTypeDeclaresIsResolved() {
    Path secret = Reading.write(folder, "secret.bin", "TOP SECRET".getBytes(UTF_8));
    byte[] file =
        OfficeSamples.zip(
            "[Content_Types].xml",
            "<Types/>",
            "word/document.xml",
            "<!DOCTYPE a [<!ENTITY xxe SYSTEM \""
                + secret.toUri()
                + "\">]><w:document xmlns:w=\"w\">"
                + p("Before &xxe; after.")
                + "</w:document>");
    Reading reading = read("a.docx", file);
    assertThat(reading.articles().toString()).doesNotContain("SECRET");
    assertThat(reading.ledger().totals().read()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a.doc, WordDocument, an old Word document: save it as DOCX",
    "a, WordDocument, an old Word document: save it as DOCX",
    "a.docx, EncryptedPackage, an Office document with a password: save it without",
    "a.msg, __properties_version1.0, an Outlook message: save it as EML",
    "a.ppt, PowerPoint Document, an old PowerPoint presentation: save it as PPTX",
    "a, Workbook, an old Excel workbook: save it as XLSX or CSV",
    "a, Other, an old Office document"
  })
  void oldOfficeFileIsSkippedAndSaysWhatToDo(String name, String stream, String reason) {
    byte[] start = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(ISO_8859_1);
    byte[] file =
        Packed.joined(
            start, new byte[600], stream.getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    Reading reading = read(name, file);
    assertThat(reading.ledger().entries(Outcome.SKIPPED))
        .extracting(LedgerEntry::reason)
        .containsExactly(reason);
  }

  /** ECMA-376, part 1, 15.2.11: an embedded package part is a document within the document. */
  @Test
  void documentsInADocumentArePartsOfIt() {
    byte[] annex = OfficeSamples.docx("Annex on tides");
    byte[] file =
        Packed.zip(
            zip -> {
              Packed.deflated(zip, "[Content_Types].xml", "<Types/>".getBytes(UTF_8));
              Packed.deflated(zip, "word/embeddings/Microsoft_Word_Document1.docx", annex);
              Packed.deflated(zip, "word/embeddings/oleObject1.bin", new byte[] {1, 2, 3});
              Packed.deflated(
                  zip,
                  "word/document.xml",
                  OfficeSamples.document(
                          OfficeSamples.paragraph("Title", TITLE) + p("It opened on Monday."))
                      .getBytes(UTF_8));
            });
    Reading reading = read("report.docx", file);
    Article article = reading.only();
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.paragraphs())
        .containsExactly("It opened on Monday.", "Annex on tides", "It opened on Monday.");
    assertThat(article.positions().parts())
        .containsExactly(new Enclosure("document"), new Enclosure("Microsoft_Word_Document1.docx"));
    int words = TITLE.split(" ", -1).length + 4;
    assertThat(article.positions().words().words())
        .containsExactly(
            new WordPlace(0, 0, Place.SOMEWHERE), new WordPlace(words, 1, Place.SOMEWHERE));
  }

  /** ECMA-376, part 1, 17.3.1.20: the outline level of a style counts from 0; 9 is body text. */
  @Test
  void chaptersOfALongWordFileArePartsOfIt() {
    String styles =
        "<w:styles NAMESPACES><w:style w:styleId=\"Kop1\"><w:name w:val=\"heading"
            + " 1\"/></w:style><w:style w:styleId=\"Ours\"><w:name"
            + " w:val=\"House\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style><w:style"
            + " w:styleId=\"Child\"><w:name w:val=\"Child\"/><w:basedOn"
            + " w:val=\"Ours\"/></w:style></w:styles>";
    String text = p("The ice went out. ".repeat(600));
    String body =
        OfficeSamples.paragraph("Title", TITLE)
            + p("Before all.")
            + OfficeSamples.paragraph("Kop1", "The harbour")
            + text
            + OfficeSamples.paragraph("Ours", "The ice")
            + text
            + OfficeSamples.paragraph("Child", "The tolls")
            + p("It opened.");
    Article article =
        read("book.docx", OfficeSamples.docx(body, Map.of("word/styles.xml", styles))).only();
    assertThat(article.positions().parts())
        .containsExactly(
            new Chapter("opening"),
            new Chapter("The harbour"),
            new Chapter("The ice"),
            new Chapter("The tolls"));
    int opening = TITLE.split(" ", -1).length + 2;
    assertThat(article.positions().words().words())
        .containsExactly(
            new WordPlace(0, 0, Place.SOMEWHERE),
            new WordPlace(opening, 1, Place.SOMEWHERE),
            new WordPlace(opening + 2 + 2400, 2, Place.SOMEWHERE),
            new WordPlace(opening + 2 * (2 + 2400), 3, Place.SOMEWHERE));
    assertThat(article.paragraphs()).endsWith("The tolls", "It opened.");
  }

  @Test
  void chaptersOfAnOpenDocumentAreThoseOfItsHighestLevel() {
    String text = "<text:p>" + "The ice went out. ".repeat(500) + "</text:p>";
    String heading = "<text:h text:outline-level=\"%d\">%s</text:h>";
    byte[] file =
        OfficeSamples.odtOf(
            "<text:p text:style-name=\"Title\">"
                + TITLE
                + "</text:p>"
                + heading.formatted(1, "The harbour")
                + text
                + heading.formatted(2, "Ebb")
                + heading.formatted(1, "The ice")
                + text
                + heading.formatted(1, "The tolls")
                + text);
    assertThat(read("book.odt", file).only().positions().parts())
        .extracting(Part::label)
        .containsExactly("The harbour", "The ice", "The tolls");
  }

  @Test
  void shortDocumentHasNoChapters() {
    String heading = OfficeSamples.paragraph("Heading1", "Tolls");
    assertThat(docx((heading + p("It opened.")).repeat(5)).positions().parts()).isEmpty();
  }

  @Test
  void itemOfASlideIsAParagraph() {
    String item = "<a:p><a:r><a:t>%s</a:t></a:r></a:p>";
    String items =
        Stream.of(
                "New moorings along the whole of the eastern harbour wall",
                "Lights on both piers and on the rocks below the old fort",
                "A ferry to the outer islands on each day but the Sundays",
                "Free berths for the boats of those who fish from the bay",
                "Tolls for all others from the first of May until October",
                "No boats at all while there is ice on the upper Ember")
            .map(item::formatted)
            .collect(Collectors.joining());
    byte[] file =
        OfficeSamples.zip(
            "[Content_Types].xml",
            "<Types/>",
            "ppt/presentation.xml",
            "<p/>",
            "ppt/slides/slide1.xml",
            "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><p:sp>" + items + "</p:sp></p:sld>");
    assertThat(read("a.pptx", file).only().paragraphs()).hasSize(5);
  }
}
