package broadsheet.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A parameter of an operation: its meaning, its default and the values that it takes. Immutable.
 *
 * @param label the name in an address or a form, and of an assistant's argument
 * @param meaning a few words, without a full stop
 * @param standard the default; empty if there is none
 * @param choices the words it takes, or the media type of a file; empty for others
 * @param least the smallest number it takes
 * @param most the largest number, or the most characters of a text; {@link #ANY} if unbounded
 * @param times how many times it may be given; 0 for any number
 * @param option the option on the command line; empty if it has none
 */
public record Parameter(
    String label,
    String meaning,
    Kind kind,
    String standard,
    List<String> choices,
    int least,
    int most,
    int times,
    boolean isRequired,
    String option) {

  /** The type of a value. */
  public enum Kind {
    TEXT,
    /** The end of an earlier page. */
    CURSOR,
    NUMBER,
    DAY,
    YEAR,
    CHOICE,
    /** A choice of two words; the option stands for the second and takes no value. */
    SWITCH,
    FILE
  }

  /** No bound. */
  public static final int ANY = Integer.MAX_VALUE;

  public Parameter {
    choices = List.copyOf(choices);
  }

  private static Parameter of(String label, String meaning, Kind kind, List<String> choices) {
    return new Parameter(label, meaning, kind, "", choices, 1, ANY, 1, false, "");
  }

  public static Parameter text(String label, String meaning) {
    return of(label, meaning, Kind.TEXT, List.of());
  }

  static Parameter of(String label, String meaning, Kind kind) {
    return of(label, meaning, kind, List.of());
  }

  /** A whole number from 1, without a default. */
  public static Parameter number(String label, String meaning) {
    return of(label, meaning, Kind.NUMBER, List.of());
  }

  /** One of several words, without a default. */
  public static Parameter word(String label, String meaning, List<String> words) {
    return of(label, meaning, Kind.CHOICE, words);
  }

  /** One of several words; the first is the default. */
  public static Parameter choice(String label, String meaning, List<String> words) {
    return word(label, meaning, words).usually(words.getFirst());
  }

  /** One of the values of an enum, with its default. */
  public static <E extends Enum<E>> Parameter choice(String label, String meaning, E standard) {
    Stream<E> others =
        Arrays.stream(standard.getDeclaringClass().getEnumConstants()).filter(e -> e != standard);
    return choice(
        label, meaning, Stream.concat(Stream.of(standard), others).map(Parameter::label).toList());
  }

  /** A choice of two words, of which the first is the default. */
  static Parameter either(String label, String meaning, String standard, String other) {
    return of(label, meaning, Kind.SWITCH, List.of(standard, other)).usually(standard);
  }

  /** A file in a form. */
  public static Parameter file(String label, String meaning, String mediaType) {
    return of(label, meaning, Kind.FILE, List.of(mediaType));
  }

  /** A value of an enum as a word: {@code log-likelihood}. */
  public static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value of an enum that a word names. */
  public static <E extends Enum<E>> E named(String word, Class<E> type) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** A copy with another default. */
  public Parameter usually(String value) {
    return new Parameter(
        label, meaning, kind, value, choices, least, most, times, isRequired, option);
  }

  /** A copy with other bounds. */
  public Parameter within(int smallest, int largest) {
    return new Parameter(
        label, meaning, kind, standard, choices, smallest, largest, times, isRequired, option);
  }

  /** A copy that must be given. */
  public Parameter required() {
    return new Parameter(label, meaning, kind, standard, choices, least, most, times, true, option);
  }

  /**
   * A copy that may be given several times.
   *
   * @param atMost the number of times; 0 for any number
   */
  public Parameter repeatable(int atMost) {
    return new Parameter(
        label, meaning, kind, standard, choices, least, most, atMost, isRequired, option);
  }

  /** A copy with an option on the command line. */
  Parameter as(String flag) {
    return new Parameter(
        label, meaning, kind, standard, choices, least, most, times, isRequired, flag);
  }

  /** The accepted values, as part of a sentence: {@code page takes …}. */
  public String takes() {
    return switch (kind) {
      case TEXT -> "any text";
      case CURSOR -> "the “next” of an earlier page of the same search";
      case NUMBER -> "a whole number from " + least + (most == ANY ? "" : " to " + most);
      case DAY -> "a calendar day such as 2023-06-18";
      case YEAR -> "four digits such as 1987";
      case CHOICE, SWITCH -> alternatives();
      case FILE -> "a file";
    };
  }

  /** The words it takes as part of a sentence: {@code relevance, newest, oldest or added}. */
  private String alternatives() {
    int last = choices.size() - 1;
    return String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }
}
