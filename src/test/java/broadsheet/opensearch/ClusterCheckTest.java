package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import broadsheet.lucene.coordinator.Shards;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterCheckTest {

  private static final int FORMAT = 9;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static String stated(@Nullable Integer protocol) {
    return protocol == null ? "" : ", \"broadsheet.protocol\": \"%s\"".formatted(protocol);
  }

  /** The state of a cluster whose nodes n0, n1 … know these protocols; null for unstated. */
  private static JsonNode nodes(@Nullable Integer... protocols) throws IOException {
    StringBuilder nodes = new StringBuilder("{\"nodes\": {");
    for (int i = 0; i < protocols.length; i++) {
      nodes.append(
          "%s\"x%s\": {\"name\": \"n%s\", \"attributes\": {\"broadsheet.format\": \"9\"%s}}"
              .formatted(i == 0 ? "" : ", ", i, i, stated(protocols[i])));
    }
    return MAPPER.readTree(nodes.append("}}").toString());
  }

  /** Nodes of the release after this one know its protocol, too. */
  @Test
  void nodesAreAskedInTheNewestProtocolThatAllKnow() throws IOException {
    assertThat(ClusterCheck.protocol(nodes(4, 4, 4))).isEqualTo(4);
    assertThat(ClusterCheck.protocol(nodes(5, 4))).isEqualTo(4);
    assertThat(ClusterCheck.protocol(nodes(5, 6))).isEqualTo(Shards.PROTOCOL);
  }

  @Test
  void olderNodeIsRefusedByName() throws IOException {
    assertThatThrownBy(() -> ClusterCheck.protocol(nodes(4, 3, 4)))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "Node n1 has the plugin of an older release (protocol 3; this program needs at least"
                + " 4). Install the plugin of this release there and restart the node.");
    assertThatThrownBy(() -> ClusterCheck.protocol(nodes(4, 4, null)))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("Node n2 has the plugin of an older release (protocol 1;");
  }

  @ParameterizedTest
  @CsvSource({
    "3.8.0, 25.0.3, broadsheet, 9, 4, ''",
    "3.8.0, 26-ea, broadsheet, 9, 5, ''",
    "3.7.1, 25.0.3, broadsheet, 9, 4, Node n1 runs OpenSearch 3.7.1.",
    "3.8.0, 21.0.7, other, 9, 4, Node n1 runs Java 21.0.7. The plugin needs 25",
    "3.8.0, 1.8.0_402, other, 9, 4, Node n1 runs Java 1.8.0_402.",
    "3.8.0, 25.0.3, other, 9, 4, Node n1 lacks the plugin.",
    "3.8.0, 25.0.3, broadsheet, 8, 4, Node n1 has the plugin for format 8",
    "3.8.0, 25.0.3, broadsheet, 9, 3, Node n1 has the plugin of an older release (protocol 3;",
    "3.8.0, 25.0.3, broadsheet, 8, , Node n1 has the plugin of an older release (protocol 1;",
  })
  void saysWhatANodeLacks(
      String version,
      String java,
      String plugin,
      int format,
      @Nullable Integer protocol,
      String beginning)
      throws IOException {
    String nodes =
        """
        {"nodes": {"x": {"name": "n1", "version": "%s", "jvm": {"version": "%s"},
          "plugins": [{"name": "%s"}], "attributes": {"broadsheet.format": "%s"%s}}}}
        """
            .formatted(version, java, plugin, format, stated(protocol));
    var problems = ClusterCheck.problems(MAPPER.readTree(nodes), FORMAT);
    if (beginning.isEmpty()) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).singleElement().asString().startsWith(beginning).endsWith(".");
    }
  }
}
