package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Factiva: documents that a line such as {@code Document REUT000020150105eb150001p} ends, with
 * field codes ({@code HD}, {@code SN} …) or without.
 */
final class Factiva implements PressDatabase {
  private static final Pattern EXPORT =
      Pattern.compile(
          "(?i)<title>\\s*Factiva\\s*</title>|Dow Jones Factiva|\\bFactiva, Inc\\. All rights"
              + " reserved|(?m)^[ \\t]*+(?:Document|Dokument|Documento) [A-Z]{3,10}0{2,}"
              + "(?:19|20)\\d{6}\\w{6,}\\s*$");

  private static final Pattern CODE =
      Pattern.compile("(?m)^[ \\t]*+(?:HD|WC|PD|SN|SC|LA|CY|LP|TD|AN)\\s*$");
  private static final int CODES = 5;

  private static final Pattern END =
      Pattern.compile(
          "(?:Document|Dokument|Documento|Документ|文件|文書)? ?(?<id>[A-Z]{2,12}\\d{10,}\\w{6,})");

  @Override
  public String name() {
    return "factiva";
  }

  @Override
  public boolean isExport(String head) {
    long codes = CODE.matcher(head).results().map(m -> m.group().strip()).distinct().count();
    return codes >= CODES || EXPORT.matcher(head).find();
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.lines()) {
      var end = END.matcher(line.strip());
      if (end.matches()) {
        PressDocument document = FactivaLines.document(lines, dates);
        document.add(PressField.ID, end.group("id"));
        documents.add(document);
        lines = new ArrayList<>();
      } else {
        lines.add(line);
      }
    }
    PressDocument last = FactivaLines.document(lines, dates);
    if (last.has(PressField.TITLE)) {
      documents.add(last);
    }
    return PressDocument.withText(documents.stream());
  }

  @Override
  public List<PressDocument> documents(Document page, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    for (Element article : page.select("div.article:not(:has(div.article))")) {
      documents.add(document(article, dates));
    }
    return documents.isEmpty()
        ? documents(PressText.ofHtml(page), dates)
        : PressDocument.withText(documents.stream());
  }

  /** A page marks headline and author; all else is found as in text. */
  private static PressDocument document(Element article, DateReader dates) {
    PressDocument marked = new PressDocument();
    if (article.selectFirst("td.index, td b") == null) {
      article.select("[class$=Headline]").forEach(e -> move(e, PressField.TITLE, marked));
      article.select("div.author").forEach(e -> move(e, PressField.AUTHOR, marked));
      moveId(article, marked);
    }
    List<String> lines = new ArrayList<>();
    for (String line : PressText.ofHtml(article).lines()) {
      var end = END.matcher(line.strip());
      if (end.matches()) {
        marked.add(PressField.ID, end.group("id"));
      } else {
        lines.add(line);
      }
    }
    FactivaLines.add(lines, marked, dates);
    return marked;
  }

  /** Paragraphs of the text have a class; below them come a credit and the id. */
  private static void moveId(Element article, PressDocument document) {
    if (article.selectFirst("p[class*=articleParagraph]") != null) {
      for (Element below : article.select("p:not([class*=articleParagraph])")) {
        var end = END.matcher(below.text());
        if (end.matches()) {
          document.add(PressField.ID, end.group("id"));
        }
        below.remove();
      }
    }
  }

  private static void move(Element element, PressField field, PressDocument document) {
    document.add(field, element.text());
    element.remove();
  }
}
