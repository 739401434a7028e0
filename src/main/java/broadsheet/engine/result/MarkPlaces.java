package broadsheet.engine.result;

import broadsheet.article.Box;
import broadsheet.article.Place;
import broadsheet.article.Positions;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Locates the marks of an article on pages, in files or in a recording. Stateless. */
public final class MarkPlaces {
  /** Two boxes are on one line if they overlap by this share of the lower one's height. */
  private static final double ON_ONE_LINE = 0.5;

  /** The most that two boxes of a mark on one line may be apart, as a share of the page. */
  private static final double GAP = 0.03;

  /**
   * The place of a mark; on a page there is one for each line that it is on.
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
    return new Placing(positions.words()).all(title, paragraphs);
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

  /** Goes through words and marks side by side, and no further than the last mark. */
  private static final class Placing {
    private final Iterator<WordPlace> unread;
    private final List<MarkPlace> places = new ArrayList<>();

    /** The places read that are not before the current mark. */
    private final Deque<WordPlace> next = new ArrayDeque<>();

    /** The last place before them. */
    private Optional<WordPlace> before = Optional.empty();

    private int number;
    private int mark;

    Placing(WordPlaces words) {
      unread = words.iterator();
    }

    List<MarkPlace> all(MarkedText title, List<MarkedText> paragraphs) {
      List<MarkedText> texts = new ArrayList<>(paragraphs);
      texts.addFirst(title);
      while (!texts.isEmpty() && !texts.getLast().isMarked()) {
        texts.removeLast();
      }
      for (int i = 0; i < texts.size(); i++) {
        WordCount count = marks(texts.get(i));
        number += i + 1 < texts.size() ? count.all() : 0;
      }
      return List.copyOf(places);
    }

    private WordCount marks(MarkedText marked) {
      WordCount count = new WordCount(marked.text());
      for (MarkedText.Mark each : marked.marks()) {
        int from = count.wordAt(each.start());
        int to = new WordCount(count).wordAt(each.end() - 1);
        add(number + from, number + to);
        mark++;
      }
      return count;
    }

    private void add(int from, int to) {
      skipTo(from);
      boolean isOwn = !next.isEmpty() && next.getFirst().word() == from;
      if (!isOwn && before.isPresent() && !(before.get().place() instanceof Box)) {
        add(before.get());
        return;
      }
      readTo(to);
      int first = places.size();
      for (WordPlace word : next) {
        if (word.word() > to) {
          return;
        }
        if (word.place() instanceof Box box) {
          add(word.part(), box, first);
        } else if (places.size() == first) {
          add(word);
        }
      }
    }

    /** Drops the places before a word. */
    private void skipTo(int word) {
      while (!next.isEmpty() && next.getFirst().word() < word) {
        before = Optional.of(next.removeFirst());
      }
      WordPlace last = before.orElse(null);
      while (next.isEmpty() && unread.hasNext()) {
        WordPlace read = unread.next();
        if (read.word() < word) {
          last = read;
        } else {
          next.addLast(read);
        }
      }
      before = Optional.ofNullable(last);
    }

    /** Reads the places up to a word, and one after it. */
    private void readTo(int word) {
      while (unread.hasNext() && (next.isEmpty() || next.getLast().word() <= word)) {
        next.addLast(unread.next());
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

  /** Counts the words of a text, which blanks separate, as far as asked. */
  private static final class WordCount {
    private final String text;
    private int at;
    private int words;
    private boolean isInWord;

    WordCount(String text) {
      this.text = text;
    }

    WordCount(WordCount other) {
      this(other.text);
      at = other.at;
      words = other.words;
      isInWord = other.isInWord;
    }

    /**
     * The number of the word that an offset is in, or of the one before it.
     *
     * @param offset not less than the last one
     */
    int wordAt(int offset) {
      countTo(offset + 1);
      return Math.max(0, words - 1);
    }

    int all() {
      countTo(text.length());
      return words;
    }

    private void countTo(int end) {
      for (; at < Math.min(end, text.length()); at++) {
        boolean isBlank = text.charAt(at) == ' ' || text.charAt(at) == '\n';
        words += isBlank || isInWord ? 0 : 1;
        isInWord = !isBlank;
      }
    }
  }
}
