package broadsheet.engine.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A field whose values narrow a search and are counted over its hits. */
public enum FacetField {
  SOURCE,
  SECTION,
  AUTHOR,
  TOPIC,
  PLACE,
  PERSON,
  LANGUAGE,
  /** The year of the date, four digits; the others are keywords that articles are filed under. */
  YEAR;

  /** Those whose values are words that an article bears. */
  public static final List<FacetField> KEYWORDS =
      Arrays.stream(values()).filter(facet -> facet != YEAR).toList();

  /** The name in addresses and JSON: {@code source}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as a heading: {@code Source}. */
  public String title() {
    return name().charAt(0) + label().substring(1);
  }
}
