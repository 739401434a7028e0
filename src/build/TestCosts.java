import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints the ten slowest test classes of this build, after the tests. With a list of exceptions, a
 * class that took longer than ten seconds and is not on it fails the build: the quick tests stay
 * quick. On a machine on which all tests take long it may take as much longer. A machine that is
 * busy with other work is only warned, because the times are not the tests' own.
 *
 * <p>Arguments: the build's folder, when the build began (ISO 8601), and the list, whose lines are
 * a class and the reason for its time; {@code none} in its place prints only.
 */
public final class TestCosts {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Seconds of all classes together on the machine on which a class may take the longest time. */
  private static final Duration USUAL = Duration.ofSeconds(450);

  private static final int SHOWN = 10;

  /** Runnable threads a core; the tests alone have about three. */
  private static final double BUSY = 5;

  private TestCosts() {}

  public static void main(String[] args) throws Exception {
    Instant begin = Instant.parse(args[1]);
    Map<String, Duration> costs = new HashMap<>();
    for (String reports : List.of("surefire-reports", "failsafe-reports")) {
      for (Path report : reports(Path.of(args[0], reports), begin)) {
        add(report, costs);
      }
    }
    List<Map.Entry<String, Duration>> slowest = new ArrayList<>(costs.entrySet());
    slowest.sort(Map.Entry.<String, Duration>comparingByValue().reversed());
    System.out.println("The slowest of " + slowest.size() + " test classes, in seconds:");
    slowest.stream().limit(SHOWN).forEach(TestCosts::print);
    if (args[2].equals("none")) {
      return;
    }
    Duration longest = longest(costs.values());
    Set<String> exceptions = exceptions(Path.of(args[2]));
    List<String> slow =
        slowest.stream()
            .filter(each -> each.getValue().compareTo(longest) > 0)
            .map(Map.Entry::getKey)
            .filter(each -> !exceptions.contains(each))
            .toList();
    if (!slow.isEmpty()) {
      System.out.printf(
          "Over %s seconds: %s. Make the class quicker, mark it or its slow tests @Thorough, or"
              + " name it in %s with the reason.%n",
          longest.toSeconds(), String.join(", ", slow), args[2]);
      System.exit(isBusy() ? 0 : 1);
    }
  }

  private static Duration longest(Collection<Duration> all) {
    double slowness = (double) all.stream().mapToLong(Duration::toMillis).sum() / USUAL.toMillis();
    return Duration.ofMillis((long) (LONGEST.toMillis() * Math.max(1, slowness)));
  }

  private static boolean isBusy() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    double load = system.getSystemLoadAverage() / system.getAvailableProcessors();
    if (load > BUSY) {
      System.out.printf(
          Locale.ROOT, "Not a failure: the machine is busy (load %.1f a core).%n", load);
    }
    return load > BUSY;
  }

  private static void print(Map.Entry<String, Duration> cost) {
    System.out.printf(Locale.ROOT, "%7.1f  %s%n", cost.getValue().toMillis() / 1e3, cost.getKey());
  }

  /** The reports of this build; an earlier one may have left others. */
  private static List<Path> reports(Path folder, Instant begin) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> reports = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (Path file : files) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(begin)) {
          reports.add(file);
        }
      }
    }
    return reports;
  }

  /** Adds a report's time to its class; a nested class counts for the one around it. */
  private static void add(Path report, Map<String, Duration> costs)
      throws IOException, XMLStreamException {
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      xml.nextTag();
      String name = xml.getAttributeValue(null, "name").replaceFirst("\\$.*", "");
      String seconds = xml.getAttributeValue(null, "time").replace(",", "");
      costs.merge(
          name, Duration.ofMillis((long) (Double.parseDouble(seconds) * 1e3)), Duration::plus);
    }
  }

  private static Set<String> exceptions(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s+", 2)[0])
        .collect(Collectors.toSet());
  }
}
