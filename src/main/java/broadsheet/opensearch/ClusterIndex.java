package broadsheet.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An index on a cluster.
 *
 * @param aliases the aliases that point to it
 * @param meta the archive's description of itself; empty if there is none
 */
public record ClusterIndex(String name, Set<String> aliases, Map<String, Object> meta) {

  /** Reads the reply to {@code GET /NAMES}; sorted by name. */
  static List<ClusterIndex> all(JsonNode answer) {
    List<ClusterIndex> indexes = new ArrayList<>();
    answer.properties().forEach(each -> indexes.add(of(each.getKey(), each.getValue())));
    indexes.sort(Comparator.comparing(ClusterIndex::name));
    return indexes;
  }

  private static ClusterIndex of(String name, JsonNode index) {
    Set<String> aliases = new HashSet<>();
    index.path("aliases").fieldNames().forEachRemaining(aliases::add);
    return new ClusterIndex(name, aliases, Reply.map(index.path("mappings").path("_meta")));
  }
}
