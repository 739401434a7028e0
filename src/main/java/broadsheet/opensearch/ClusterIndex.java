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
 * @param aliases that point to it
 * @param meta what the archive in it says of itself; empty where there is none
 */
public record ClusterIndex(String name, Set<String> aliases, Map<String, Object> meta) {

  /** Reads what {@code GET /NAMES} answers; sorted by name. */
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
