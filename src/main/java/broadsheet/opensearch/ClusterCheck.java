package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.lucene.coordinator.Shards;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examines what the nodes of a cluster can do: whether they hold archives of a format. */
final class ClusterCheck {

  /** The version of OpenSearch that the plugin is made for. */
  static final String OPENSEARCH = "3.8.0";

  private static final int JAVA = 25;
  private static final Pattern MAJOR = Pattern.compile("^(?:1\\.)?(\\d+)");

  private ClusterCheck() {}

  /**
   * One line for each node that cannot do the work, with advice.
   *
   * @param nodes the reply to {@code /_nodes/jvm,plugins}
   */
  static List<String> problems(JsonNode nodes, int format) {
    List<String> problems = new ArrayList<>();
    for (JsonNode node : nodes.path("nodes")) {
      problem(node, format).map(problem -> named(node, problem)).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<String> problem(JsonNode node, int format) {
    String version = node.path("version").asText();
    if (!version.equals(OPENSEARCH)) {
      return Optional.of(
          "runs OpenSearch %s. This program's plugin is made for %s: install that version."
              .formatted(version, OPENSEARCH));
    }
    String java = node.path("jvm").path("version").asText();
    if (major(java) < JAVA) {
      return Optional.of(
          "runs Java %s. The plugin needs %s or newer: set OPENSEARCH_JAVA_HOME to one and restart the node."
              .formatted(java, JAVA));
    }
    if (!hasPlugin(node)) {
      return Optional.of(
          "lacks the plugin. Install it with bin/opensearch-plugin install file:///PATH/broadsheet-opensearch-%s.zip and restart the node."
              .formatted(OPENSEARCH));
    }
    if (protocolOf(node) < Shards.OLDEST_PROTOCOL) {
      return Optional.of(outdated(node));
    }
    int has = node.path("attributes").path(Shards.FORMAT_ATTRIBUTE).asInt();
    return has == format
        ? Optional.empty()
        : Optional.of(
            "has the plugin for format %s of the index; this program needs %s. Install the plugin of this program's version."
                .formatted(has, format));
  }

  private static String outdated(JsonNode node) {
    return "has the plugin of an older release (protocol %s; this program needs at least %s). Install the plugin of this release there and restart the node."
        .formatted(protocolOf(node), Shards.OLDEST_PROTOCOL);
  }

  /** The newest protocol that a node knows; the first plugins did not state theirs. */
  private static int protocolOf(JsonNode node) {
    return node.path("attributes").path(Shards.PROTOCOL_ATTRIBUTE).asInt(1);
  }

  /**
   * The newest protocol that all nodes know, at most this program's.
   *
   * @param nodes the names and attributes of all nodes
   * @throws EngineException when a node knows only older ones than this program
   */
  static int protocol(JsonNode nodes) {
    int newest = Shards.PROTOCOL;
    for (JsonNode node : nodes.path("nodes")) {
      if (protocolOf(node) < Shards.OLDEST_PROTOCOL) {
        throw new EngineException(named(node, outdated(node)));
      }
      newest = Math.min(newest, protocolOf(node));
    }
    return newest;
  }

  private static String named(JsonNode node, String problem) {
    return "Node %s %s".formatted(node.path("name").asText("?"), problem);
  }

  private static boolean hasPlugin(JsonNode node) {
    for (JsonNode plugin : node.path("plugins")) {
      if (plugin.path("name").asText().equals("broadsheet")) {
        return true;
      }
    }
    return false;
  }

  private static int major(String java) {
    Matcher major = MAJOR.matcher(java);
    return major.find() ? Integer.parseInt(major.group(1)) : 0;
  }
}
