package broadsheet.corpus.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tables of a Ghost export beside its posts: authors, tags, captions, and the site's
 * title. Not thread-safe.
 */
final class GhostTables {
  private static final Set<String> NAMES =
      Set.of("users", "posts_authors", "tags", "posts_tags", "posts_meta", "settings");

  private final Map<String, String> users = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private final Map<String, List<Link>> authorsOfPosts = new HashMap<>();
  private final Map<String, List<Link>> tagsOfPosts = new HashMap<>();
  private final Map<String, String> captions = new HashMap<>();
  private String site = "";

  /** An author or tag of a post, and its place among those of the post. */
  private record Link(String id, int order) {}

  /** Whether a table of this name says something of posts. */
  boolean isOne(String table) {
    return NAMES.contains(table);
  }

  /** Takes the next row of a table. */
  void take(String table, JsonNode row) {
    switch (table) {
      case "users" -> users.put(text(row, "id"), text(row, "name"));
      case "tags" -> tags.put(text(row, "id"), isInternal(row) ? "" : text(row, "name"));
      case "posts_authors" -> add(authorsOfPosts, row, "author_id");
      case "posts_tags" -> add(tagsOfPosts, row, "tag_id");
      case "posts_meta" -> captions.put(text(row, "post_id"), text(row, "feature_image_caption"));
      default -> site = text(row, "key").equals("title") ? text(row, "value") : site;
    }
  }

  /** A post with the field names of records for what the tables say of it. */
  ObjectNode joined(ObjectNode post) {
    String id = text(post, "id");
    List<Link> sole = List.of(new Link(text(post, "author_id"), 0));
    post.set("authors", named(authorsOfPosts.getOrDefault(id, sole), users));
    post.set("tags", named(tagsOfPosts.getOrDefault(id, List.of()), tags));
    post.put("excerpt", text(post, "custom_excerpt"));
    post.put("caption", captions.getOrDefault(id, ""));
    post.put("source", site);
    return post;
  }

  /** Themes use internal tags; readers never see them. */
  private static boolean isInternal(JsonNode tag) {
    return text(tag, "visibility").equals("internal") || text(tag, "name").startsWith("#");
  }

  private static void add(Map<String, List<Link>> links, JsonNode row, String target) {
    links
        .computeIfAbsent(text(row, "post_id"), _ -> new ArrayList<>())
        .add(new Link(text(row, target), row.path("sort_order").asInt(0)));
  }

  private static ArrayNode named(List<Link> links, Map<String, String> names) {
    ArrayNode named = LenientJson.MAPPER.createArrayNode();
    links.stream()
        .sorted(Comparator.comparingInt(Link::order))
        .map(link -> names.getOrDefault(link.id(), ""))
        .filter(name -> !name.isEmpty())
        .forEach(named::add);
    return named;
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asText("");
  }
}
