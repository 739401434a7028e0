package broadsheet.web;

import broadsheet.names.NameCorrection;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Set;

/** The sites of one server: the one that a request gets depends on who makes it. Thread-safe. */
interface Sites extends AutoCloseable {

  /** The routes, which are the same on all of them. */
  Set<RouteTable.Route> routes();

  /** The handler of a route, which answers from the requester's site. */
  Handler handler(RouteTable.Route route);

  /** The error pages of the requester's site. */
  Problems problems(Context context);

  /** Reads names as these corrections say from now on. */
  void correct(List<NameCorrection> corrections);

  @Override
  void close();

  /**
   * The only site.
   *
   * @param served what it answers
   */
  record One(ServedArchive served) implements Sites {
    @Override
    public Set<RouteTable.Route> routes() {
      return served.routes().routes();
    }

    @Override
    public Handler handler(RouteTable.Route route) {
      return served.routes().of(route);
    }

    @Override
    public Problems problems(Context context) {
      return served.problems();
    }

    /** Its engine is corrected by whoever opened it. */
    @Override
    public void correct(List<NameCorrection> corrections) {}

    @Override
    public void close() {}
  }
}
