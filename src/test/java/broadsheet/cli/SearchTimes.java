package broadsheet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times of plain searches, for tests under stress. */
final class SearchTimes {

  private static final List<String> WORDS = List.of("oil", "oil+said", "said+the+oil", "for+oil");

  private SearchTimes() {}

  /** The 99th percentile of the times of consecutive searches, in milliseconds. */
  static double slowest(URI server, Duration time) throws IOException {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      String path = "/search.json?q=" + WORDS.get(times.size() % WORDS.size());
      long startedAt = System.nanoTime();
      try (InputStream answer = server.resolve(path).toURL().openStream()) {
        answer.readAllBytes();
      }
      times.add((System.nanoTime() - startedAt) / 1e6);
    }
    times.sort(null);
    return times.get(times.size() * 99 / 100);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
