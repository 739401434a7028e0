package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterCheckTest {

  private static final int FORMAT = 9;

  @ParameterizedTest
  @CsvSource({
    "3.8.0, 25.0.3, broadsheet, 9, ''",
    "3.8.0, 26-ea, broadsheet, 9, ''",
    "3.7.1, 25.0.3, broadsheet, 9, Node n1 runs OpenSearch 3.7.1.",
    "3.8.0, 21.0.7, other, 9, Node n1 runs Java 21.0.7. The plugin needs 25",
    "3.8.0, 1.8.0_402, other, 9, Node n1 runs Java 1.8.0_402.",
    "3.8.0, 25.0.3, other, 9, Node n1 lacks the plugin.",
    "3.8.0, 25.0.3, broadsheet, 8, Node n1 has the plugin for format 8",
  })
  void saysWhatANodeLacks(String version, String java, String plugin, int format, String beginning)
      throws IOException {
    String nodes =
        """
        {"nodes": {"x": {"name": "n1", "version": "%s", "jvm": {"version": "%s"},
          "plugins": [{"name": "%s"}], "attributes": {"broadsheet.format": "%s"}}}}
        """
            .formatted(version, java, plugin, format);
    var problems = ClusterCheck.problems(new ObjectMapper().readTree(nodes), FORMAT);
    if (beginning.isEmpty()) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).singleElement().asString().startsWith(beginning).endsWith(".");
    }
  }
}
