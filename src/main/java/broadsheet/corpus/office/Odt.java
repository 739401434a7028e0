package broadsheet.corpus.office;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** OpenDocument texts, packed (ODT) or as one XML file (FODT): a file is an article. */
public final class Odt extends OfficeFile {
  private static final String CONTENT = "content.xml";
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final Set<String> READ = Set.of(CONTENT, "meta.xml", MANIFEST);
  private static final Pattern FLAT =
      Pattern.compile("<office:document\\b[^>]*opendocument\\.text[^>]*>");

  public Odt(DateReader dates) {
    super("odt", dates, OfficeKind.OPEN_TEXT);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return FLAT.matcher(peek.head()).find() ? Recognition.MINE : super.recognise(peek);
  }

  @Override
  boolean isRead(String name) {
    return READ.contains(name);
  }

  @Override
  Optional<String> whyUnreadable(Parts parts) {
    String manifest = new String(parts.part(MANIFEST).orElse(new byte[0]), StandardCharsets.UTF_8);
    if (manifest.contains("encryption-data")) {
      return Optional.of("encrypted");
    }
    return parts.has(CONTENT)
        ? Optional.empty()
        : Optional.of("an OpenDocument file without a text");
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    in.mark(2);
    boolean isPacked = in.read() == 'P' && in.read() == 'K';
    in.reset();
    if (isPacked) {
      super.read(in, records);
      return;
    }
    Optional<byte[]> flat = Layer.whole(in, records);
    if (flat.isPresent()) {
      try {
        take(flat.get(), ElementTexts.of(flat.get()), records);
      } catch (XMLStreamException e) {
        records.fail(0, "damaged XML in it", "");
      }
    }
  }

  @Override
  void read(Parts parts, Records records) throws XMLStreamException {
    ElementTexts meta = ElementTexts.of(parts.part("meta.xml").orElse(new byte[0]));
    take(parts.part(CONTENT).orElse(new byte[0]), meta, records);
  }

  private void take(byte[] content, ElementTexts meta, Records records) throws XMLStreamException {
    OdtReader reader = new OdtReader();
    XmlEvents.read(content, reader);
    OfficeArticle.take(
        new OfficeText(
            reader.blocks(),
            meta.get("title"),
            meta.get("creator"),
            meta.get("creation-date"),
            List.of()),
        records,
        dates);
  }
}
