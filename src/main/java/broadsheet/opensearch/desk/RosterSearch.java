package broadsheet.opensearch.desk;

import broadsheet.article.ArticleRef;
import broadsheet.desk.ReadingList;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Searches the rosters of lists. Each change of a roster is found as soon as it is confirmed.
 * Immutable.
 */
record RosterSearch(DeskIndex index) {

  /** In one search, which may have some thousand clauses at most. */
  private static final int MOST_ARTICLES = 300;

  private static final int MOST_DELETED = 10_000;

  /**
   * A list as its roster has it.
   *
   * @param list with the number of its articles
   * @param used when it was last used
   * @param met the numbers of the articles that were asked for and are on it
   */
  private record Found(ReadingList list, long used, Set<Integer> met) {}

  private static final Comparator<Found> LAST_USED_FIRST =
      Comparator.comparingLong(Found::used).reversed().thenComparing(found -> found.list().id());

  /** These lists, the last used first, with the numbers of their articles. */
  List<ReadingList> inOrder(List<ReadingList> lists) {
    Map<String, Found> found = new HashMap<>();
    search(lists, List.of()).forEach(each -> found.put(each.list().id(), each));
    return lists.stream()
        .map(list -> found.getOrDefault(list.id(), new Found(list, 0, Set.of())))
        .sorted(LAST_USED_FIRST)
        .map(Found::list)
        .toList();
  }

  /** Those of these lists that have an article, the last used first; one on none is absent. */
  Map<ArticleRef, List<ReadingList>> having(List<ReadingList> lists, List<ArticleRef> articles) {
    Map<ArticleRef, List<ReadingList>> having = new HashMap<>();
    for (int from = 0; from < articles.size(); from += MOST_ARTICLES) {
      List<ArticleRef> some =
          articles.subList(from, Math.min(articles.size(), from + MOST_ARTICLES));
      for (Found found : search(lists, some)) {
        for (int met : found.met()) {
          having.computeIfAbsent(some.get(met), _ -> new ArrayList<>()).add(found.list());
        }
      }
    }
    return having;
  }

  /**
   * @param articles of which a list must have one; none where it need not
   * @return the last used first
   */
  private List<Found> search(List<ReadingList> lists, List<ArticleRef> articles) {
    if (lists.isEmpty()) {
      return List.of();
    }
    Map<String, ReadingList> byId = new HashMap<>();
    lists.forEach(list -> byId.put(Roster.id(list.id()), list));
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("size", lists.size());
    question.put("_source", false).put("track_total_hits", false);
    question.putArray("docvalue_fields").add(DeskMapping.USED).add(DeskMapping.COUNT);
    ObjectNode all = question.putObject("query").putObject("bool");
    ArrayNode ids = all.putObject("filter").putObject("ids").putArray("values");
    byId.keySet().forEach(ids::add);
    if (!articles.isEmpty()) {
      ArrayNode any = all.putArray("must").addObject().putObject("bool").putArray("should");
      for (int i = 0; i < articles.size(); i++) {
        any.add(is(articles.get(i), i));
      }
    }
    return index.search(question).stream()
        .map(hit -> found(hit, byId))
        .sorted(LAST_USED_FIRST)
        .toList();
  }

  /** Matches a list with an article, by fingerprint or id. */
  private static ObjectNode is(ArticleRef article, int number) {
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    ObjectNode bool = either.putObject("bool").put("_name", String.valueOf(number));
    ArrayNode should = bool.putArray("should");
    term(should, DeskMapping.FINGERPRINT, article.fingerprint());
    term(should, DeskMapping.ARTICLE, article.id());
    return either;
  }

  private static void term(ArrayNode clauses, String field, String value) {
    clauses.addObject().putObject("term").put(DeskMapping.ENTRIES + "." + field, value);
  }

  private static Found found(JsonNode hit, Map<String, ReadingList> lists) {
    String id = hit.path("_id").asText();
    ReadingList list = Objects.requireNonNull(lists.get(id));
    JsonNode fields = hit.path("fields");
    Set<Integer> met = new HashSet<>();
    hit.path("matched_queries").forEach(name -> met.add(Integer.valueOf(name.asText())));
    return new Found(
        list.counting(fields.path(DeskMapping.COUNT).path(0).asInt()),
        fields.path(DeskMapping.USED).path(0).asLong(),
        met);
  }

  /** Deletes all notes of lists that have no roster any more. */
  void deleteNotes(List<String> lists) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("size", MOST_DELETED);
    question.put("_source", false);
    ArrayNode values = question.putObject("query").putObject("terms").putArray(DeskMapping.LIST);
    lists.forEach(values::add);
    List<String> ids;
    do {
      index.refresh();
      ids = index.search(question).stream().map(hit -> hit.path("_id").asText()).toList();
      index.deleteAll(ids);
    } while (!ids.isEmpty());
  }
}
