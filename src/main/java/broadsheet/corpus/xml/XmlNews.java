package broadsheet.corpus.xml;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * XML files of news items in one vocabulary. Holds one item at a time. Neither document types nor
 * entities are resolved, so nothing is fetched and nothing expands.
 */
public final class XmlNews implements Format {
  private final XmlVocabulary vocabulary;
  private final DateReader dates;

  public XmlNews(XmlVocabulary vocabulary, DateReader dates) {
    this.vocabulary = vocabulary;
    this.dates = dates;
  }

  @Override
  public String name() {
    return vocabulary.name();
  }

  @Override
  public Recognition recognise(Peek peek) {
    XmlRoot root = XmlRoot.of(peek.head());
    return root.name().isEmpty() ? Recognition.NOT_MINE : vocabulary.recognise(root, peek);
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    ElementCutter items =
        new ElementCutter(in, vocabulary.items(), MarkupSyntax.XML, vocabulary.mayNest());
    Optional<CutElement> item = items.next();
    String head = new String(items.envelope(), StandardCharsets.ISO_8859_1);
    Charset charset = StatedEncoding.of(head);
    Element envelope = XmlTree.parsed(Decoding.text(items.envelope(), charset));
    for (long n = 1; item.isPresent(); n++) {
      long number = n == 1 && item.get().isRoot() ? 0 : n;
      take(item.get(), charset, new XmlItem(records, number, envelope, dates));
      item = items.next();
    }
  }

  private void take(CutElement cut, Charset charset, XmlItem item) {
    Records records = item.records();
    switch (cut.end()) {
      case TOO_LONG -> records.fail(item.number(), Records.TOO_LONG, "");
      case UNCLOSED, CUT_OFF ->
          records.fail(item.number(), "ends too early: cut off or damaged", "");
      case CLOSED ->
          records.take(
              item.number(), () -> vocabulary.article(XmlTree.parsed(cut.text(charset)), item));
    }
  }
}
