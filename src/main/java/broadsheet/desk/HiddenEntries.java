package broadsheet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The entries of a list that its reader may not see, each with its place among all.
 *
 * @param entries those on the list
 * @param taken those that were taken off it
 */
record HiddenEntries(SortedMap<Integer, JsonNode> entries, SortedMap<Integer, JsonNode> taken) {

  /**
   * Takes them out of the document of a list.
   *
   * @param ids whether an article is shown, by its id
   */
  static HiddenEntries takenFrom(ObjectNode document, Predicate<String> ids) {
    SortedMap<Integer, JsonNode> entries = taken(document.path(Store.ENTRIES), ids);
    SortedMap<Integer, JsonNode> taken =
        taken(document.path(Store.CONTENT).path(ListDocument.TAKEN), ids);
    count(document);
    return new HiddenEntries(entries, taken);
  }

  private static SortedMap<Integer, JsonNode> taken(JsonNode all, Predicate<String> ids) {
    SortedMap<Integer, JsonNode> hidden = new TreeMap<>();
    if (all instanceof ArrayNode articles) {
      for (int i = articles.size() - 1; i >= 0; i--) {
        if (!ids.test(articles.get(i).path(Store.ARTICLE).asText())) {
          hidden.put(i, articles.remove(i));
        }
      }
    }
    return hidden;
  }

  /** Puts them back, each as near to its place as there are others. */
  void putInto(ObjectNode document) {
    put(entries, document.path(Store.ENTRIES));
    put(taken, document.path(Store.CONTENT).path(ListDocument.TAKEN));
    count(document);
  }

  private static void put(SortedMap<Integer, JsonNode> hidden, JsonNode all) {
    if (all instanceof ArrayNode articles) {
      hidden.forEach((at, entry) -> articles.insert(Math.min(at, articles.size()), entry));
    }
  }

  private static void count(ObjectNode document) {
    Optional.ofNullable(document.get(Store.ENTRIES))
        .ifPresent(entries -> document.put(Store.COUNT, entries.size()));
  }
}
