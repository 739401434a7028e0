package broadsheet.corpus.xml;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Any other XML whose records have the parts of an article as fields: elements with a title child
 * and a body child, named as in {@link FieldNames}. The beginning of the file shows which elements
 * these are.
 */
public final class FieldedXml extends Format {
  /** Other kinds of document that may have such fields. */
  private static final Set<String> OTHERS =
      Set.of(
          ("rss feed rdf html svg urlset sitemapindex opml project schema stylesheet"
                  + " transform mediawiki tei plist")
              .split(" ", -1));

  public FieldedXml(DateReader dates) {
    super("xml", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    String root = XmlRoot.of(peek.head()).name();
    return Recognition.mineIf(
        !root.isEmpty() && !OTHERS.contains(root) && record(peek.head()).isPresent());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    in.mark(Peek.LENGTH);
    String head = new String(in.readNBytes(Peek.LENGTH), StandardCharsets.ISO_8859_1);
    in.reset();
    Optional<String> record = record(Decoding.withoutMark(head));
    if (record.isPresent()) {
      new FieldedRecords(record.get(), dates).read(in, records);
    } else {
      records.fail(0, "no records with title and body in it", "");
    }
  }

  /** The name of the first element with the fields of an article. */
  private static Optional<String> record(String head) {
    int start = head.indexOf(XmlRoot.of(head).tag());
    Element root = XmlTree.parsed(head.substring(Math.max(0, start)));
    return root.stream()
        .filter(FieldedRecords::isRecord)
        .findFirst()
        .map(Element::tagName)
        .map(name -> XmlRoot.of("<" + name + ">").name());
  }
}
