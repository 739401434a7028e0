package broadsheet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PeerChartTest {

  private static final Path CHART = Path.of("docs", "images", "peers.svg");

  @Test
  void pictureShowsTheTable() throws IOException {
    String chart = PeerChart.of(Files.readString(Path.of("docs", "benchmarks.md")));
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(CHART, chart);
    }
    assertThat(chart)
        .as("the table of peers has changed: run with -Dgolden=update")
        .isEqualTo(Files.readString(CHART));
  }
}
