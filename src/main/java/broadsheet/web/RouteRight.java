package broadsheet.web;

import broadsheet.rights.Right;
import broadsheet.web.corpus.IndexingHandler;
import broadsheet.web.trends.TrendsHandler;
import broadsheet.web.words.WordsKind;
import java.util.Arrays;
import java.util.Set;

/**
 * The right that a route needs. Immutable.
 *
 * @param right the use it makes of articles
 * @param isOfWhole whether it is about the archive as a whole, and so only for those who have the
 *     right to all of its collections
 * @param isNone whether it depends on no article, and needs no right
 */
record RouteRight(Right right, boolean isOfWhole, boolean isNone) {

  private static final Set<String> OF_NONE =
      Set.of(
          StaticRoutes.ASSET,
          StaticRoutes.ICON,
          StaticRoutes.OLD_ICON,
          StaticRoutes.ROBOTS_PATH,
          SearchDescription.PATH);

  private static final Set<String> OF_WHOLE = Set.of(ServerMetrics.PATH, IndexingHandler.PATH);

  /**
   * The right for a path.
   *
   * @param path as in {@code /article/{name}}
   */
  static RouteRight of(String path) {
    return new RouteRight(right(path), OF_WHOLE.contains(path), OF_NONE.contains(path));
  }

  private static Right right(String path) {
    if (RequestCount.isExport(path)) {
      return Right.EXPORT;
    }
    int dot = path.indexOf('.');
    String page = dot < 0 ? path : path.substring(0, dot);
    boolean isCounted =
        page.equals(TrendsHandler.PATH)
            || Arrays.stream(WordsKind.values()).anyMatch(kind -> kind.path().equals(page));
    return isCounted ? Right.ASK : Right.READ;
  }
}
