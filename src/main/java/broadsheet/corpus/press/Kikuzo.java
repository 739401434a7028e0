package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Kikuzo (聞蔵), the database of the Asahi Shimbun: pages of nested tables. */
final class Kikuzo implements PressDatabase {
  private static final Pattern EXPORT =
      Pattern.compile("class=[\"']?topic-(?:detail|list)\\b[\\s\\S]*?class=[\"']?detail001\\b");

  /** The cells above a text: number, day, edition, section, page, length. */
  private static final int DAY = 1;

  private static final int SECTION = 3;

  @Override
  public String name() {
    return "kikuzo";
  }

  @Override
  public boolean isExport(String head) {
    return head.contains("detail001") && EXPORT.matcher(head).find();
  }

  @Override
  public List<PressDocument> documents(Document page, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    for (Element text : page.select("div.detail001")) {
      Element whole = around(text);
      PressDocument document = new PressDocument();
      document.add(PressField.TITLE, firstText(whole, "span.font002"));
      List<String> cells = whole.select("table.topic-list td").eachText();
      document.add(PressField.DATE, cells.size() > DAY ? cells.get(DAY) : "");
      document.add(PressField.SECTION, cells.size() > SECTION ? cells.get(SECTION) : "");
      PressText.ofHtml(text).lines().forEach(line -> document.add(PressField.BODY, line));
      documents.add(document);
    }
    return PressDocument.withText(documents.stream());
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    return List.of();
  }

  /** The innermost element that also contains the headline of a text. */
  private static Element around(Element text) {
    Element around = text;
    while (around.parent() != null && around.selectFirst("span.font002") == null) {
      around = around.parent();
    }
    return around;
  }

  private static String firstText(Element in, String selector) {
    Element first = in.selectFirst(selector);
    return first == null ? "" : first.text();
  }
}
