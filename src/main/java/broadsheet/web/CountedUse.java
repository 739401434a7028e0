package broadsheet.web;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.request.FacetField;
import broadsheet.use.UseCounter;
import broadsheet.use.UseKind;
import broadsheet.web.batch.BatchHandler;
import broadsheet.web.cite.ReplayHandler;
import broadsheet.web.lists.ListsHandler;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what the readers of a site do, without telling who they are and what they look for.
 *
 * @param collections those of the site
 */
record CountedUse(UseCounter counter, Set<ArchiveCollection> collections) {

  private static final String ARTICLE = "/article/{name}";
  private static final Set<String> SEARCHES = Set.of("/search", "/search.json");

  /** References, which say nothing that a list of results does not say. */
  private static final List<String> REFERENCES = List.of(".bib", ".ris");

  private static final int FIRST_ERROR = 300;

  /** Answers as a handler does, and counts what it answered. */
  Handler of(RouteTable.Route route, Handler handler) {
    return context -> {
      handler.handle(context);
      if (context.statusCode() < FIRST_ERROR) {
        kind(route, context).ifPresent(kind -> counter.count(kind, used(kind, context)));
      }
    };
  }

  private static Optional<UseKind> kind(RouteTable.Route route, Context context) {
    String path = route.path();
    boolean isGet = route.method().equals(HandlerType.GET);
    boolean isForm = path.equals(BatchHandler.PATH) || path.startsWith(ReplayHandler.PATH);
    if (isGet && SEARCHES.contains(path) && isFirstPage(context)) {
      return Optional.of(UseKind.SEARCH);
    } else if (isGet
        && path.equals(ARTICLE)
        && REFERENCES.stream().noneMatch(name(context)::endsWith)) {
      return Optional.of(UseKind.ARTICLE);
    }
    boolean isDownload = RequestCount.isExport(path) && isGet != isForm;
    return !route.method().equals(HandlerType.HEAD)
            && (isDownload || (isGet && ListsHandler.isDownload(context.path())))
        ? Optional.of(UseKind.EXPORT)
        : Optional.empty();
  }

  private static String name(Context context) {
    return context.pathParam("name");
  }

  private static boolean isFirstPage(Context context) {
    String page = context.queryParam("page");
    String query = Objects.requireNonNullElse(context.queryParam("q"), "");
    return !query.isBlank()
        && context.queryParam("after") == null
        && (page == null || page.equals("1"));
  }

  private Collection<ArchiveCollection> used(UseKind kind, Context context) {
    if (kind == UseKind.ARTICLE) {
      return Set.of(ArchiveCollection.ofId(name(context)));
    }
    List<String> chosen = context.queryParams(FacetField.COLLECTION.label());
    return chosen.isEmpty()
        ? collections
        : collections.stream().filter(each -> chosen.contains(each.name())).toList();
  }
}
