package broadsheet.engine;

import java.util.Locale;

/** A field whose values narrow a search and are counted over its hits. */
public enum FacetField {
  SOURCE,
  SECTION,
  AUTHOR,
  TOPIC,
  PLACE,
  PERSON,
  LANGUAGE;

  /** The name in addresses and JSON: {@code source}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
