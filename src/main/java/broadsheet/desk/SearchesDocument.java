package broadsheet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The saved searches in one document. Stateless. */
final class SearchesDocument {

  private static final String SEARCHES = "searches";
  private static final String ID = "id";
  private static final String SEARCH = "search";
  private static final String READING = "reading";
  private static final String CREATED_AT = "createdAt";
  private static final String OWNER = "owner";
  private static final String SINCE = "since";
  private static final String SINCE_IN = "sinceIn";

  private SearchesDocument() {}

  static List<SavedSearch> read(JsonNode document) {
    return document
        .path(Store.CONTENT)
        .path(SEARCHES)
        .valueStream()
        .map(SearchesDocument::search)
        .toList();
  }

  /**
   * A search that an older build saved has no state. Its matches were recorded with their times,
   * which a rebuild takes for the numbers of states.
   */
  private static SavedSearch search(JsonNode each) {
    Instant createdAt = Instant.parse(each.path(CREATED_AT).asText());
    return new SavedSearch(
        each.path(ID).asText(),
        each.path(SEARCH).asText(),
        each.path(READING).asText(),
        createdAt,
        each.path(OWNER).asText(),
        each.path(SINCE).asLong(createdAt.getEpochSecond()),
        each.path(SINCE_IN)
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, in -> in.getValue().asLong())));
  }

  static void write(List<SavedSearch> searches, ObjectNode document) {
    ArrayNode all = document.putObject(Store.CONTENT).putArray(SEARCHES);
    for (SavedSearch search : searches) {
      ObjectNode one =
          all.addObject()
              .put(ID, search.id())
              .put(SEARCH, search.search())
              .put(READING, search.reading())
              .put(CREATED_AT, search.createdAt().toString())
              .put(OWNER, search.owner())
              .put(SINCE, search.since());
      if (!search.sinceIn().isEmpty()) {
        search.sinceIn().forEach(one.putObject(SINCE_IN)::put);
      }
    }
  }
}
