package broadsheet.web;

import broadsheet.engine.EngineStatus;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.WatchState;
import broadsheet.web.openapi.Operation;
import broadsheet.web.results.SearchHandler;
import broadsheet.web.takeaway.ExportSlots;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The server's counters and gauges in the Prometheus format. Contains no word of any query:
 * requests are named by their route. Thread-safe.
 */
final class ServerMetrics implements AutoCloseable {

  static final String PATH = "/metrics";

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Counter cut =
      Counter.builder("broadsheet.searches.cut")
          .description("Searches that ran out of time before looking at all articles")
          .register(registry);

  ServerMetrics(
      SearchEngine engine,
      ExportSlots exports,
      SlowConnections connections,
      Supplier<WatchState> watch) {
    collections.bindTo(registry);
    for (MeterBinder binder :
        new MeterBinder[] {
          new JvmMemoryMetrics(),
          new JvmThreadMetrics(),
          new ProcessorMetrics(),
          new FileDescriptorMetrics(),
          new UptimeMetrics()
        }) {
      binder.bindTo(registry);
    }
    add(engine);
    add(exports);
    add(connections);
    add(watch);
  }

  /** Its operations, for the OpenAPI document. */
  static Operation operation() {
    return Operation.get(PATH, "Read counts and times for Prometheus").answering(TYPE);
  }

  /** Adds the gauges of an engine, read on each scrape. */
  private void add(SearchEngine engine) {
    gauge("broadsheet.articles", "Articles in the index", engine, SearchEngine::articleCount);
    gauge(
        "broadsheet.index.generation",
        "Number of the commit that is searched",
        engine,
        each -> each.status().generation());
    gauge(
        "broadsheet.index.age.seconds",
        "Time since the last rebuild or update",
        engine,
        each -> Duration.between(each.summary().builtAt(), Instant.now()).toMillis() / 1_000.0);
    gauge(
        "broadsheet.index.faulty",
        "1 while searches fail because of the index, else 0",
        engine,
        each -> each.status().fault().isPresent() ? 1 : 0);
    heavy(engine, "working", EngineStatus::heavyWorking);
    heavy(engine, "waiting", EngineStatus::heavyWaiting);
  }

  private void heavy(SearchEngine engine, String state, ToDoubleFunction<EngineStatus> number) {
    Gauge.builder("broadsheet.heavy.queries", engine, each -> number.applyAsDouble(each.status()))
        .description("Costly queries running or waiting to run")
        .tag("state", state)
        .register(registry);
  }

  /** Adds the metrics of exports. */
  private void add(ExportSlots exports) {
    gauge("broadsheet.exports.running", "Exports being sent", exports, ExportSlots::running);
    FunctionCounter.builder("broadsheet.exports.refused", exports, ExportSlots::refused)
        .description("Exports refused because too many were running")
        .register(registry);
  }

  /** Adds the metrics of connections. */
  private void add(SlowConnections connections) {
    gauge("broadsheet.connections", "Open connections", connections, SlowConnections::open);
    FunctionCounter.builder("broadsheet.connections.closed", connections, SlowConnections::closed)
        .description("Connections closed because a whole request took too long to arrive")
        .register(registry);
  }

  /** Adds the state of a watch: 1 for its current state, 0 for the others. */
  private void add(Supplier<WatchState> watch) {
    for (WatchState.Status status : WatchState.Status.values()) {
      Gauge.builder("broadsheet.watch", watch, each -> each.get().status() == status ? 1 : 0)
          .description("1 for the state of the watch over the source files, 0 for the others")
          .tag("state", status.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /**
   * The route that answers a request, such as {@code /article/{name}}; {@code none} if no route
   * does.
   */
  static String route(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }

  /** Counts an answered request. */
  void answered(Context context, float millis) {
    Timer.builder("broadsheet.http.requests")
        .description("Time from the arrival of a request until it was answered")
        .tag("route", route(context))
        .tag("method", context.method().name())
        .tag("status", Integer.toString(context.statusCode()))
        .serviceLevelObjectives(
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
    if (Boolean.TRUE.equals(context.attribute(SearchHandler.CUT))) {
      cut.increment();
    }
  }

  /** Answers with all metrics. */
  void answer(Context context) {
    context.contentType(TYPE).result(registry.scrape(TYPE));
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
