package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.web.page.Assets;
import broadsheet.web.page.ReaderUses;
import broadsheet.web.page.Rooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The browser code stays small enough to be read in an hour. */
class BudgetTest {
  private static final long MOST_LINES_OF_SCRIPT = 955;
  private static final long MOST_LINES_OF_A_MODULE = 150;
  private static final long MOST_LINES_OF_STYLE = 1110;

  private static Map<String, Long> lines(String folder) throws IOException {
    Map<String, Long> lines = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("web", folder))) {
      for (Path file : files.toList()) {
        try (Stream<String> read = Files.lines(file)) {
          lines.put(file.getFileName().toString(), read.count());
        }
      }
    }
    return lines;
  }

  private static long sum(Map<String, Long> lines) {
    return lines.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void scriptsAreFewAndShort() throws IOException {
    Map<String, Long> modules = lines("js");
    assertThat(modules.values()).isNotEmpty().allMatch(count -> count <= MOST_LINES_OF_A_MODULE);
    assertThat(sum(modules)).isLessThanOrEqualTo(MOST_LINES_OF_SCRIPT);
  }

  @Test
  void stylesheetsAreFewAndShort() throws IOException {
    assertThat(sum(lines("css"))).isPositive().isLessThanOrEqualTo(MOST_LINES_OF_STYLE);
  }

  @Test
  void everyFileIsServed() throws IOException {
    Assets assets =
        Assets.load(() -> new Rooms(true, true, Optional.empty(), true, true, ReaderUses.ALL));
    assertThat(lines("css").keySet()).allMatch(file -> assets.address(file).endsWith(file));
    assertThat(lines("js").keySet()).allMatch(file -> assets.address(file).endsWith(file));
  }
}
