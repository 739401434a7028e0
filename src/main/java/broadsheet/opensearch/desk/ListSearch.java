package broadsheet.opensearch.desk;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Searches the index of a desk for lists and the articles on them. Each change of a list is found
 * as soon as it is confirmed. Immutable.
 */
record ListSearch(DeskIndex index) {

  /** The most articles in one search, which may have some thousand clauses at most. */
  private static final int MOST_ARTICLES = 300;

  /**
   * Finds lists with some articles.
   *
   * @param ids the ids of the lists' documents
   * @param articles articles of which a list must have at least one; empty for any list
   * @return the lists, some perhaps several times, each time with other articles
   */
  List<Store.Found> find(Collection<String> ids, List<ArticleRef> articles) {
    List<Store.Found> found = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(articles.size(), from + MOST_ARTICLES);
      int first = from;
      index.search(question(ids, articles.subList(from, to))).stream()
          .map(hit -> found(hit, first))
          .forEach(found::add);
      from = to;
    } while (from < articles.size());
    return found;
  }

  private static ObjectNode question(Collection<String> ids, List<ArticleRef> articles) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("size", ids.size());
    question.put("_source", false).put("track_total_hits", false);
    question.putArray("docvalue_fields").add(Store.USED).add(Store.COUNT);
    ObjectNode all = question.putObject("query").putObject("bool");
    ids.forEach(all.putObject("filter").putObject("ids").putArray("values")::add);
    if (!articles.isEmpty()) {
      ArrayNode any = all.putArray("must").addObject().putObject("bool").putArray("should");
      for (int i = 0; i < articles.size(); i++) {
        any.add(is(articles.get(i), i));
      }
    }
    return question;
  }

  /** Matches a list with an article, by fingerprint or id. */
  private static ObjectNode is(ArticleRef article, int number) {
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    ObjectNode bool = either.putObject("bool").put("_name", String.valueOf(number));
    ArrayNode should = bool.putArray("should");
    term(should, Store.FINGERPRINT, article.fingerprint());
    term(should, Store.ARTICLE, article.id());
    return either;
  }

  private static void term(ArrayNode clauses, String field, String value) {
    clauses.addObject().putObject("term").put(Store.ENTRIES + "." + field, value);
  }

  private static Store.Found found(JsonNode hit, int first) {
    JsonNode fields = hit.path("fields");
    Set<Integer> met =
        hit.path("matched_queries")
            .valueStream()
            .map(name -> first + Integer.parseInt(name.asText()))
            .collect(Collectors.toSet());
    return new Store.Found(
        hit.path("_id").asText(),
        fields.path(Store.USED).path(0).asLong(),
        fields.path(Store.COUNT).path(0).asInt(),
        met);
  }
}
