package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Europresse (Eureka.cc): pages whose classes name outlet, headline and text. Newer exports have an
 * {@code article} for each document, older ones a table.
 */
final class Europresse implements PressDatabase {
  private static final PrefilteredPattern EXPORT =
      PrefilteredPattern.of(
          "class=[\"']?DocPublicationName\\b|\\bnouveau\\.(?:eureka\\.cc|europresse\\.com)\\b",
          "DocPublicationName",
          "nouveau.");

  /** An id, as in {@code news·20060314·LM·0123}. The literal comes first: it is found quickly. */
  private static final Pattern EXPORT_ID =
      Pattern.compile("news(?<=\\bnews)\\W{1,3}\\d{8}\\W{1,3}[A-Z]{2,4}\\W{1,3}\\w+");

  private static final Pattern ID =
      Pattern.compile("news\\W{1,3}(?<id>\\d{8}\\W{1,3}\\w{1,6}\\W{1,3}\\w+)");
  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern ISSUE = Pattern.compile(", (?:no|n°|nº|vol)\\.? .*$");
  private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*");
  private static final Pattern PAGE = Pattern.compile("(?i)p\\. ?\\w+.*");
  private static final Pattern RIGHTS =
      Pattern.compile("(?i)(?:copyright|©|\\(c\\)).{0,200}|.{0,100}tous droits réservés.{0,40}");

  private static final int LONGEST_BYLINE = 100;

  @Override
  public boolean isExport(String head) {
    return EXPORT.isIn(head) || EXPORT_ID.matcher(head).find();
  }

  @Override
  public List<PressDocument> documents(Document page, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    for (Element article : page.select("article:has(.DocPublicationName)")) {
      documents.add(ofArticle(article, dates));
    }
    if (documents.isEmpty()) {
      for (Element cell :
          page.select("td:has(> span.DocPublicationName, > * > .DocPublicationName)")) {
        documents.add(ofCell(cell, dates));
      }
    }
    return PressDocument.withText(documents.stream());
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    PressDocument document = new PressDocument();
    text.lines().forEach(line -> document.add(PressField.BODY, line));
    return PressDocument.withText(List.of(document).stream());
  }

  private static PressDocument ofArticle(Element article, DateReader dates) {
    PressDocument document = new PressDocument();
    addOutlet(article, document);
    addHeader(article.select(".DocHeader").text(), document, dates);
    document.add(PressField.TITLE, article.select(".titreArticleVisu").text());
    Element headline = article.selectFirst(".titreArticle");
    Element byline = headline == null ? null : headline.nextElementSibling();
    if (byline != null && byline.text().length() < LONGEST_BYLINE) {
      document.add(PressField.AUTHOR, byline.text());
    }
    boolean isMarked = article.selectFirst(".DocText") != null;
    for (Element text : article.select(isMarked ? ".DocText" : "section")) {
      PressText.ofHtml(text).lines().forEach(line -> document.add(PressField.BODY, line));
    }
    addId(article.text(), document);
    return document;
  }

  /**
   * The headline is marked; below it come the byline, the text and the copyright as plain lines.
   */
  private static PressDocument ofCell(Element cell, DateReader dates) {
    PressDocument document = new PressDocument();
    addOutlet(cell, document);
    addHeader(String.join(", ", cell.select(".DocHeader").eachText()), document, dates);
    Element title = cell.selectFirst(".TitreArticleVisu, .titreArticleVisu");
    Element row = cell.closest("table");
    addId(row == null ? cell.text() : row.text(), document);
    if (title == null) {
      return document;
    }
    document.add(PressField.TITLE, title.text());
    List<String> lines = linesBelow(title);
    boolean hasByline = lines.size() > 1 && lines.getFirst().length() < LONGEST_BYLINE;
    if (hasByline) {
      document.add(PressField.AUTHOR, lines.getFirst());
    }
    lines.subList(hasByline ? 1 : 0, lines.size()).stream()
        .filter(line -> !RIGHTS.matcher(line).matches() && !ID.matcher(line).find())
        .forEach(line -> document.add(PressField.BODY, line));
    return document;
  }

  private static List<String> linesBelow(Element title) {
    Element below = new Element("div");
    Node next = title.nextSibling();
    while (next != null) {
      below.appendChild(next.clone());
      next = next.nextSibling();
    }
    return PressText.ofHtml(below).lines();
  }

  private static void addOutlet(Element in, PressDocument document) {
    Element outlet = in.selectFirst(".DocPublicationName");
    String name = outlet == null ? "" : outlet.text();
    document.add(PressField.SOURCE, ISSUE.matcher(name).replaceFirst(""));
  }

  /** Reads {@code Communication, mardi 14 mars 2006, p. 16}: the section comes before the day. */
  private static void addHeader(String header, PressDocument document, DateReader dates) {
    document.add(PressField.DATE, header);
    String first = BETWEEN.split(header.strip(), 2)[0];
    boolean isSection =
        !PAGE.matcher(first).matches()
            && !PrintedDay.in(first, dates).date().isKnown()
            && first.codePoints().noneMatch(Character::isDigit)
            && header.length() > first.length();
    if (isSection) {
      document.add(PressField.SECTION, first);
    }
  }

  private static void addId(String text, PressDocument document) {
    Matcher id = ID.matcher(text);
    if (id.find()) {
      document.add(PressField.ID, NO_WORD.matcher(id.group("id")).replaceAll("-"));
    }
  }
}
