package broadsheet.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The places of an article's words, delta-encoded: each place is stored as its difference from the
 * one before, on pages in steps of 1/{@value #STEPS} of the page, which takes about five bytes a
 * word, in recordings in milliseconds. Immutable.
 */
public final class WordPlaces implements Iterable<WordPlace> {
  /** Steps along each side of a page; a step is about 0.2 mm on a broadsheet page. */
  static final int STEPS = 2048;

  /** The longest run of words without a place; a longer one is taken for disorder. */
  private static final int MOST_AHEAD = 1 << 24;

  /** The lowest bits of a part's number, which tell the kind of its places. */
  private static final int KIND_BITS = 2;

  private static final int KIND_MASK = (1 << KIND_BITS) - 1;
  private static final int BOX = 0;
  private static final int MOMENT = 1;
  private static final int SOMEWHERE = 2;

  public static final WordPlaces NONE = new WordPlaces(new byte[0]);

  private final byte[] packed;

  private WordPlaces(byte[] packed) {
    this.packed = packed;
  }

  /** The places of words, in the order of the words; a word may have several or none. */
  public static WordPlaces of(List<WordPlace> words) {
    Builder builder = new Builder();
    words.forEach(builder::add);
    return builder.build();
  }

  /** Packs places one by one, in the order of the words. Not thread-safe. */
  public static final class Builder {
    private final Packing packing = new Packing();

    /**
     * Adds a place.
     *
     * @throws IllegalArgumentException if its word comes before that of the last one
     */
    public void add(WordPlace place) {
      packing.add(place);
    }

    /** The places added so far. */
    public WordPlaces build() {
      return packing.length == 0 ? NONE : new WordPlaces(packing.packed());
    }
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
    List<WordPlace> words = new ArrayList<>();
    forEach(words::add);
    return words;
  }

  /**
   * Unpacks the places one by one, in the order of the words. Its {@link Iterator#next} throws an
   * IllegalArgumentException if the bytes are not those of places.
   */
  @Override
  public Iterator<WordPlace> iterator() {
    return new Unpacking(packed);
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

  private static int kind(Place place) {
    return switch (place) {
      case Box _ -> BOX;
      case Moment _ -> MOMENT;
      case Place.Somewhere _ -> SOMEWHERE;
    };
  }

  /**
   * Writes a place as: the distance of its beginning to the end of the place before, with a bit
   * that says whether word or part are unusual; if so, the word's distance to the one before, and
   * the part with the kind of place; then what else a place of this kind has. A box begins and ends
   * at its left and right edge, a moment at its start and end.
   */
  private static final class Packing {
    private byte[] bytes = new byte[256];
    private int length;
    private int word = -1;
    private int part;
    private int end;
    private int bottom;
    private int height;

    byte[] packed() {
      return Arrays.copyOf(bytes, length);
    }

    private void add(WordPlace placed) {
      int ahead = placed.word() - word;
      if (ahead < 0 || ahead > MOST_AHEAD || placed.part() < 0) {
        throw new IllegalArgumentException("words out of order: " + word + ", " + placed.word());
      }
      int its = placed.part() << KIND_BITS | kind(placed.place());
      boolean isUsual = ahead == 1 && its == part;
      int begin = begin(placed.place());
      number((zigzag(begin - end) << 1) | (isUsual ? 0 : 1));
      if (!isUsual) {
        number(ahead);
        number(its);
      }
      word = placed.word();
      part = its;
      switch (placed.place()) {
        case Box box -> box(begin, box);
        case Moment moment -> moment(moment);
        case Place.Somewhere _ -> {}
      }
    }

    private int begin(Place place) {
      return switch (place) {
        case Box box -> steps(box.left());
        case Moment moment -> moment.start();
        case Place.Somewhere _ -> end;
      };
    }

    private void box(int left, Box box) {
      int newBottom = steps(box.bottom());
      int newHeight = Math.max(0, newBottom - steps(box.top()));
      int newEnd = Math.max(left, steps(box.right()));
      number(zigzag(newBottom - bottom));
      number(newEnd - left);
      number(zigzag(newHeight - height));
      end = newEnd;
      bottom = newBottom;
      height = newHeight;
    }

    private void moment(Moment moment) {
      number(moment.end() - moment.start());
      end = moment.end();
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
  private static final class Unpacking implements Iterator<WordPlace> {
    private final byte[] bytes;
    private int at;
    private int word = -1;
    private int part;
    private int end;
    private int bottom;
    private int height;

    Unpacking(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean hasNext() {
      return at < bytes.length;
    }

    @Override
    public WordPlace next() {
      if (at >= bytes.length) {
        throw new NoSuchElementException();
      }
      try {
        int first = number();
        int begin = end + signed(first >>> 1);
        boolean isUsual = (first & 1) == 0;
        word += isUsual ? 1 : number();
        part = isUsual ? part : number();
        return new WordPlace(word, part >>> KIND_BITS, place(part & KIND_MASK, begin));
      } catch (ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException("not the places of words", e);
      }
    }

    private Place place(int kind, int begin) {
      return switch (kind) {
        case BOX -> box(begin);
        case MOMENT -> moment(begin);
        case SOMEWHERE -> Place.SOMEWHERE;
        default -> throw new IllegalArgumentException("not the places of words");
      };
    }

    private Box box(int left) {
      bottom += signed(number());
      end = left + number();
      height += signed(number());
      double steps = STEPS;
      return Box.onPage(left / steps, (bottom - height) / steps, end / steps, bottom / steps);
    }

    private Moment moment(int start) {
      end = start + number();
      return new Moment(start, end);
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
