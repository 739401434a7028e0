package broadsheet.engine.result;

import java.util.List;

/**
 * Which months of which sources an index holds: by this, nothing found can be told from nothing
 * there. Immutable.
 *
 * @param all every article, each once
 * @param sources the outlets, those with most articles first, at most {@value #MAX_SOURCES}; an
 *     article of several outlets is counted for each
 * @param others articles of any further outlet
 * @param unstated articles that state no outlet
 * @param languages the languages, those with most articles first, at most {@value #MAX_LANGUAGES};
 *     their kinds ({@code de-AT}) are counted with them ({@code de})
 * @param languageUnknown articles whose language is not known
 */
public record Coverage(
    Holdings all,
    List<OfSource> sources,
    Holdings others,
    Holdings unstated,
    List<FacetCount> languages,
    long languageUnknown) {

  /** So many outlets are counted by themselves at the most. */
  public static final int MAX_SOURCES = 50;

  /** So many languages are listed at the most. */
  public static final int MAX_LANGUAGES = 50;

  /**
   * What there is of one outlet.
   *
   * @param source the outlet as the articles spell it
   * @param holdings at least one article
   */
  public record OfSource(String source, Holdings holdings) {}

  public Coverage {
    sources = List.copyOf(sources);
    languages = List.copyOf(languages);
  }
}
