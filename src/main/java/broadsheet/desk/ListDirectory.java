package broadsheet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of all lists, in one document, so that the names of an owner stay unique and the number
 * of lists limited. A list that is not in it does not exist, even if other documents of it remain.
 * Not thread-safe.
 */
final class ListDirectory {

  private static final String LISTS = "lists";
  private static final String REMOVED = "removed";
  private static final String LIST_ID = "id";
  private static final String OWNER = "owner";
  private static final String NAME = "name";
  private static final String SHARED = "shared";
  private static final String CREATED_AT = "createdAt";

  private final Map<String, ReadingList> lists = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();

  /** Reads it; empty content makes an empty one. */
  static ListDirectory of(JsonNode document) {
    ListDirectory directory = new ListDirectory();
    JsonNode content = document.path(Store.CONTENT);
    for (JsonNode each : content.path(LISTS)) {
      directory.put(
          new ReadingList(
              each.path(LIST_ID).asText(),
              each.path(NAME).asText(),
              each.path(OWNER).asText(),
              Sharing.valueOf(each.path(SHARED).asText().toUpperCase(Locale.ROOT)),
              Instant.parse(each.path(CREATED_AT).asText()),
              0));
    }
    content.path(REMOVED).forEach(each -> directory.removed.add(each.asText()));
    return directory;
  }

  /** Writes it, unless there has never been a list. */
  void writeTo(ObjectNode document) {
    if (document.isEmpty() && lists.isEmpty() && removed.isEmpty()) {
      return;
    }
    ObjectNode content = document.putObject(Store.CONTENT);
    ArrayNode all = content.putArray(LISTS);
    lists
        .values()
        .forEach(
            list ->
                all.addObject()
                    .put(LIST_ID, list.id())
                    .put(OWNER, list.owner())
                    .put(NAME, list.name())
                    .put(SHARED, list.sharing().name().toLowerCase(Locale.ROOT))
                    .put(CREATED_AT, list.createdAt().toString()));
    removed.forEach(content.putArray(REMOVED)::add);
  }

  private void put(ReadingList list) {
    lists.put(list.id(), list);
  }

  /** All lists with a count of 0 articles: the real counts are in the lists' own documents. */
  List<ReadingList> all() {
    return List.copyOf(lists.values());
  }

  Optional<ReadingList> find(String id) {
    return Optional.ofNullable(lists.get(id));
  }

  /** The lists that a user owns. */
  List<ReadingList> ownedBy(String user) {
    return lists.values().stream().filter(list -> list.owner().equals(user)).toList();
  }

  Optional<ReadingList> ofOwner(String owner, String name) {
    String key = ReadingList.key(name);
    return ownedBy(owner).stream()
        .filter(list -> ReadingList.key(list.name()).equals(key))
        .findFirst();
  }

  /** Gives all lists of a user to another, renaming those whose name the other already has. */
  void giveAll(String user, String other) {
    ownedBy(user)
        .forEach(list -> put(list.givenTo(other, name -> ofOwner(other, name).isPresent())));
  }

  /**
   * Adds a list.
   *
   * @throws ListRuleException when there are too many
   */
  void add(ReadingList list) {
    if (lists.size() >= Lists.MOST) {
      throw ListRuleException.tooManyLists();
    }
    put(list);
  }

  /**
   * Changes a list.
   *
   * @throws ListRuleException when its owner has another one of that name
   */
  void change(ReadingList list, ReadingList changed) {
    ofOwner(list.owner(), changed.name())
        .filter(same -> !same.id().equals(list.id()))
        .ifPresent(
            same -> {
              throw ListRuleException.taken(same.name());
            });
    put(changed);
  }

  /** Removes a list. Its documents remain to be deleted. */
  void remove(String id) {
    if (lists.remove(id) != null) {
      removed.add(id);
    }
  }

  /** The removed lists of which documents may remain. */
  List<String> removed() {
    return List.copyOf(removed);
  }

  /** Records that no documents of these lists remain. */
  void forget(List<String> ids) {
    removed.removeAll(ids);
  }
}
