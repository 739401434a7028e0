package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.xml.ElementCutter.MarkupSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * XML files of news items in one vocabulary. Holds one item at a time. Neither document types nor
 * entities are resolved, so nothing is fetched and nothing expands.
 */
abstract class XmlNews extends Format {
  private final Set<String> items;

  /**
   * @param items the elements that are one item each, by local name in lower case
   */
  XmlNews(String name, DateReader dates, String... items) {
    super(name, dates);
    this.items = Set.of(items);
  }

  /** One article of an item. */
  interface ItemPart {
    Article article(XmlItem context) throws NotAnArticle;
  }

  /** Judges by a file's first tag and beginning. */
  abstract Recognition recognise(XmlRoot root, Peek peek);

  /** Whether an item may contain another. */
  boolean mayNest() {
    return false;
  }

  /** Makes one item into an article. */
  abstract Article article(Element item, XmlItem context) throws NotAnArticle;

  /** The articles of an item, in order: never none, and one unless the item is a whole issue. */
  List<ItemPart> articles(Element item) {
    return List.of(context -> article(item, context));
  }

  @Override
  public final Recognition recognise(Peek peek) {
    XmlRoot root = XmlRoot.of(peek.head());
    return root.name().isEmpty() ? Recognition.NOT_MINE : recognise(root, peek);
  }

  @Override
  public final void read(InputStream in, Records records) throws IOException {
    ElementCutter cutter = new ElementCutter(in, items, MarkupSyntax.XML, mayNest());
    Optional<CutElement> item = cutter.next();
    String head = new String(cutter.envelope(), StandardCharsets.ISO_8859_1);
    Charset charset = StatedEncoding.of(head);
    Element envelope = XmlTree.parsed(Decoding.text(cutter.envelope(), charset));
    for (long read = 0; item.isPresent(); item = cutter.next()) {
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
        records.fail(isFile ? 0 : before + 1, Damage.CUT_OFF, "");
        yield before + 1;
      }
      case CLOSED -> {
        List<ItemPart> parts;
        try {
          parts = articles(XmlTree.parsed(cut.text(charset)));
        } catch (RuntimeException e) { // a bad item must not cost the others
          records.fail(isFile ? 0 : before + 1, "could not be made into an article", e.toString());
          yield before + 1;
        }
        boolean isWhole = isFile && parts.size() == 1;
        for (int i = 0; i < parts.size(); i++) {
          ItemPart part = parts.get(i);
          XmlItem item = context.numbered(isWhole ? 0 : before + i + 1);
          records.take(item.number(), () -> part.article(item));
        }
        yield before + parts.size();
      }
    };
  }
}
