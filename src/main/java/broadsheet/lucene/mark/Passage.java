package broadsheet.lucene.mark;

import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.analysis.Sentences;
import broadsheet.lucene.analysis.Sentences.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One or more whole sentences of a text, with their marks.
 *
 * @param end exclusive
 * @param marks in order, completely between start and end; their offsets are those of the text
 */
record Passage(MarkedText text, int start, int end, List<Mark> marks) {

  /** The most marks of a text that are examined, those of rare matches first. */
  private static final int MAX_MARKS = 60;

  /** The most marks of the same match. */
  private static final int MAX_ALIKE = 8;

  /** Words that belong together are shown together up to this distance, in UTF-16 units. */
  private static final int MAX_TOGETHER = 250;

  /**
   * A text to choose from.
   *
   * @param label what kind of text it is, to be shown before its passages; empty for none
   * @param together marks that belong together, such as two words that are near each other
   */
  record Source(MarkedText text, String label, List<Mark> together) {

    /** The shortest group of marks around a mark, if not too long; otherwise the mark. */
    private Mark around(Mark mark) {
      return together.stream()
          .filter(t -> t.start() <= mark.start() && t.end() >= mark.end())
          .filter(t -> t.end() - t.start() <= MAX_TOGETHER)
          .min(Comparator.comparingInt(t -> t.end() - t.start()))
          .orElse(mark);
    }
  }

  /** The sentences with marks, in order; if there are very many, those with rare matches. */
  static List<Passage> marked(Source source) {
    List<Passage> passages = new ArrayList<>();
    int next = 0;
    MarkedText text = source.text();
    List<Mark> wanted = wanted(text);
    while (next < wanted.size()) {
      Passage passage = around(text, source.around(wanted.get(next)));
      passages.add(passage);
      while (next < wanted.size() && wanted.get(next).start() < passage.end()) {
        next++;
      }
    }
    return passages;
  }

  private static List<Mark> wanted(MarkedText text) {
    if (text.marks().size() <= MAX_MARKS) {
      return text.marks();
    }
    Map<String, List<Mark>> alike = new LinkedHashMap<>();
    for (Mark mark : text.marks()) {
      String match = text.text().substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT);
      alike.computeIfAbsent(match, _ -> new ArrayList<>()).add(mark);
    }
    return alike.values().stream()
        .sorted(Comparator.comparingInt(List::size))
        .flatMap(marks -> marks.stream().limit(MAX_ALIKE))
        .limit(MAX_MARKS)
        .sorted(Comparator.comparingInt(Mark::start))
        .toList();
  }

  /** The sentence of a mark, extended until every mark that begins in it also ends in it. */
  private static Passage around(MarkedText text, Mark mark) {
    Passage passage = sentences(text, mark.start(), mark.end());
    while (!passage.marks().isEmpty() && passage.marks().getLast().end() > passage.end()) {
      passage = sentences(text, passage.start(), passage.marks().getLast().end());
    }
    return passage;
  }

  private static Passage sentences(MarkedText text, int from, int to) {
    List<Sentence> sentences = Sentences.around(text.text(), from, to);
    int start = sentences.isEmpty() ? from : Math.min(from, sentences.getFirst().start());
    int end = sentences.isEmpty() ? to : Math.max(to, sentences.getLast().end());
    List<Mark> marks =
        text.marks().stream().filter(m -> m.start() >= start && m.start() < end).toList();
    return new Passage(text, start, end, marks);
  }
}
