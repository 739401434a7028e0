package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.WatchState;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /healthz}: whether searches work, updates are being indexed, and readers can keep
 * anything.
 */
record Health(Archive archive, Renderer renderer, Supplier<WatchState> watch) {
  static final String PATH = "/healthz";

  /**
   * The report of a server that can search.
   *
   * @param status {@code ok}, or {@code degraded} if searches work but updates are not being
   *     indexed, or what readers keep cannot be read or changed
   * @param watch the state of the watch; null if nothing is watched
   * @param reason why it is degraded; null if it is not
   */
  private record Report(
      String status,
      long articles,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String watch,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}

  /** Its operations, for the OpenAPI document. */
  static Operation operation() {
    return Operation.get(PATH, "Check whether searches work").answeringJson(Report.class);
  }

  /** The reason why the archive is not being kept up to date; empty if it is. */
  String trouble() {
    return watch.get().reason();
  }

  /** Answers one who may know nothing of the archive, such as a watch without a name. */
  static void answerWithoutNumbers(SearchEngine engine, Context context) {
    requireSearchable(engine);
    Body.send(context, new Body("{\"status\":\"ok\"}".getBytes(UTF_8), Renderer.JSON));
  }

  private static void requireSearchable(SearchEngine engine) {
    engine
        .status()
        .fault()
        .ifPresent(
            fault -> {
              throw new Refusal(Problem.unsearchable(fault));
            });
  }

  void answer(Context context) {
    requireSearchable(archive.engine());
    WatchState state = watch.get();
    boolean isWatched = state.status() != WatchState.Status.OFF;
    List<String> reasons =
        Stream.of(state.reason(), archive.lists().trouble())
            .filter(each -> !each.isEmpty())
            .toList();
    Report report =
        new Report(
            state.isWell() && reasons.isEmpty() ? "ok" : "degraded",
            archive.engine().articleCount(),
            isWatched ? state.status().name().toLowerCase(Locale.ROOT) : null,
            reasons.isEmpty() ? null : String.join(" ", reasons));
    Body.send(context, renderer.json(report));
  }
}
