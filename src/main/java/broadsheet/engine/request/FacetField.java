package broadsheet.engine.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A field that has facets: its values are counted over the hits and can narrow a search. */
public enum FacetField {
  SOURCE,
  SECTION,
  EDITION,
  /** The id of the article that it corrects. */
  CORRECTION_OF,
  AUTHOR,
  TOPIC,
  PLACE,
  PERSON,
  ORGANISATION,
  /** Those who speak in a transcript; people who are only quoted are no values of it. */
  SPEAKER,
  LANGUAGE,
  /** The collection of the archive; see {@link broadsheet.engine.ArchiveCollection}. */
  COLLECTION,
  /** The year of the date, as four digits. All other facets are keywords. */
  YEAR;

  /** The facets whose values are keywords of an article. */
  public static final List<FacetField> KEYWORDS =
      Arrays.stream(values()).filter(facet -> facet != YEAR).toList();

  /** The name in URLs and JSON: {@code source}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of one value: {@code Source}. */
  public String title() {
    return name().charAt(0) + label().substring(1).replace('_', ' ');
  }

  /** The heading of a list of its values: {@code Sources}. */
  public String heading() {
    return switch (this) {
      case CORRECTION_OF -> title();
      case PERSON -> "People";
      default -> title() + "s";
    };
  }
}
