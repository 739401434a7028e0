package broadsheet.corpus.office;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.office.OfficeBlock.Role;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Word files (Office Open XML): a file is an article, with its notes at its end. */
public final class Docx extends OfficeFile {
  private static final String BODY = "word/document.xml";
  private static final List<String> NOTES = List.of("word/footnotes.xml", "word/endnotes.xml");
  private static final Pattern READ =
      Pattern.compile(
          "word/(?:document\\d*|footnotes|endnotes|styles)\\.xml|docProps/core\\.xml"
              + "|word/_rels/document\\d*\\.xml\\.rels|(?i:.*\\.x?html?)");

  public Docx(DateReader dates) {
    super("docx", dates, OfficeKind.WORD);
  }

  @Override
  boolean isRead(String name) {
    return READ.matcher(name).matches();
  }

  @Override
  Optional<String> whyUnreadable(Parts parts) {
    return body(parts).isPresent() ? Optional.empty() : Optional.of("a Word file without a text");
  }

  /** Some programs number it. */
  private static Optional<String> body(Parts parts) {
    return parts.has(BODY)
        ? Optional.of(BODY)
        : parts.contents().keySet().stream().filter(n -> n.startsWith("word/document")).findFirst();
  }

  @Override
  void read(Parts parts, Records records) throws XMLStreamException {
    String body = body(parts).orElse(BODY);
    WordStyles styles = WordStyles.of(parts.part("word/styles.xml").orElse(new byte[0]));
    Relationships relationships = Relationships.of(parts, body);
    DocxReader reader = new DocxReader(styles, id -> chunk(parts, relationships.target(id)));
    XmlEvents.read(parts.part(body).orElse(new byte[0]), reader);
    List<OfficeBlock> blocks = new ArrayList<>(reader.blocks());
    for (String name : NOTES) {
      if (parts.has(name)) {
        DocxReader notes = new DocxReader(styles, id -> List.of());
        XmlEvents.read(parts.part(name).orElse(new byte[0]), notes);
        blocks.addAll(notes.blocks());
      }
    }
    ElementTexts core = ElementTexts.of(parts.part("docProps/core.xml").orElse(new byte[0]));
    OfficeArticle.take(
        new OfficeText(
            blocks, core.get("title"), core.get("creator"), core.get("created"), parts.files()),
        records,
        dates);
  }

  /** A page that the document embeds. */
  private static List<OfficeBlock> chunk(Parts parts, String name) {
    return parts.part(name).map(bytes -> StatedEncoding.text(bytes, "")).stream()
        .flatMap(page -> Markup.paragraphs(page).stream())
        .map(paragraph -> new OfficeBlock(Role.TEXT, paragraph))
        .toList();
  }
}
