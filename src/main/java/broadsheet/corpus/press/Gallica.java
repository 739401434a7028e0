package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The raw text of an issue on Gallica, the digital library of the Bibliothèque nationale de France:
 * the notice, then a page of OCR after each rule. A page is an article.
 */
final class Gallica implements PressDatabase {
  private static final Pattern EXPORT =
      Pattern.compile(
          "<title>[^<]{1,300}\\| Gallica</title>[\\s\\S]*?(?:Rappel de votre demande|Reminder of"
              + " your request)");

  private static final Labels LABELS =
      Labels.of(
          Map.of(
              PressField.TITLE, "title|titre",
              PressField.DATE, "publication date|date d'édition|date de publication",
              PressField.LANGUAGE, "language|langue",
              PressField.ID, "identifier|identifiant"));

  private static final Pattern NOT_IN_ID = Pattern.compile("[^\\p{L}\\d]+");

  @Override
  public boolean isExport(String head) {
    return head.contains("| Gallica</title>") && EXPORT.matcher(head).find();
  }

  @Override
  public List<PressDocument> documents(Document page, DateReader dates) {
    List<String> notice = new ArrayList<>();
    List<List<String>> pages = new ArrayList<>();
    List<String> current = notice;
    for (Element element : page.body().children()) {
      if (element.normalName().equals("hr")) {
        current = new ArrayList<>();
        pages.add(current);
      } else {
        current.addAll(PressText.ofHtml(element).blocks());
      }
    }
    List<PressDocument> documents = new ArrayList<>();
    for (List<String> text : pages) {
      if (!text.isEmpty()) {
        documents.add(document(notice, text, documents.size() + 1));
      }
    }
    return documents;
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    return List.of();
  }

  private static PressDocument document(List<String> notice, List<String> text, int number) {
    PressDocument document = new PressDocument();
    for (String block : notice) {
      LABELS.in(block).ifPresent(line -> addOnce(line, number, document));
    }
    text.forEach(block -> document.add(PressField.BODY, block));
    return document;
  }

  private static void addOnce(Labels.Labelled line, int number, PressDocument document) {
    if (document.has(line.field())) {
      return;
    }
    if (line.field() == PressField.ID) {
      String id = NOT_IN_ID.matcher(line.value()).replaceAll("-");
      document.add(PressField.ID, number == 1 ? id : id + "-" + number);
    } else {
      document.add(line.field(), line.value());
      if (line.field() == PressField.TITLE) {
        document.add(PressField.SOURCE, line.value());
      }
    }
  }
}
