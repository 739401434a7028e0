package broadsheet.cli;

import broadsheet.desk.DeskException;
import broadsheet.desk.NameCorrections;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.names.NameCorrection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
  private final Consumer<List<NameCorrection>> further;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("name-corrections").factory());

  private final ScheduledFuture<?> looks;
  private String known = "";
  private boolean isInTrouble;

  private CorrectionPoller(
      NameCorrections names, SearchEngine engine, Consumer<List<NameCorrection>> further) {
    this.names = names;
    this.engine = engine;
    this.further = further;
    looks = looking.scheduleWithFixedDelay(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Starts to look.
   *
   * @param further receives the corrections as well
   */
  static CorrectionPoller start(
      NameCorrections names, SearchEngine engine, Consumer<List<NameCorrection>> further) {
    return new CorrectionPoller(names, engine, further);
  }

  private void look() {
    try {
      String version = engine.hasNames() ? names.version() : known;
      if (!version.equals(known)) {
        List<NameCorrection> corrections = names.corrections();
        engine.correct(corrections);
        further.accept(corrections);
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
