package broadsheet.corpus.json;

import broadsheet.corpus.record.NotAnArticle;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The items of WordPress: tells posts from others, and flattens what its REST API answers, with the
 * authors, categories and pictures embedded in it. Source:
 * https://developer.wordpress.org/rest-api/reference/posts/.
 */
public final class WordPress {
  /** Types that WordPress and common plug-ins store as posts but that are not. */
  private static final Set<String> NOT_POSTS =
      Set.of(
          ("page attachment revision nav_menu_item custom_css customize_changeset"
                  + " oembed_cache user_request feedback amp_validated_url product"
                  + " product_variation shop_order shop_coupon guest-author comment")
              .split(" ", -1));

  /** A name rather than the key that a plug-in for several authors makes of it. */
  private static final Pattern NAME = Pattern.compile(".*(?:\\p{Lu}|\\p{Lo}| ).*");

  private WordPress() {}

  /**
   * Requires that an item is a post and open to all readers.
   *
   * @param type {@code post}, {@code page} …, in any letters; empty if not stated
   * @param isProtected whether readers need a password
   */
  public static void requirePost(String type, boolean isProtected) throws NotAnArticle {
    String folded = type.toLowerCase(Locale.ROOT);
    if (NOT_POSTS.contains(folded) || folded.startsWith("wp_") || folded.startsWith("acf-")) {
      throw NotAnArticle.skipped("not a post", folded);
    }
    if (isProtected) {
      throw NotAnArticle.skipped("not published", "protected by a password");
    }
  }

  /** Requires the same of a record, if it comes from the API. */
  static void requirePost(ObjectNode record) throws NotAnArticle {
    if (isAnswer(record)) {
      boolean isProtected = record.at("/content/protected").asBoolean();
      requirePost(record.path("type").asText(), isProtected);
    }
  }

  /** A name that a plug-in for several authors states; empty if it is a key. */
  public static String author(String stated) {
    return NAME.matcher(stated).matches() ? stated : "";
  }

  private static boolean isAnswer(ObjectNode record) {
    return record.has("date_gmt")
        && (record.path("content").has("rendered") || record.path("title").has("rendered"));
  }

  /** The record with what is embedded in it at its top level; unchanged if it is another. */
  static ObjectNode flat(ObjectNode record) {
    if (!isAnswer(record)) {
      return record;
    }
    JsonNode embedded = record.path("_embedded");
    List<JsonNode> terms =
        embedded.path("wp:term").valueStream().flatMap(JsonNode::valueStream).toList();
    ArrayNode authors = record.arrayNode();
    authors(record, terms, embedded).distinct().forEach(authors::add);
    if (!authors.isEmpty()) {
      record.set("authors", authors);
    }
    ArrayNode topics = record.arrayNode();
    named(terms, "category").forEach(topics::add);
    if (!topics.isEmpty()) {
      record.put("section", topics.path(0).asText());
    }
    named(terms, "post_tag").forEach(topics::add);
    record.set("topics", topics);
    record.set("caption", embedded.at("/wp:featuredmedia/0/caption"));
    return record;
  }

  /** The authors that a plug-in states, otherwise the user who wrote the post. */
  private static Stream<String> authors(
      ObjectNode record, List<JsonNode> terms, JsonNode embedded) {
    List<String> several =
        Stream.of(
                Stream.of("coauthors", "authors", "multiple_authors")
                    .flatMap(name -> record.path(name).valueStream())
                    .map(author -> author.path("display_name").asText()),
                named(terms, "author").map(WordPress::author))
            .flatMap(names -> names)
            .filter(name -> !name.isEmpty())
            .toList();
    List<String> sole =
        Stream.concat(
                embedded.path("author").valueStream().map(user -> user.path("name").asText()),
                Stream.of(record.at("/yoast_head_json/author").asText()))
            .filter(name -> !name.isEmpty())
            .limit(1)
            .toList();
    return (several.isEmpty() ? sole : several).stream();
  }

  private static Stream<String> named(List<JsonNode> terms, String taxonomy) {
    return terms.stream()
        .filter(term -> term.path("taxonomy").asText().equals(taxonomy))
        .map(term -> JsonValues.word(term.path("name")))
        .filter(name -> !name.isEmpty());
  }
}
