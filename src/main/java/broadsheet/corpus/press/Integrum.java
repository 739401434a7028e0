package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Integrum (Интегрум): pages with a table of field codes, such as {@code ^ИС:} for the outlet,
 * above each text. A table of contents precedes them.
 */
final class Integrum implements PressDatabase {
  /** {@code ^ИС:} in UTF-8, windows-1251 or as text. */
  private static final Pattern EXPORT =
      Pattern.compile("\\^(?:\u0418\u0421|\u00c8\u00d1|\u00d0\u0098\u00d0\u00a1):");

  private static final Pattern CODE = Pattern.compile("\\^(?<code>\\p{Lu}{2}):\\s*(?<rest>.*)");

  private static final Map<String, PressField> CODES =
      Map.of(
          "ИС", PressField.SOURCE,
          "ДТ", PressField.DATE,
          "ЗГ", PressField.TITLE,
          "АВ", PressField.AUTHOR,
          "РБ", PressField.SECTION,
          "ТХ", PressField.BODY,
          "ТТ", PressField.BODY);

  @Override
  public boolean isExport(String head) {
    return EXPORT.matcher(head).find();
  }

  @Override
  public List<PressDocument> documents(Document page, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    for (Element fields : page.select("table:contains(^ИС:):not(:has(table))")) {
      PressDocument document = new PressDocument();
      add(PressText.ofHtml(fields).lines(), document);
      Element text = fields.nextElementSibling();
      while (text != null && !text.normalName().equals("pre")) {
        text = text.nextElementSibling();
      }
      if (text != null) {
        Paragraphs.joined(Markup.lines(text.wholeText()), 0)
            .forEach(paragraph -> document.add(PressField.BODY, paragraph));
      }
      documents.add(document);
    }
    return documents.isEmpty()
        ? documents(PressText.ofHtml(page), dates)
        : PressDocument.withText(documents.stream());
  }

  /** A document begins where its outlet is named. */
  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.lines()) {
      if (line.strip().startsWith("^ИС:") && !lines.isEmpty()) {
        documents.add(document(lines));
        lines = new ArrayList<>();
      }
      lines.add(line);
    }
    documents.add(document(lines));
    return PressDocument.withText(
        documents.stream().filter(document -> document.has(PressField.SOURCE)));
  }

  private static PressDocument document(List<String> lines) {
    PressDocument document = new PressDocument();
    add(lines, document);
    return document;
  }

  private static void add(List<String> lines, PressDocument document) {
    PressField field = PressField.UNUSED;
    for (String line : lines) {
      Matcher code = CODE.matcher(line.strip());
      boolean isCode = code.matches();
      if (isCode) {
        field = CODES.getOrDefault(code.group("code"), PressField.UNUSED);
      }
      String value = isCode ? code.group("rest") : line;
      if (field == PressField.BODY || !CleanText.line(value).isEmpty()) {
        document.add(field, value);
      }
    }
  }
}
