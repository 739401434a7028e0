package broadsheet.use;

/**
 * The uses of one collection in one month. Immutable.
 *
 * @param searches each counts for every collection that was searched
 * @param articles the articles that were opened, each time they were
 * @param exports each counts for every collection that was searched
 */
public record Uses(long searches, long articles, long exports) {

  static final Uses NONE = new Uses(0, 0, 0);

  Uses with(UseKind one) {
    return switch (one) {
      case SEARCH -> new Uses(searches + 1, articles, exports);
      case ARTICLE -> new Uses(searches, articles + 1, exports);
      case EXPORT -> new Uses(searches, articles, exports + 1);
    };
  }

  Uses and(Uses others) {
    return new Uses(
        searches + others.searches, articles + others.articles, exports + others.exports);
  }
}
