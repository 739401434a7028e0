package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Factiva: documents that a line such as {@code Document REUT000020150105eb150001p} ends, with
 * field codes ({@code HD}, {@code SN} …) or without. See {@link FactivaLines}.
 */
final class Factiva implements PressDatabase {
  /** The code of a source, the day of loading, and a number: 25 characters in all. */
  private static final String ID = "[A-Za-z]\\w{7}(?:19|20)\\d{6}\\w{6,}";

  private static final String DOCUMENT = "(?:Document|Dokument|Documento|Документ|文件|文档|文書)";

  private static final PrefilteredPattern EXPORT =
      PrefilteredPattern.ofAnyCase(
          "<title>\\s*Factiva\\s*</title>|Dow Jones Factiva|\\bFactiva, Inc\\. All rights reserved",
          "factiva");

  private static final PrefilteredPattern LAST_LINE =
      PrefilteredPattern.ofAnyCase(
          "(?m)^\\h*+(?:AN\\h++)?+" + DOCUMENT + "\\h" + ID + "\\s*$",
          "document",
          "dokument",
          "документ",
          "文件",
          "文档",
          "文書");

  private static final List<String> CODE_NAMES =
      List.of("HD", "WC", "PD", "SN", "SC", "LA", "CY", "LP", "TD", "AN");

  private static final Pattern CODE =
      Pattern.compile(
          "(?m)^\\h*+(?<code>" + String.join("|", CODE_NAMES) + ")(?:\\h*+$|\\t|\\h{2})");
  private static final int CODES = 5;

  private static final Pattern END =
      Pattern.compile("(?:AN\\h+)?(?:" + DOCUMENT + "\\h?)?(?<id>" + ID + ")");

  /** The foot of a printed page. */
  private static final Pattern FOOT =
      Pattern.compile(".{0,40}Factiva, Inc\\. All rights reserved.{0,40}");

  /** The fields that begin a document. */
  private static final Set<PressField> HEADS = Set.of(PressField.SECTION, PressField.TITLE);

  @Override
  public boolean isExport(String head) {
    return EXPORT.isIn(head) || LAST_LINE.isIn(head) || hasCodes(head);
  }

  private static boolean hasCodes(String head) {
    return CODE_NAMES.stream().filter(head::contains).count() >= CODES
        && (CODE.matcher(head).results().map(m -> m.group("code")).distinct().count() >= CODES
            || (head.contains("HD ") && FactivaCodes.areNarrow(head.lines().toList())));
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean hasText = false;
    for (String line : text.lines()) {
      Optional<PressField> begun = FactivaCodes.begun(line);
      var end = END.matcher(line.strip());
      if (end.matches()) {
        PressDocument document = FactivaLines.document(lines, dates);
        document.add(PressField.ID, end.group("id"));
        documents.add(document);
        lines = new ArrayList<>();
        hasText = false;
      } else if (hasText && begun.filter(HEADS::contains).isPresent()) {
        documents.add(FactivaLines.document(lines, dates));
        lines = new ArrayList<>(List.of(line));
        hasText = false;
      } else if (!FOOT.matcher(line).matches()) {
        lines.add(line);
        hasText |= begun.filter(field -> field == PressField.BODY).isPresent();
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
