package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Yomidas (ヨミダス), the database of the Yomiuri Shimbun: a table and a text for each document. */
final class Yomidas implements PressDatabase {
  private static final String AREA = "heiseiDetailArea";

  /** The headings of the table: number, day, headline, edition, section, page, length. */
  private static final int DAY = 1;

  private static final int TITLE = 2;
  private static final int SECTION = 4;

  @Override
  public boolean isExport(String head) {
    return head.contains(AREA);
  }

  @Override
  public List<PressDocument> documents(Document page, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    for (Element table : page.select("#" + AREA + " table.contentsTable")) {
      PressDocument document = new PressDocument();
      List<String> cells = table.select("tr > th").stream().map(Element::text).toList();
      document.add(PressField.DATE, cell(cells, DAY));
      document.add(PressField.TITLE, cell(cells, TITLE));
      document.add(PressField.SECTION, cell(cells, SECTION));
      Element area = table.closest("#" + AREA);
      Element text = area == null ? null : area.nextElementSibling();
      if (text != null) {
        PressText.ofHtml(text).lines().forEach(line -> document.add(PressField.BODY, line));
      }
      documents.add(document);
    }
    return PressDocument.withText(documents.stream());
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    return List.of();
  }

  private static String cell(List<String> cells, int index) {
    return index < cells.size() ? cells.get(index) : "";
  }
}
