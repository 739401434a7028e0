package broadsheet.web.address;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameters of a search address, each with its default and the values it takes. Facets are
 * parameters too, named by {@link FacetField}.
 */
public enum Parameter {
  Q("", "any text"),
  PAGE("1", "a whole number from 1"),
  SIZE("10", "a whole number from 1 to " + SearchRequest.MAX_SIZE),
  SORT("relevance", "relevance, newest or oldest"),
  FROM("", "a calendar day such as 2023-06-18"),
  TO("", "a calendar day such as 2023-06-18"),
  AFTER("", "the “next” of an earlier page of the same search"),
  MEASURE("count", "count or share"),
  DUPLICATES("fold", "fold or show"),
  COUNTS("all", "all or none"),
  MODE("lexical", "lexical or hybrid");

  /** Parameters that other sites append to links to track their readers. */
  private static final Set<String> TRACKERS = Set.of("fbclid", "gclid", "dclid", "msclkid", "ref");

  private final String standard;
  private final String takes;

  Parameter(String standard, String takes) {
    this.standard = standard;
    this.takes = takes;
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
   * Whether a name is neither a parameter nor a known tracker; the reader is told that it is
   * ignored.
   */
  public static boolean isStrange(String name) {
    return !name.startsWith("utm_") && !TRACKERS.contains(name) && names().noneMatch(name::equals);
  }
}
