package broadsheet.engine.result;

import broadsheet.article.Box;
import broadsheet.article.Print;
import broadsheet.article.WordPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Finds where on the printed pages the marks of an article are. Stateless. */
public final class ScanMarks {
  /** Two boxes are on one line if they overlap by this share of the lower one's height. */
  private static final double ON_ONE_LINE = 0.5;

  /** The most that two boxes of a mark on one line may be apart, as a share of the page. */
  private static final double GAP = 0.03;

  /**
   * A part of a mark on one line of a page.
   *
   * @param mark the number of the mark, from 0: those of the headline, then those of the paragraphs
   * @param page the index of the page in {@link Print#pages}
   */
  public record MarkBox(int mark, int page, Box box) {}

  private ScanMarks() {}

  /**
   * The boxes of all marks, in the order of the marks. A mark on words without a place has none;
   * one that crosses lines, columns or pages has several.
   *
   * @param title the headline with its marks
   * @param paragraphs the body with its marks; a single text with line breaks does as well
   */
  public static List<MarkBox> of(Print print, MarkedText title, List<MarkedText> paragraphs) {
    boolean isMarked = title.isMarked() || paragraphs.stream().anyMatch(MarkedText::isMarked);
    if (!isMarked || print.words().size() == 0) {
      return List.of();
    }
    return new Placing(print.words().words()).all(title, paragraphs);
  }

  /** Goes through words and marks side by side. */
  private static final class Placing {
    private final List<WordPlace> words;
    private final List<MarkBox> boxes = new ArrayList<>();
    private int next;
    private int number;
    private int mark;

    Placing(List<WordPlace> words) {
      this.words = words;
    }

    List<MarkBox> all(MarkedText title, List<MarkedText> paragraphs) {
      text(title);
      paragraphs.forEach(this::text);
      return List.copyOf(boxes);
    }

    private void text(MarkedText marked) {
      int first = number;
      int[] starts = starts(marked.text());
      for (MarkedText.Mark each : marked.marks()) {
        int from = wordAt(starts, each.start());
        int to = wordAt(starts, each.end() - 1);
        add(first + from, first + to);
        mark++;
      }
      number += starts.length;
    }

    /** The offsets at which the words of a text start, which blanks separate. */
    private static int[] starts(String text) {
      List<Integer> starts = new ArrayList<>();
      eachStart(text, starts::add);
      return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void eachStart(String text, IntConsumer taker) {
      boolean isInWord = false;
      for (int i = 0; i < text.length(); i++) {
        boolean isBlank = text.charAt(i) == ' ' || text.charAt(i) == '\n';
        if (!isBlank && !isInWord) {
          taker.accept(i);
        }
        isInWord = !isBlank;
      }
    }

    /** The number of the word that an offset is in, or of the one before it. */
    private static int wordAt(int[] starts, int offset) {
      int found = Arrays.binarySearch(starts, offset);
      return Math.max(0, found >= 0 ? found : -found - 2);
    }

    private void add(int from, int to) {
      while (next < words.size() && words.get(next).word() < from) {
        next++;
      }
      int first = boxes.size();
      for (int i = next; i < words.size() && words.get(i).word() <= to; i++) {
        add(words.get(i), first);
      }
    }

    /** Extends the last box of the mark, or starts another. */
    private void add(WordPlace word, int first) {
      if (boxes.size() > first) {
        MarkBox last = boxes.getLast();
        if (last.page() == word.page() && isBeside(last.box(), word.box())) {
          boxes.set(boxes.size() - 1, new MarkBox(mark, last.page(), last.box().and(word.box())));
          return;
        }
      }
      boxes.add(new MarkBox(mark, word.page(), word.box()));
    }

    private static boolean isBeside(Box one, Box other) {
      double overlap = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
      double lower = Math.min(one.height(), other.height());
      double gap = Math.max(other.left() - one.right(), one.left() - other.right());
      return overlap >= ON_ONE_LINE * lower && gap <= GAP;
    }
  }
}
