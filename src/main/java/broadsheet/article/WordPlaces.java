package broadsheet.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The printed places of an article's words, packed: each place is stored as its difference from the
 * one before, in steps of 1/{@value #STEPS} of the page, which takes about five bytes a word.
 * Immutable.
 */
public final class WordPlaces {
  /** Steps along each side of a page; a step is about 0.2 mm on a broadsheet page. */
  static final int STEPS = 2048;

  /** The longest run of words without a place; a longer one is taken for disorder. */
  private static final int MOST_AHEAD = 1 << 20;

  public static final WordPlaces NONE = new WordPlaces(new byte[0]);

  private final byte[] packed;

  private WordPlaces(byte[] packed) {
    this.packed = packed;
  }

  /** The places of words, in the order of the words; a word may have several or none. */
  public static WordPlaces of(List<WordPlace> words) {
    return words.isEmpty() ? NONE : new WordPlaces(new Packing().all(words));
  }

  /** Restores the places from {@link #bytes}. */
  public static WordPlaces ofBytes(byte[] packed) {
    return packed.length == 0 ? NONE : new WordPlaces(packed.clone());
  }

  public byte[] bytes() {
    return packed.clone();
  }

  public int size() {
    return packed.length;
  }

  /**
   * The places, in the order of the words.
   *
   * @throws IllegalArgumentException if the bytes are not those of places
   */
  public List<WordPlace> words() {
    try {
      return new Unpacking(packed).all();
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not the places of words", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordPlaces places && Arrays.equals(packed, places.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    return packed.length + " bytes of word places";
  }

  private static int steps(double share) {
    return (int) Math.round(share * STEPS);
  }

  /**
   * Writes a place as: the word's distance to the one before, unless that is 1 and the page is the
   * same (both in one number, absent in the usual case); the distance to the right edge of the
   * place before; the difference in height above ground; the width; the difference in height.
   */
  private static final class Packing {
    private byte[] bytes = new byte[256];
    private int length;
    private int word = -1;
    private int page;
    private int right;
    private int bottom;
    private int height;

    byte[] all(List<WordPlace> words) {
      words.forEach(this::add);
      return Arrays.copyOf(bytes, length);
    }

    /** The lowest bit of the first number says whether word or page are unusual. */
    private void add(WordPlace printed) {
      int ahead = printed.word() - word;
      if (ahead < 0 || ahead > MOST_AHEAD || printed.page() < 0) {
        throw new IllegalArgumentException("words out of order: " + word + ", " + printed.word());
      }
      Box box = printed.box();
      int left = steps(box.left());
      boolean isUsual = ahead == 1 && printed.page() == page;
      number((zigzag(left - right) << 1) | (isUsual ? 0 : 1));
      if (!isUsual) {
        number(ahead);
        number(printed.page());
      }
      int newBottom = steps(box.bottom());
      int newHeight = Math.max(0, newBottom - steps(box.top()));
      int newRight = Math.max(left, steps(box.right()));
      number(zigzag(newBottom - bottom));
      number(newRight - left);
      number(zigzag(newHeight - height));
      word = printed.word();
      page = printed.page();
      right = newRight;
      bottom = newBottom;
      height = newHeight;
    }

    private void number(int value) {
      int rest = value;
      while ((rest & ~0x7f) != 0) {
        append((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      append(rest);
    }

    private void append(int value) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = (byte) value;
    }

    private static int zigzag(int value) {
      return (value << 1) ^ (value >> 31);
    }
  }

  /** Reads the bytes of {@link Packing}. */
  private static final class Unpacking {
    private final byte[] bytes;
    private int at;

    Unpacking(byte[] bytes) {
      this.bytes = bytes;
    }

    List<WordPlace> all() {
      List<WordPlace> words = new ArrayList<>();
      int word = -1;
      int page = 0;
      int right = 0;
      int bottom = 0;
      int height = 0;
      while (at < bytes.length) {
        int first = number();
        int left = right + signed(first >>> 1);
        boolean isUsual = (first & 1) == 0;
        word += isUsual ? 1 : number();
        page = isUsual ? page : number();
        bottom += signed(number());
        right = left + number();
        height += signed(number());
        words.add(new WordPlace(word, page, box(left, bottom - height, right, bottom)));
      }
      return words;
    }

    private static Box box(int left, int top, int right, int bottom) {
      double steps = STEPS;
      return Box.onPage(left / steps, top / steps, right / steps, bottom / steps);
    }

    private int number() {
      int value = 0;
      for (int shift = 0; shift < 32; shift += 7) {
        byte part = bytes[at++];
        value |= (part & 0x7f) << shift;
        if (part >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("not the places of words");
    }

    private static int signed(int zigzag) {
      return (zigzag >>> 1) ^ -(zigzag & 1);
    }
  }
}
