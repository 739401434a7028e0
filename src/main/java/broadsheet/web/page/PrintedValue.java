package broadsheet.web.page;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.MarkedText;

/** Formats facet values as people read them. */
public final class PrintedValue {
  private PrintedValue() {}

  /** The name of a language; for other values the value with blanks for underscores. */
  public static String of(FacetField facet, String value) {
    return facet == FacetField.LANGUAGE ? PrintedLanguage.of(value) : value.replace('_', ' ');
  }

  /** The same for a value with marks, which keep their places. A language stays a tag. */
  public static MarkedText of(MarkedText value) {
    return new MarkedText(value.text().replace('_', ' '), value.marks());
  }
}
