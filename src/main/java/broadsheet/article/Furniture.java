package broadsheet.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The boilerplate of an article's body: stretches that its source repeats in articles which are
 * otherwise not alike, such as newsletter boxes, lists of links and legal notices. They are shown
 * folded, and searched only when asked for. Immutable.
 *
 * @param stretches in order, neither touching nor overlapping
 */
public record Furniture(List<Stretch> stretches) {

  /** Nothing is set aside. */
  public static final Furniture NONE = new Furniture(List.of());

  /** The character between two paragraphs of a body that is one text. */
  private static final char PARAGRAPH_BREAK = '\n';

  /**
   * A range of the body, whose paragraphs are separated by one character, in UTF-16 units.
   *
   * @param end exclusive
   */
  public record Stretch(int start, int end) {}

  /**
   * @throws IllegalArgumentException when stretches are empty, overlap or are out of order
   */
  public Furniture {
    stretches = List.copyOf(stretches);
    int last = -1;
    for (Stretch stretch : stretches) {
      if (stretch.start() <= last || stretch.end() <= stretch.start()) {
        throw new IllegalArgumentException("misplaced: " + stretch);
      }
      last = stretch.end();
    }
  }

  public boolean isNone() {
    return stretches.isEmpty();
  }

  /** The furniture alone, one stretch after another. */
  public String cutFrom(String body) {
    StringBuilder cut = new StringBuilder();
    stretches.forEach(stretch -> cut.append(body, stretch.start(), stretch.end()));
    return cut.toString();
  }

  /** The reverse of {@link #without(String)} and {@link #cutFrom}. */
  public String putInto(String blanked, String cut) {
    StringBuilder body = new StringBuilder(blanked);
    int at = 0;
    for (Stretch stretch : stretches) {
      int end = at + stretch.end() - stretch.start();
      body.replace(stretch.start(), stretch.end(), cut.substring(at, end));
      at = end;
    }
    return body.toString();
  }

  /** The body with blanks in place of the furniture, so that every other word keeps its offset. */
  public String without(String body) {
    return isNone() ? body : filled(body, false);
  }

  /** The body with blanks in place of everything but the furniture. */
  public String only(String body) {
    return filled(body, true);
  }

  private String filled(String body, boolean keepsFurniture) {
    char[] text = body.toCharArray();
    int from = 0;
    for (Stretch stretch : stretches) {
      blank(
          text,
          keepsFurniture ? from : stretch.start(),
          keepsFurniture ? stretch.start() : stretch.end());
      from = stretch.end();
    }
    blank(text, keepsFurniture ? from : 0, keepsFurniture ? text.length : 0);
    return new String(text);
  }

  private static void blank(char[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      text[i] = text[i] == PARAGRAPH_BREAK ? text[i] : ' ';
    }
  }

  /** The paragraphs with blanks in place of the furniture; as many as there are. */
  public List<String> without(List<String> paragraphs) {
    return isNone() ? paragraphs : split(without(joined(paragraphs)));
  }

  /** The paragraphs with blanks in place of everything but the furniture; as many as there are. */
  public List<String> only(List<String> paragraphs) {
    return split(only(joined(paragraphs)));
  }

  /**
   * The paragraphs without the furniture, and without those that have no other words.
   *
   * @param mark without letters; it stands where furniture is left out of a paragraph
   */
  public List<String> own(List<String> paragraphs, String mark) {
    if (isNone()) {
      return paragraphs;
    }
    List<String> own = new ArrayList<>();
    int start = 0;
    for (String paragraph : paragraphs) {
      int end = start + paragraph.length();
      List<Stretch> within = within(start, end);
      String rest = own(paragraph, within, mark);
      if (within.isEmpty() || hasWords(rest)) {
        own.add(rest);
      }
      start = end + 1;
    }
    return own;
  }

  private static String own(String paragraph, List<Stretch> within, String mark) {
    StringBuilder own = new StringBuilder();
    int from = 0;
    for (Stretch stretch : within) {
      own.append(paragraph, from, stretch.start()).append(mark);
      from = stretch.end();
    }
    return own.append(paragraph, from, paragraph.length()).toString();
  }

  /** Whether a text is more than punctuation. */
  public static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static String joined(List<String> paragraphs) {
    return String.join(String.valueOf(PARAGRAPH_BREAK), paragraphs);
  }

  private static List<String> split(String body) {
    return Arrays.asList(body.split(String.valueOf(PARAGRAPH_BREAK), -1));
  }

  /** The stretches of one paragraph or another range, with offsets from its start. */
  public List<Stretch> within(int start, int end) {
    List<Stretch> within = new ArrayList<>();
    for (Stretch stretch : stretches) {
      int first = Math.max(start, stretch.start());
      int last = Math.min(end, stretch.end());
      if (first < last) {
        within.add(new Stretch(first - start, last - start));
      }
    }
    return within;
  }
}
