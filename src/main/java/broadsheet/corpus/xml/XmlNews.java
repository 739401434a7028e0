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
import java.util.List;
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
    for (long read = 0; item.isPresent(); item = items.next()) {
      read = take(item.get(), read, charset, new XmlItem(records, read, envelope, dates));
    }
  }

  /** Takes the articles of an item, and returns the number of records up to its last. */
  private long take(CutElement cut, long before, Charset charset, XmlItem context) {
    Records records = context.records();
    boolean isFile = before == 0 && cut.isRoot();
    return switch (cut.end()) {
      case TOO_LONG -> {
        records.fail(isFile ? 0 : before + 1, Records.TOO_LONG, "");
        yield before + 1;
      }
      case UNCLOSED, CUT_OFF -> {
        records.fail(isFile ? 0 : before + 1, "ends too early: cut off or damaged", "");
        yield before + 1;
      }
      case CLOSED -> {
        List<XmlVocabulary.ItemPart> parts;
        try {
          parts = vocabulary.articles(XmlTree.parsed(cut.text(charset)));
        } catch (RuntimeException e) { // a bad item must not cost the others
          records.fail(isFile ? 0 : before + 1, "could not be made into an article", e.toString());
          yield before + 1;
        }
        boolean isWhole = isFile && parts.size() == 1;
        for (int i = 0; i < parts.size(); i++) {
          XmlVocabulary.ItemPart part = parts.get(i);
          XmlItem item = context.numbered(isWhole ? 0 : before + i + 1);
          records.take(item.number(), () -> part.article(item));
        }
        yield before + parts.size();
      }
    };
  }
}
