package broadsheet.corpus.page;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.json.JsonArticle;
import broadsheet.corpus.json.LenientJson;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.NotionFile;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.HtmlBody;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of Notion, exported as HTML: its title, its properties and its text. */
public final class NotionPage extends WholeFormat {
  private static final String BODY = "class=\"page-body\"";

  private static final Pattern PAGE =
      Pattern.compile("<article id=\"[0-9a-f-]{32,36}\" class=\"page (?:sans|serif|mono)\"");

  /** Icons, links to pages below this one, and tables of contents. */
  private static final String LEFT_OUT =
      ".icon, .link-to-page, .table_of_contents, .collection-content";

  public NotionPage(DateReader dates) {
    super("notion", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(
        peek.head().contains(BODY)
            && (NotionFile.isPage(peek.file().name()) || PAGE.matcher(peek.head()).find()));
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    records.take(0, () -> article(bytes, records));
  }

  private Article article(byte[] bytes, Records records) throws NotAnArticle {
    Document page = Jsoup.parse(text(bytes, records));
    JsonArticle stated = new JsonArticle(properties(page), records, 0);
    stated.requirePublished(dates);
    String title = CleanText.line(page.select(".page-title").text());
    HtmlBody body = HtmlBody.of(page.select(".page-body").outerHtml(), LEFT_OUT);
    Article article = stated.builder(dates).build();
    NotAnArticle.requireText(title, body.paragraphs());
    String section = article.section();
    return article.toBuilder()
        .title(title)
        .paragraphs(body.paragraphs())
        .captions(body.captions())
        .section(section.isEmpty() ? CleanText.line(records.file().section()) : section)
        .build();
  }

  private static ObjectNode properties(Document page) {
    ObjectNode fields = LenientJson.MAPPER.createObjectNode();
    for (Element cell : page.select(".properties > tbody > tr > th + td")) {
      fields.put(cell.siblingElements().select("th").text(), value(cell));
    }
    return fields;
  }

  private static String value(Element cell) {
    List<String> several = cell.select(".selected-value, .user").eachText();
    if (!several.isEmpty()) {
      return String.join(", ", several);
    }
    boolean isTicked = !cell.select(".checkbox-on").isEmpty();
    boolean isBox = !cell.select(".checkbox").isEmpty();
    return isBox ? String.valueOf(isTicked) : cell.text().replaceFirst("^@", "");
  }
}
