package broadsheet.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** The handlers of an archive's routes, each by its method and path. Not thread-safe to fill. */
final class RouteTable {

  /**
   * A route.
   *
   * @param path as in {@code /article/{name}}
   */
  record Route(HandlerType method, String path) {}

  private final Map<Route, Handler> handlers = new LinkedHashMap<>();

  /** Adds a GET route; HEAD uses the same handler, so its status and headers match. */
  void get(String path, Handler handler) {
    handlers.put(new Route(HandlerType.GET, path), handler);
    handlers.put(new Route(HandlerType.HEAD, path), handler);
  }

  void post(String path, Handler handler) {
    handlers.put(new Route(HandlerType.POST, path), handler);
  }

  /** The routes, in the order in which they were added. */
  Set<Route> routes() {
    return handlers.keySet();
  }

  /** The same routes, each with the handler that is made of its own. */
  RouteTable with(BiFunction<Route, Handler, Handler> making) {
    RouteTable made = new RouteTable();
    handlers.forEach((route, handler) -> made.handlers.put(route, making.apply(route, handler)));
    return made;
  }

  /** The handler of one of them. */
  Handler of(Route route) {
    return Objects.requireNonNull(handlers.get(route));
  }
}
