package broadsheet.opensearch.desk;

import broadsheet.desk.SavedSearch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The saved searches in one document, with a note of who holds them. Stateless. */
final class SearchesDocument {

  /** The id of the document. */
  static final String ID = "searches";

  private static final String SEARCHES = "searches";
  private static final String SEARCH_ID = "id";
  private static final String SEARCH = "search";
  private static final String READING = "reading";
  private static final String CREATED_AT = "createdAt";
  private static final String OWNER = "owner";
  private static final String HOLDER = "holder";
  private static final String BEAT = "beat";
  private static final String KNOCKS = "knocks";

  private SearchesDocument() {}

  /**
   * Who holds the searches.
   *
   * @param holder a name that nobody else has; empty when nobody holds them
   * @param beat changes as long as the holder lives
   * @param knocks of others since the last beat
   */
  record Hold(String holder, long beat, int knocks) {
    static final Hold NONE = by("");

    static Hold by(String holder) {
      return new Hold(holder, 0, 0);
    }

    boolean isNone() {
      return holder.isEmpty();
    }

    Hold beaten() {
      return new Hold(holder, beat + 1, 0);
    }

    Hold knocked() {
      return new Hold(holder, beat, knocks + 1);
    }
  }

  static List<SavedSearch> searches(JsonNode document) {
    return document
        .path(DeskMapping.CONTENT)
        .path(SEARCHES)
        .valueStream()
        .map(
            each ->
                new SavedSearch(
                    each.path(SEARCH_ID).asText(),
                    each.path(SEARCH).asText(),
                    each.path(READING).asText(),
                    Instant.parse(each.path(CREATED_AT).asText()),
                    each.path(OWNER).asText()))
        .toList();
  }

  static Hold hold(JsonNode document) {
    JsonNode content = document.path(DeskMapping.CONTENT);
    return new Hold(
        content.path(HOLDER).asText(), content.path(BEAT).asLong(), content.path(KNOCKS).asInt());
  }

  static void write(List<SavedSearch> searches, Hold hold, ObjectNode document) {
    ObjectNode content = document.putObject(DeskMapping.CONTENT);
    ArrayNode all = content.putArray(SEARCHES);
    searches.forEach(
        search ->
            all.addObject()
                .put(SEARCH_ID, search.id())
                .put(SEARCH, search.search())
                .put(READING, search.reading())
                .put(CREATED_AT, search.createdAt().toString())
                .put(OWNER, search.owner()));
    if (!hold.isNone()) {
      content.put(HOLDER, hold.holder()).put(BEAT, hold.beat()).put(KNOCKS, hold.knocks());
    }
  }
}
