package broadsheet.engine.result;

import java.util.List;

/**
 * The months and sources that an index covers, to distinguish "nothing was found" from "nothing is
 * held". Immutable.
 *
 * @param all every article, each counted once
 * @param sources the outlets, those with most articles first, at most {@value #MAX_SOURCES}; an
 *     article of several outlets is counted for each
 * @param others articles of all further outlets
 * @param unstated articles that state no outlet
 * @param languages the languages, those with most articles first, at most {@value #MAX_LANGUAGES};
 *     regional variants ({@code de-AT}) are counted with their language ({@code de})
 * @param languageUnknown articles whose language is not known
 */
public record Coverage(
    Holdings all,
    List<OfSource> sources,
    Holdings others,
    Holdings unstated,
    List<FacetCount> languages,
    long languageUnknown) {

  /** The most outlets that are counted separately. */
  public static final int MAX_SOURCES = 50;

  /** The most languages that are listed. */
  public static final int MAX_LANGUAGES = 50;

  /**
   * The holdings of one outlet.
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
