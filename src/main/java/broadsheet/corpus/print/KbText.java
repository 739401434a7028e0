package broadsheet.corpus.print;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.xml.XmlRoot;
import broadsheet.corpus.xml.XmlTree;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The text of one article as the Dutch royal library keeps it beside the scans. Only read where
 * those are missing. Stateless.
 */
public final class KbText extends WholeFormat {
  private static final Pattern BEGINNING = Pattern.compile("(?s).*?<text>\\s*<(?:title|p)\\b.*");

  public KbText(DateReader dates) {
    super("kb-text", dates);
  }

  @Override
  public boolean mayBePart(String name) {
    return true;
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(
        XmlRoot.of(peek.head()).isOneOf("text") && BEGINNING.matcher(peek.head()).matches());
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    Element text = XmlTree.parsed(StatedEncoding.text(bytes, ""));
    records.take(0, () -> article(text, records));
  }

  private Article article(Element text, Records records) throws NotAnArticle {
    String title = XmlTree.line(XmlTree.first(text, "title"));
    List<String> paragraphs =
        CleanText.lines(XmlTree.all(text, "p").stream().map(XmlTree::line).toList());
    if (title.isEmpty() && paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("without a title and text");
    }
    return records
        .article(0, "", "")
        .title(title)
        .paragraphs(paragraphs)
        .publishedAt(new IssueFacts(records, dates).date(List.of()))
        .build();
  }
}
