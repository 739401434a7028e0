package broadsheet.lucene.mark;

import broadsheet.article.Furniture;
import broadsheet.article.Furniture.Stretch;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.schema.StoredArticle;
import java.util.ArrayList;
import java.util.List;

/** Takes furniture out of the texts that snippets are chosen from. Stateless. */
final class SetAside {

  private static final String LABEL = "Repeated by its source: ";

  private SetAside() {}

  /**
   * The same texts, where the body has no furniture, and the furniture is another text if anything
   * in it matched.
   *
   * @param texts the body is the third of them
   */
  static List<Passage.Source> from(List<Passage.Source> texts, StoredArticle article) {
    Furniture furniture = article.furniture();
    if (furniture.isNone()) {
      return texts;
    }
    Passage.Source body = texts.get(2);
    List<Passage.Source> shown = new ArrayList<>(texts);
    shown.set(2, kept(body, body.text().text(), body.label(), others(furniture, body)));
    Passage.Source aside = kept(body, article.wholeBody(), LABEL, furniture.stretches());
    if (aside.text().isMarked()) {
      shown.add(aside);
    }
    return shown;
  }

  /** The stretches between those of the furniture, without the blanks that end them twice. */
  private static List<Stretch> others(Furniture furniture, Passage.Source body) {
    String text = body.text().text();
    List<Stretch> others = new ArrayList<>();
    int from = 0;
    for (Stretch stretch : furniture.stretches()) {
      add(from, stretch.start(), others);
      boolean isDoubled =
          stretch.end() < text.length()
              && stretch.start() > 0
              && text.charAt(stretch.end()) == text.charAt(stretch.start() - 1);
      from = stretch.end() + (isDoubled ? 1 : 0);
    }
    add(from, text.length(), others);
    return others;
  }

  private static void add(int start, int end, List<Stretch> stretches) {
    if (start < end) {
      stretches.add(new Stretch(start, end));
    }
  }

  /** Some stretches of a text one after another, with the marks that are within them. */
  private static Passage.Source kept(
      Passage.Source source, String text, String label, List<Stretch> stretches) {
    StringBuilder kept = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    List<Mark> together = new ArrayList<>();
    for (Stretch stretch : stretches) {
      int shift = kept.length() - stretch.start();
      addWithin(source.text().marks(), stretch, shift, marks);
      addWithin(source.together(), stretch, shift, together);
      kept.append(text, stretch.start(), stretch.end());
    }
    return new Passage.Source(new MarkedText(kept.toString(), marks), label, together);
  }

  private static void addWithin(List<Mark> all, Stretch stretch, int shift, List<Mark> within) {
    for (Mark mark : all) {
      if (mark.start() >= stretch.start() && mark.end() <= stretch.end()) {
        within.add(new Mark(mark.start() + shift, mark.end() + shift));
      }
    }
  }
}
