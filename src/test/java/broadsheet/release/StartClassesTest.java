package broadsheet.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class StartClassesTest {

  /** Classes that were renamed are missing in the cache, and a start takes as much longer. */
  @Test
  void listOfTheStartCacheNamesMostlyClassesOfToday() throws IOException {
    Path list = Path.of("src", "build", "start-classes.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(list)), UTF_8))) {
      Set<String> named =
          lines
              .lines()
              .filter(line -> line.matches("broadsheet/[\\w/]+ .*"))
              .map(line -> line.substring(0, line.indexOf(' ')))
              .collect(Collectors.toSet());
      long found =
          named.stream()
              .filter(name -> getClass().getResource("/" + name + ".class") != null)
              .count();
      assertThat(found)
          .as("record the list anew: CONTRIBUTING.md, Release")
          .isGreaterThan(named.size() * 9L / 10);
      assertThat(named).hasSizeGreaterThan(500);
    }
  }
}
