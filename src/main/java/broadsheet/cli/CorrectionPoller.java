package broadsheet.cli;

import broadsheet.desk.DeskException;
import broadsheet.desk.NameCorrections;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the desk every {@value #MILLIS} ms for corrections of names, made by this or another
 * process, and hands them to an engine.
 */
final class CorrectionPoller implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CorrectionPoller.class);
  private static final int MILLIS = 500;

  private final NameCorrections names;
  private final SearchEngine engine;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("name-corrections").factory());

  private final ScheduledFuture<?> looks;
  private String known = "";
  private boolean isInTrouble;

  private CorrectionPoller(NameCorrections names, SearchEngine engine) {
    this.names = names;
    this.engine = engine;
    looks = looking.scheduleWithFixedDelay(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Starts to look. */
  static CorrectionPoller start(NameCorrections names, SearchEngine engine) {
    return new CorrectionPoller(names, engine);
  }

  private void look() {
    try {
      String version = engine.hasNames() ? names.version() : known;
      if (!version.equals(known)) {
        engine.correct(names.corrections());
        known = version;
      }
      isInTrouble = false;
    } catch (DeskException | EngineException e) {
      if (!isInTrouble) {
        LOG.warn("Keeping the corrections of names as they were: {}", e.getMessage());
        isInTrouble = true;
      }
    }
  }

  @Override
  public void close() {
    looks.cancel(false);
    looking.shutdownNow();
  }
}
