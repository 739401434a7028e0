package broadsheet.web.page;

import broadsheet.engine.result.MarkedText.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The marks and links of a text as elements that nest: any two are apart, or one holds the other. A
 * mark stays whole. A link that begins or ends within a mark is cut there.
 */
final class LinkedMarks {

  /**
   * One element.
   *
   * @param href where a link leads; empty for a mark
   */
  record Element(int start, int end, String href) {
    boolean isMark() {
      return href.isEmpty();
    }
  }

  /** Outer elements come before inner ones; a link holds a mark of the same extent. */
  private static final Comparator<Element> OUTER_FIRST =
      Comparator.comparingInt(Element::start)
          .thenComparing(Comparator.comparingInt(Element::end).reversed())
          .thenComparing(Element::isMark);

  private LinkedMarks() {}

  /**
   * The elements in the order in which they begin.
   *
   * @param links in order; one that begins before the end of another is left out
   */
  static List<Element> of(List<Mark> marks, List<TextLink> links) {
    List<Element> elements = new ArrayList<>();
    marks.forEach(mark -> elements.add(new Element(mark.start(), mark.end(), "")));
    int end = 0;
    for (TextLink link : links) {
      if (link.start() >= end) {
        end = link.end();
        addCut(link, marks, elements);
      }
    }
    elements.sort(OUTER_FIRST);
    return elements;
  }

  private static void addCut(TextLink link, List<Mark> marks, List<Element> elements) {
    int start = link.start();
    for (Mark mark : marks) {
      int cut = crossing(mark, start, link.end());
      if (cut > 0) {
        elements.add(new Element(start, cut, link.href()));
        start = cut;
      }
    }
    elements.add(new Element(start, link.end(), link.href()));
  }

  /** The border of the mark within a stretch, if another part of the mark is outside; else 0. */
  private static int crossing(Mark mark, int start, int end) {
    if (mark.start() < start && start < mark.end() && mark.end() < end) {
      return mark.end();
    }
    return start < mark.start() && mark.start() < end && end < mark.end() ? mark.start() : 0;
  }
}
