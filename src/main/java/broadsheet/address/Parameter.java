package broadsheet.address;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameters of a search address, each with its default and the values it takes. Facets are
 * parameters too, named by {@link FacetField}.
 */
public enum Parameter {
  Q(Kind.TEXT, "", "any text"),
  PAGE(Kind.NUMBER, "1", "a whole number from 1"),
  SIZE(Kind.NUMBER, "10", "a whole number from 1 to " + SearchRequest.MAX_SIZE) {
    @Override
    public int most() {
      return SearchRequest.MAX_SIZE;
    }
  },
  SORT("relevance", "newest", "oldest", "added"),
  FROM(Kind.DAY, "", "a calendar day such as 2023-06-18"),
  TO(Kind.DAY, "", "a calendar day such as 2023-06-18"),
  AFTER(Kind.TEXT, "", "the “next” of an earlier page of the same search"),
  MEASURE("count", "share"),
  DUPLICATES("fold", "show"),
  VERSIONS("latest", "all"),
  COUNTS("all", "none", "words"),
  MATCH("auto", "all", "some"),
  WORDS("none", "distinctive"),
  MODE("lexical", "hybrid");

  /** The type of a value. */
  public enum Kind {
    TEXT,
    NUMBER,
    DAY,
    CHOICE
  }

  /** Parameters that other sites append to links to track their readers. */
  private static final Set<String> TRACKERS = Set.of("fbclid", "gclid", "dclid", "msclkid", "ref");

  private final Kind kind;
  private final String standard;
  private final String takes;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private final List<String> choices;

  Parameter(Kind kind, String standard, String takes) {
    this.kind = kind;
    this.standard = standard;
    this.takes = takes;
    choices = List.of();
  }

  /** Takes one of several words; the first is the default. */
  Parameter(String... choices) {
    kind = Kind.CHOICE;
    standard = choices[0];
    this.choices = List.of(choices);
    takes = alternatives(this.choices);
  }

  /** Several words as part of a sentence: {@code relevance, newest or oldest}. */
  static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  public Kind kind() {
    return kind;
  }

  /** The words it takes; empty unless it is a choice. */
  public List<String> choices() {
    return choices;
  }

  /** The largest number it takes; 0 if there is none. */
  public int most() {
    return 0;
  }

  /** The name in an address, such as {@code page}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The default value. */
  public String standard() {
    return standard;
  }

  /** The accepted values, as part of a sentence: {@code page takes …}. */
  public String takes() {
    return takes;
  }

  /** All names allowed in a search address, facets included. */
  public static Stream<String> names() {
    return Stream.concat(
        Arrays.stream(values()).map(Parameter::label),
        Arrays.stream(FacetField.values()).map(FacetField::label));
  }

  /**
   * Whether a name is neither a parameter nor a known tracker. The page notes that such a name is
   * ignored.
   */
  public static boolean isStrange(String name) {
    return !name.startsWith("utm_") && !TRACKERS.contains(name) && names().noneMatch(name::equals);
  }
}
