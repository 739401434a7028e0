package broadsheet.web;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexDamagedException;
import broadsheet.engine.request.CursorException;
import broadsheet.operation.Parameters;
import broadsheet.web.page.Body;
import broadsheet.web.request.FaultLog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Sends answers, and turns every failure into a problem that reveals no internals. */
final class Answers {
  private static final int METHOD_NOT_ALLOWED = 405;

  private final Function<Context, Problems> problems;
  private final FaultLog faults = new FaultLog(LoggerFactory.getLogger(Answers.class));

  /**
   * @param problems the error pages of the requester's site
   */
  Answers(Function<Context, Problems> problems) {
    this.problems = problems;
  }

  /** Adds what becomes of failures. */
  void addTo(RoutesConfig routes) {
    routes.exception(Refusal.class, this::refused);
    routes.exception(HttpResponseException.class, this::unanswerable);
    routes.exception(EngineBusyException.class, this::busy);
    routes.exception(CursorException.class, this::wrongCursor);
    routes.exception(EngineException.class, this::engineFailed);
    routes.exception(Exception.class, this::failed);
  }

  void refused(Refusal refusal, Context context) {
    QueryString given = QueryString.parse(context.queryString());
    String retry =
        refusal.wrong().isEmpty() ? null : given.without(refusal.wrong()).after(context.path());
    context.status(refusal.problem().status());
    boolean isOffering = !refusal.query().isEmpty();
    String query = isOffering ? refusal.query() : query(context);
    String search =
        isOffering
            ? SearchParameters.none().withText(query).toQueryString().after("/search")
            : null;
    Body.send(
        context,
        problems.apply(context).body(refusal.problem(), context.path(), query, retry, search));
  }

  /** Javalin's own refusals: no such route, or a wrong method. */
  void unanswerable(HttpResponseException exception, Context context) {
    if (exception.getStatus() == METHOD_NOT_ALLOWED) {
      context.header("Allow", "GET, HEAD");
    }
    send(Problem.of(exception.getStatus()), context);
  }

  /** A cursor that belongs to another search. */
  void wrongCursor(CursorException exception, Context context) {
    String takes = Parameters.AFTER.label() + " takes " + Parameters.AFTER.takes() + ".";
    send(Problem.badRequest(takes), context);
  }

  void engineFailed(EngineException exception, Context context) {
    faults.expected("The engine failed on " + route(context), exception);
    send(
        exception instanceof IndexDamagedException
            ? Problem.damagedIndex()
            : Problem.unreadableIndex(),
        context);
  }

  void busy(EngineBusyException exception, Context context) {
    long seconds = Math.max(1, exception.retryAfter().plusMillis(999).toSeconds());
    context.header("Retry-After", Long.toString(seconds));
    send(Problem.busy(), context);
  }

  void failed(Exception exception, Context context) {
    faults.unexpected("Failed on " + route(context), exception);
    send(Problem.of(500), context);
  }

  /**
   * A fault that may have left anything behind, so the thread's own handler hears of it as well.
   */
  void broken(HttpServletResponse answer, Error error) {
    faults.unexpected("Failed on a request", error);
    answer.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    if (error instanceof OutOfMemoryError) {
      Thread here = Thread.currentThread();
      here.getUncaughtExceptionHandler().uncaughtException(here, error);
    }
  }

  /** The route without the reader's input. */
  private static String route(Context context) {
    return ServerMetrics.route(context);
  }

  private static String query(Context context) {
    List<String> queries = QueryString.parse(context.queryString()).filled(Parameters.Q.label());
    return queries.isEmpty() ? "" : queries.getFirst();
  }

  private void send(Problem problem, Context context) {
    context.status(problem.status());
    Body.send(
        context, problems.apply(context).body(problem, context.path(), query(context), null, null));
  }
}
