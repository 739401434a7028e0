package broadsheet.scan;

import broadsheet.article.Sha256;
import broadsheet.path.PathName;
import broadsheet.scan.Scan.ImageFile;
import broadsheet.scan.Scan.Look;
import broadsheet.scan.ScanAnswer.Busy;
import broadsheet.scan.ScanAnswer.Image;
import broadsheet.scan.ScanAnswer.Undrawable;
import broadsheet.scan.draw.DrawRequest;
import broadsheet.scan.draw.ScanWorker;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerLimits;
import broadsheet.worker.WorkerPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws images as JPEG in worker processes, at most {@value #AT_ONCE} in parallel, and keeps the
 * drawings on disk. Remembers failures, and does not try these images again for a while. The
 * workers end after a minute without a drawing. Thread-safe.
 */
final class DrawnScans implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DrawnScans.class);

  static final int AT_ONCE = 2;
  private static final WorkerLimits LIMITS =
      new WorkerLimits(512, Duration.ofSeconds(30), Duration.ofSeconds(30));
  private static final long MOST_BYTES = 256L << 20;

  /** The longest that a request waits for its turn. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST_FAILURES = 1_000;
  private static final int LOCKS = 64;

  private final String decoder;
  private final WorkerPool workers;
  private final ScanCache cache = new ScanCache(MOST_BYTES);
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** One of these is held while an image is drawn, so that no two threads draw the same one. */
  private final Lock[] drawing =
      IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toArray(Lock[]::new);

  private final Map<String, Failure> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failure> eldest) {
          return size() > MOST_FAILURES;
        }
      };

  private final Executor afterwards =
      CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS);
  private volatile Instant lastUse = Instant.EPOCH;

  private record Failure(String reason, Instant until) {}

  /**
   * @param decoder the program that decodes JPEG 2000; empty if it is not installed
   */
  DrawnScans(Optional<Path> decoder) {
    this(LIMITS, decoder);
  }

  DrawnScans(WorkerLimits limits, Optional<Path> decoder) {
    this.decoder = decoder.map(PathName::of).orElse("");
    workers = new WorkerPool(ScanWorker.class, limits);
  }

  /**
   * Opens the drawing of an image, which is made first if there is none.
   *
   * @throws IOException if the image cannot be read, the drawing not be kept, or no worker started
   */
  ScanAnswer open(ImageFile image, Look look) throws IOException {
    String key = key(image, look);
    Optional<ScanAnswer> known = known(key);
    if (known.isPresent()) {
      return known.get();
    }
    Lock lock = drawing[Math.floorMod(key.hashCode(), LOCKS)];
    try {
      if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Busy();
      }
      try {
        known = known(key);
        return known.isPresent() ? known.get() : inTurn(key, image, look);
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Busy();
    }
  }

  private Optional<ScanAnswer> known(String key) throws IOException {
    synchronized (failures) {
      Failure failure = failures.get(key);
      if (failure != null && Instant.now().isBefore(failure.until())) {
        return Optional.of(new Undrawable(failure.reason()));
      }
    }
    return cache.open(key).map(DrawnScans::image);
  }

  private static Image image(ScanCache.Stored stored) {
    return new Image(ImageKind.JPEG.mediaType(), stored.size(), stored.content());
  }

  private ScanAnswer inTurn(String key, ImageFile image, Look look)
      throws IOException, InterruptedException {
    if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      return new Busy();
    }
    try {
      return drawn(key, image, look);
    } finally {
      lastUse = Instant.now();
      turns.release();
      afterwards.execute(this::endIdleWorkers);
    }
  }

  private ScanAnswer drawn(String key, ImageFile image, Look look) throws IOException {
    DrawRequest request = new DrawRequest(image.page(), look.region(), look.size().most(), decoder);
    String task =
        switch (image.kind()) {
          case PDF -> ScanWorker.PDF_PAGE;
          case JPEG_2000 -> ScanWorker.JPEG_2000;
          case JPEG, PNG, GIF, TIFF -> ScanWorker.IMAGE;
        };
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try (InputStream file = Files.newInputStream(image.path())) {
      Answer answer = workers.ask(task, request.bytes(), file, jpeg::write);
      if (answer instanceof Answer.Failure failure) {
        LOG.warn("{} {}: {}", image.path(), failure.reason(), failure.detail());
        return remembered(key, failure.reason());
      }
    }
    cache.put(key, jpeg.toByteArray());
    return cache.open(key).<ScanAnswer>map(DrawnScans::image).orElseGet(Busy::new);
  }

  private Undrawable remembered(String key, String reason) {
    synchronized (failures) {
      failures.put(key, new Failure(reason, Instant.now().plus(REMEMBERED)));
    }
    return new Undrawable(reason);
  }

  private void endIdleWorkers() {
    boolean isIdle = Duration.between(lastUse, Instant.now()).compareTo(IDLE) >= 0;
    if (isIdle && turns.tryAcquire(AT_ONCE)) {
      try {
        workers.close();
      } finally {
        turns.release(AT_ONCE);
      }
    }
  }

  private static String key(ImageFile image, Look look) {
    String named = String.join("\n", PathName.of(image.path()), image.version(), look.label());
    return HexFormat.of().formatHex(Sha256.of(image.page() + "\n" + named));
  }

  /** Ends the workers and deletes the drawings. */
  @Override
  public void close() {
    workers.close();
    cache.close();
  }
}
