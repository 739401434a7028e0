package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Stress;
import broadsheet.lucene.ManyArticles;
import broadsheet.lucene.TestIndex;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The time of a plain search during many downloads, and the speed of the downloads. */
@Stress
class ExportStressIT {

  private static final int ARTICLES = 30_000;
  private static final int FAST = 16;
  private static final int SLOW = 100;
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(10);

  /** The wait until all exports are running, or those of the last round have ended. */
  private static final Duration BEGINNING = Duration.ofSeconds(10);

  private static final Duration PAUSE_WHEN_REFUSED = Duration.ofMillis(200);

  @TempDir private Path folder;

  /** The result of one round: times in milliseconds, rates in bytes per second. */
  private record Round(double alone, double beside, double rateAlone, double rateBeside) {
    double slowdown() {
      return beside / alone;
    }

    double rateKept() {
      return rateBeside / rateAlone;
    }
  }

  @Test
  void plainSearchesHardlyWaitForExports(TestReporter reporter) throws Exception {
    Path index = folder.resolve("index");
    TestIndex.build(index, ManyArticles.of(ARTICLES, 1));
    List<Round> rounds = new ArrayList<>();
    try (Serving serving = Serving.of(index)) {
      SearchTimes.slowest(serving.address(), ROUND); // until the machine is warm
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(serving.address()));
        reporter.publishEntry(rounds.getLast().toString());
      }
    }
    double slowdown = SearchTimes.median(rounds.stream().map(Round::slowdown).toList());
    double kept = SearchTimes.median(rounds.stream().map(Round::rateKept).toList());
    reporter.publishEntry(
        String.format(Locale.ROOT, "p99 %.2f times alone, rate kept %.2f", slowdown, kept));
    assertThat(slowdown).as("p99 beside exports, times alone").isLessThanOrEqualTo(2);
    assertThat(kept).as("rate of exports beside searches, times alone").isGreaterThan(0.5);
  }

  private static Round round(URI server) throws Exception {
    double alone = SearchTimes.slowest(server, ROUND);
    double rateAlone;
    try (Downloads fast = new Downloads(server, FAST, Integer.MAX_VALUE)) {
      rateAlone = fast.rate(ROUND);
    }
    try (Downloads fast = new Downloads(server, FAST, Integer.MAX_VALUE);
        Downloads _ = new Downloads(server, SLOW, 4_096)) {
      Thread.sleep(BEGINNING);
      long before = fast.bytes.sum();
      double beside = SearchTimes.slowest(server, ROUND);
      double rateBeside = (fast.bytes.sum() - before) / (ROUND.toMillis() / 1e3);
      return new Round(alone, beside, rateAlone, rateBeside);
    }
  }

  /** Clients that download everything, over and over. */
  private static final class Downloads implements AutoCloseable {
    private final URI server;
    private final int bytesASecond;
    private final LongAdder bytes = new LongAdder();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    Downloads(URI server, int count, int bytesASecond) {
      this.server = server;
      this.bytesASecond = bytesASecond;
      for (int i = 0; i < count; i++) {
        clients.execute(this::download);
      }
    }

    double rate(Duration time) throws InterruptedException {
      Thread.sleep(BEGINNING);
      long before = bytes.sum();
      Thread.sleep(time);
      return (bytes.sum() - before) / (time.toMillis() / 1e3);
    }

    private void download() {
      while (!isOver.get()) {
        try (Socket socket = new Socket()) {
          if (bytesASecond < Integer.MAX_VALUE) {
            socket.setReceiveBufferSize(4_096);
          }
          socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
          String request =
              "GET /search.jsonl HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
          socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
          read(socket.getInputStream());
          Thread.sleep(PAUSE_WHEN_REFUSED);
        } catch (IOException | InterruptedException e) {
          // restarted or finished
        }
      }
    }

    private void read(InputStream in) throws IOException, InterruptedException {
      byte[] buffer = new byte[Math.min(bytesASecond, 64 * 1024)];
      int count = in.read(buffer);
      while (count >= 0 && !isOver.get()) {
        bytes.add(count);
        if (bytesASecond < Integer.MAX_VALUE) {
          Thread.sleep(1_000L * count / bytesASecond);
        }
        count = in.read(buffer);
      }
    }

    @Override
    public void close() {
      isOver.set(true);
      clients.shutdownNow();
      clients.close();
    }
  }
}
