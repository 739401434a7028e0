package broadsheet.corpus.json;

import broadsheet.corpus.record.Siblings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The users, categories, tags and pictures that posts of the WordPress API name by number, in the
 * files beside that of the posts. Reads a file when it is first asked for. Not thread-safe.
 */
final class WordPressTables {
  private static final Pattern POSTS = Pattern.compile("(?i)posts.*\\.json.*");

  private final boolean isOfPosts;
  private final Siblings siblings;
  private final Map<String, Map<String, JsonNode>> tables = new HashMap<>();

  /**
   * @param file the name of the file of the posts; in others nothing is named by number
   * @param siblings the files around it
   */
  WordPressTables(String file, Siblings siblings) {
    this.isOfPosts = POSTS.matcher(file).matches();
    this.siblings = siblings;
  }

  /** A post with the rows that it names embedded, as the API itself embeds them on demand. */
  ObjectNode joined(ObjectNode post) {
    boolean isPlain =
        isOfPosts && post.has("date_gmt") && post.has("author") && !post.has("_embedded");
    if (isPlain) {
      ObjectNode embedded = post.putObject("_embedded");
      row("users", post.path("author")).ifPresent(user -> embedded.putArray("author").add(user));
      ArrayNode terms = embedded.putArray("wp:term");
      for (String table : new String[] {"categories", "tags"}) {
        ArrayNode named = terms.addArray();
        post.path(table).forEach(number -> row(table, number).ifPresent(named::add));
      }
      row("media", post.path("featured_media"))
          .ifPresent(picture -> embedded.putArray("wp:featuredmedia").add(picture));
    }
    return post;
  }

  private Optional<JsonNode> row(String table, JsonNode number) {
    boolean isNone = !number.isNumber() || number.asLong() == 0;
    return isNone
        ? Optional.empty()
        : Optional.ofNullable(tables.computeIfAbsent(table, this::read).get(number.asText()));
  }

  /**
   * A file that is missing or damaged names nothing; what is wrong with it stands in its account.
   */
  private Map<String, JsonNode> read(String table) {
    Map<String, JsonNode> rows = new HashMap<>();
    try {
      Optional<byte[]> file = siblings.read(table + ".json");
      if (file.isPresent()) {
        LenientJson.MAPPER
            .readTree(file.get())
            .forEach(row -> rows.put(row.path("id").asText(), row));
      }
    } catch (IOException e) {
      return Map.of();
    }
    return rows;
  }
}
