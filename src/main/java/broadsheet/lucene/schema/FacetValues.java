package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import java.util.List;

/** The values of an article in each facet. */
public final class FacetValues {

  /** Longer values are cut in the facet's index: Lucene allows at most 32,766 bytes in a term. */
  private static final int MAX_LENGTH = 1_000;

  private FacetValues() {}

  /** The values in the article's order, without empty ones; empty where it has none. */
  static List<String> of(IndexedArticle indexed, FacetField facet) {
    List<String> all =
        facet == FacetField.SECTION ? indexed.sections() : stated(indexed.article(), facet);
    return all.stream().filter(value -> !value.isBlank()).toList();
  }

  /** The values that the article itself states, empty ones included; its year is in its date. */
  public static List<String> stated(Article article, FacetField facet) {
    return switch (facet) {
      case SOURCE -> List.of(article.source());
      case SECTION -> List.of(article.section());
      case EDITION -> List.of(article.edition());
      case CORRECTION_OF -> List.of(article.correctionOf());
      case AUTHOR -> article.authors();
      case TOPIC -> article.topics();
      case PLACE -> article.places();
      case PERSON -> article.people();
      case ORGANISATION -> article.organisations();
      case SPEAKER -> article.speakers();
      case LANGUAGE -> List.of(article.language());
      case COLLECTION -> List.of(article.collection());
      case YEAR -> List.of();
    };
  }

  /**
   * The terms for a value: the value and, for a regional language ({@code de-AT}), its language as
   * well, so that a filter on the language includes its variants.
   */
  static List<String> indexed(FacetField facet, String value) {
    int end = facet == FacetField.LANGUAGE ? value.indexOf('-') : -1;
    return end < 0
        ? List.of(indexed(value))
        : List.of(indexed(value.substring(0, end)), indexed(value));
  }

  /** The term for a value. */
  public static String indexed(String value) {
    return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH);
  }
}
