package broadsheet.web.address;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameters of a search address, but for the facets, which are named as {@link FacetField}
 * names them: each with its default and with what it takes.
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
  MODE("lexical", "lexical or hybrid");

  /** What other sites append to links so as to follow their readers. */
  private static final Set<String> TRACKERS = Set.of("fbclid", "gclid", "dclid", "msclkid", "ref");

  private final String standard;
  private final String takes;

  Parameter(String standard, String takes) {
    this.standard = standard;
    this.takes = takes;
  }

  /** The name in an address: {@code page}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What stands in for it where it is not given. */
  public String standard() {
    return standard;
  }

  /** What it takes, as part of a sentence: {@code page takes …}. */
  public String takes() {
    return takes;
  }

  /** Every name a search address may hold, facets included. */
  public static Stream<String> names() {
    return Stream.concat(
        Arrays.stream(values()).map(Parameter::label),
        Arrays.stream(FacetField.values()).map(FacetField::label));
  }

  /** Whether a name is neither ours nor a tracker's, so that the reader is told it does nothing. */
  public static boolean isStrange(String name) {
    return !name.startsWith("utm_") && !TRACKERS.contains(name) && names().noneMatch(name::equals);
  }
}
