package broadsheet.engine.result;

import broadsheet.article.Box;
import broadsheet.article.Place;
import broadsheet.article.Positions;
import broadsheet.article.WordPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Finds where on pages, in files or in a recording the marks of an article are. Stateless. */
public final class MarkPlaces {
  /** Two boxes are on one line if they overlap by this share of the lower one's height. */
  private static final double ON_ONE_LINE = 0.5;

  /** The most that two boxes of a mark on one line may be apart, as a share of the page. */
  private static final double GAP = 0.03;

  /**
   * Where a mark is: on a page, one of these for each line that it is on.
   *
   * @param mark the number of the mark, from 0: those of the headline, then those of the paragraphs
   * @param part the index of the part in {@link Positions#parts}
   */
  public record MarkPlace(int mark, int part, Place place) {}

  /** A part of a mark on one line of a page; see {@link MarkPlace}. */
  public record MarkBox(int mark, int page, Box box) {}

  private MarkPlaces() {}

  /**
   * The places of all marks, in the order of the marks. On a page, a mark on words without a place
   * has none, and one that crosses lines, columns or pages has several; elsewhere, a place holds up
   * to the next one, and a mark has that of its first word.
   *
   * @param title the headline with its marks
   * @param paragraphs the body with its marks; a single text with line breaks does as well
   */
  public static List<MarkPlace> of(
      Positions positions, MarkedText title, List<MarkedText> paragraphs) {
    boolean isMarked = title.isMarked() || paragraphs.stream().anyMatch(MarkedText::isMarked);
    if (!isMarked || positions.words().size() == 0) {
      return List.of();
    }
    return new Placing(positions.words().words()).all(title, paragraphs);
  }

  /** The places of all marks that are boxes on pages; see {@link #of}. */
  public static List<MarkBox> boxes(
      Positions positions, MarkedText title, List<MarkedText> paragraphs) {
    return boxes(of(positions, title, paragraphs));
  }

  /** Those of these places that are boxes on pages. */
  static List<MarkBox> boxes(List<MarkPlace> places) {
    return places.stream()
        .filter(mark -> mark.place() instanceof Box)
        .map(mark -> new MarkBox(mark.mark(), mark.part(), (Box) mark.place()))
        .toList();
  }

  /** Goes through words and marks side by side. */
  private static final class Placing {
    private final List<WordPlace> words;
    private final List<MarkPlace> places = new ArrayList<>();
    private int next;
    private int number;
    private int mark;

    Placing(List<WordPlace> words) {
      this.words = words;
    }

    List<MarkPlace> all(MarkedText title, List<MarkedText> paragraphs) {
      text(title);
      paragraphs.forEach(this::text);
      return List.copyOf(places);
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
      boolean isOwn = next < words.size() && words.get(next).word() == from;
      if (!isOwn && next > 0 && !(words.get(next - 1).place() instanceof Box)) {
        add(words.get(next - 1));
        return;
      }
      int first = places.size();
      for (int i = next; i < words.size() && words.get(i).word() <= to; i++) {
        if (words.get(i).place() instanceof Box box) {
          add(words.get(i).part(), box, first);
        } else if (places.size() == first) {
          add(words.get(i));
        }
      }
    }

    private void add(WordPlace word) {
      places.add(new MarkPlace(mark, word.part(), word.place()));
    }

    /** Extends the last box of the mark, or starts another. */
    private void add(int part, Box box, int first) {
      if (places.size() > first) {
        MarkPlace last = places.getLast();
        if (last.part() == part && last.place() instanceof Box before && isBeside(before, box)) {
          places.set(places.size() - 1, new MarkPlace(mark, part, before.and(box)));
          return;
        }
      }
      places.add(new MarkPlace(mark, part, box));
    }

    private static boolean isBeside(Box one, Box other) {
      double overlap = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
      double lower = Math.min(one.height(), other.height());
      double gap = Math.max(other.left() - one.right(), one.left() - other.right());
      return overlap >= ON_ONE_LINE * lower && gap <= GAP;
    }
  }
}
