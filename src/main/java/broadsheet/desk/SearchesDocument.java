package broadsheet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The saved searches in one document. Stateless. */
final class SearchesDocument {

  private static final String SEARCHES = "searches";
  private static final String ID = "id";
  private static final String SEARCH = "search";
  private static final String READING = "reading";
  private static final String CREATED_AT = "createdAt";
  private static final String OWNER = "owner";

  private SearchesDocument() {}

  static List<SavedSearch> read(JsonNode document) {
    return document
        .path(Store.CONTENT)
        .path(SEARCHES)
        .valueStream()
        .map(
            each ->
                new SavedSearch(
                    each.path(ID).asText(),
                    each.path(SEARCH).asText(),
                    each.path(READING).asText(),
                    Instant.parse(each.path(CREATED_AT).asText()),
                    each.path(OWNER).asText()))
        .toList();
  }

  static void write(List<SavedSearch> searches, ObjectNode document) {
    ArrayNode all = document.putObject(Store.CONTENT).putArray(SEARCHES);
    searches.forEach(
        search ->
            all.addObject()
                .put(ID, search.id())
                .put(SEARCH, search.search())
                .put(READING, search.reading())
                .put(CREATED_AT, search.createdAt().toString())
                .put(OWNER, search.owner()));
  }
}
