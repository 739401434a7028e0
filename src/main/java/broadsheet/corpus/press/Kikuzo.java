package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Kikuzo (聞蔵), the database of the Asahi Shimbun: pages of nested tables with a headline and a list
 * of facts for each text. Source: https://github.com/koheiw/newspapers, R/kikuzo.R.
 */
final class Kikuzo implements PressDatabase {
  private static final Pattern EXPORT =
      Pattern.compile("class=[\"']?topic-(?:detail|list)\\b[\\s\\S]*?class=[\"']?detail001\\b");

  private static final String TEXT = "div.detail001";
  private static final String HEADLINE = "span.font002";
  private static final String FACTS = "table.topic-list";

  /** The cells of the facts: number, day, edition, section, page, length. */
  private static final int SECTION_AFTER_DAY = 2;

  @Override
  public boolean isExport(String head) {
    return head.contains("detail001") && EXPORT.matcher(head).find();
  }

  @Override
  public List<PressDocument> documents(Document page, DateReader dates) {
    List<Element> texts = new ArrayList<>();
    List<List<Element>> between = new ArrayList<>(List.of(new ArrayList<>()));
    for (Element piece : page.select(String.join(",", TEXT, HEADLINE, FACTS))) {
      if (piece.is(TEXT)) {
        texts.add(piece);
        between.add(new ArrayList<>());
      } else {
        between.getLast().add(piece);
      }
    }
    List<PressDocument> documents = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      PressDocument document = new PressDocument();
      nearest(HEADLINE, i, between)
          .ifPresent(headline -> document.add(PressField.TITLE, headline.text()));
      nearest(FACTS, i, between).ifPresent(facts -> addFacts(facts, document, dates));
      PressText.ofHtml(texts.get(i)).lines().forEach(line -> document.add(PressField.BODY, line));
      documents.add(document);
    }
    return PressDocument.withText(documents.stream());
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    return List.of();
  }

  /**
   * Finds the headline or facts of a text: above it, or below it if the first text has none above.
   * A list of all hits may come before the facts of the first, and other words in a headline's type
   * may come after it.
   */
  private static Optional<Element> nearest(String kind, int text, List<List<Element>> between) {
    boolean isAbove = between.getFirst().stream().anyMatch(piece -> piece.is(kind));
    List<Element> pieces = between.get(isAbove ? text : text + 1);
    boolean isLast = isAbove && kind.equals(FACTS);
    return (isLast ? pieces.reversed() : pieces)
        .stream().filter(piece -> piece.is(kind)).findFirst();
  }

  /** The section is two cells after the day. */
  private static void addFacts(Element facts, PressDocument document, DateReader dates) {
    List<String> cells = facts.select("td:not(:has(td))").stream().map(Element::text).toList();
    for (int i = 0; i < cells.size(); i++) {
      if (PrintedDay.is(cells.get(i), dates)) {
        document.add(PressField.DATE, cells.get(i));
        int section = i + SECTION_AFTER_DAY;
        document.add(PressField.SECTION, section < cells.size() ? cells.get(section) : "");
        return;
      }
    }
  }
}
