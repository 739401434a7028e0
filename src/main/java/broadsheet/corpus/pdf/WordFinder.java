package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins glyphs to words by their printed places, since programs may write them in any order. A
 * glyph that is printed twice in one place, to look bold, counts once.
 */
final class WordFinder {
  /** Glyphs of one line differ by at most this part of their size from the first. */
  private static final double SAME_BASELINE = 0.3;

  /** Kerned glyphs overlap by at most this part. */
  private static final double OVERLAP = 0.5;

  private static final double SAME_PLACE = 0.2;

  /** The same character, shifted by less than this part of its width, is printed a second time. */
  private static final double SAME_GLYPH = 0.55;

  private final List<Word> words = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();

  /** A word that may continue. */
  private static final class Open {
    private final StringBuilder text = new StringBuilder();
    private final List<String> glyphs = new ArrayList<>();
    private Bounds box;
    private double right;
    private final double baseline;
    private final double size;
    private Glyph last;
    private boolean isEnded;

    Open(Glyph first) {
      box = first.box();
      right = first.right();
      baseline = first.baseline();
      size = first.size();
      glyphs.add(first.text());
      last = first;
    }

    boolean continuesWith(Glyph glyph) {
      double gap = glyph.left() - right;
      double larger = Math.max(size, glyph.size());
      return !isEnded
          && Math.abs(glyph.baseline() - baseline) < SAME_BASELINE * larger
          && gap < glyph.gapInWord()
          && gap > -OVERLAP * larger;
    }

    /** Whether it is the last glyph again, of a second layer of text. */
    boolean hasJust(Glyph glyph) {
      return glyph.text().equals(last.text())
          && glyph.left() - last.left() < SAME_GLYPH * last.width();
    }

    void add(Glyph glyph) {
      if (hasJust(glyph)) {
        return;
      }
      last = glyph;
      glyphs.add(glyph.text());
      box = box.with(glyph.box());
      right = Math.max(right, glyph.right());
    }

    /** Right-to-left letters are printed, and so found, from their last to their first. */
    Word word() {
      boolean isRightToLeft = glyphs.stream().anyMatch(WordFinder::isRightToLeft);
      (isRightToLeft ? glyphs.reversed() : glyphs).forEach(text::append);
      return new Word(text.toString(), box, size);
    }
  }

  private WordFinder() {}

  static List<Word> words(List<Glyph> glyphs) {
    WordFinder finder = new WordFinder();
    List<Glyph> sorted = new ArrayList<>(once(glyphs));
    sorted.sort(Comparator.comparingDouble(Glyph::baseline));
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      Glyph first = sorted.get(start);
      boolean isEnd =
          i == sorted.size()
              || sorted.get(i).baseline() - first.baseline() > SAME_BASELINE * first.size();
      if (isEnd) {
        finder.band(sorted.subList(start, i));
        start = i;
      }
    }
    return finder.words;
  }

  private static List<Glyph> once(List<Glyph> glyphs) {
    Set<String> seen = new HashSet<>();
    List<Glyph> once = new ArrayList<>(glyphs.size());
    for (Glyph glyph : glyphs) {
      double cell = Math.max(0.1, SAME_PLACE * glyph.size());
      String place =
          glyph.text()
              + ' '
              + Math.round(glyph.left() / cell)
              + ' '
              + Math.round(glyph.baseline() / cell);
      if (glyph.isBlank() || seen.add(place)) {
        once.add(glyph);
      }
    }
    return once;
  }

  private void band(List<Glyph> glyphs) {
    List<Glyph> band = new ArrayList<>(glyphs);
    band.sort(Comparator.comparingDouble(Glyph::left));
    for (Glyph glyph : band) {
      Open word = continued(glyph);
      if (glyph.isBlank()) {
        if (word != null) {
          word.isEnded = true;
        }
      } else if (word == null) {
        open.add(new Open(glyph));
      } else {
        word.add(glyph);
      }
    }
    open.forEach(word -> words.add(word.word()));
    open.clear();
  }

  /** Only the last words can continue, since glyphs come from left to right. */
  private @Nullable Open continued(Glyph glyph) {
    for (int i = open.size() - 1; i >= Math.max(0, open.size() - 4); i--) {
      if (open.get(i).continuesWith(glyph)) {
        return open.get(i);
      }
    }
    return null;
  }

  static boolean isRightToLeft(String text) {
    return text.codePoints()
        .anyMatch(
            c -> {
              byte direction = Character.getDirectionality(c);
              return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                  || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
            });
  }
}
