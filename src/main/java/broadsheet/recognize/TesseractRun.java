package broadsheet.recognize;

import broadsheet.scan.draw.GreyPage;
import broadsheet.worker.ParseRefusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs Tesseract on one page. It receives the drawn page on its standard input, so that it never
 * opens a file of unknown origin, has one thread and nothing of the environment, and is killed when
 * its time is over. Use once.
 */
final class TesseractRun {
  static final String TOO_SLOW = "takes too long to recognize";
  static final String FAILED = "Tesseract failed";

  /** A page of 30,000 words has 8 MB. */
  private static final int MOST_OUTPUT = 32 << 20;

  /** Programs find their system by it on Windows. */
  private static final String SYSTEM = "SystemRoot";

  private static final int SECONDS_BETWEEN_SIGNS = 5;

  private final Process process;
  private byte[] alto = new byte[0];

  /** Receives a sign of life while the program runs. */
  interface Alive {
    void sign() throws IOException;
  }

  private TesseractRun(Process process) {
    this.process = process;
  }

  /**
   * The text of a page as ALTO.
   *
   * @throws ParseRefusal if the program fails, or takes too long
   * @throws IOException if the sign of life cannot be given
   */
  static byte[] alto(GreyPage page, RecognitionOrder order, Alive alive)
      throws IOException, ParseRefusal {
    TesseractRun run = new TesseractRun(started(order.tesseract()));
    try {
      return run.result(page, order, alive);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ParseRefusal.failed(FAILED, "interrupted");
    } finally {
      run.process.destroyForcibly();
    }
  }

  private static Process started(Tesseract tesseract) throws ParseRefusal {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                tesseract.program(),
                "stdin",
                "stdout",
                "-l",
                tesseract.languages(),
                "--psm",
                "3",
                "alto"));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(Set.of(SYSTEM));
    environment.put("OMP_THREAD_LIMIT", "1");
    if (!tesseract.data().isEmpty()) {
      environment.put("TESSDATA_PREFIX", tesseract.data());
    }
    try {
      return builder.redirectError(Redirect.DISCARD).start();
    } catch (IOException e) {
      throw ParseRefusal.failed(FAILED, String.valueOf(e.getMessage()));
    }
  }

  private byte[] result(GreyPage page, RecognitionOrder order, Alive alive)
      throws IOException, ParseRefusal, InterruptedException {
    Thread.ofPlatform().daemon().start(() -> send(page));
    Thread reading = Thread.ofPlatform().daemon().start(this::receive);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(order.seconds());
    while (!process.waitFor(pause(end), TimeUnit.NANOSECONDS)) {
      if (System.nanoTime() >= end) {
        throw ParseRefusal.failed(TOO_SLOW, "more than " + order.seconds() + " s");
      }
      alive.sign();
    }
    reading.join();
    if (alto.length == MOST_OUTPUT) {
      throw ParseRefusal.failed("more text than a page can have", "");
    }
    if (process.exitValue() != 0 || alto.length == 0) {
      throw ParseRefusal.failed(FAILED, "exit code " + process.exitValue());
    }
    return alto;
  }

  /** The time until the next sign of life, or until the end if that is sooner. */
  private static long pause(long end) {
    return Math.min(end - System.nanoTime(), TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_SIGNS));
  }

  private void send(GreyPage page) {
    try (OutputStream in = new BufferedOutputStream(process.getOutputStream())) {
      page.writeTo(in);
    } catch (IOException e) {
      // The program has ended, and its exit code says why.
    }
  }

  private void receive() {
    try (InputStream out = process.getInputStream()) {
      alto = out.readNBytes(MOST_OUTPUT);
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }
}
