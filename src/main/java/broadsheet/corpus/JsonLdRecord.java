package broadsheet.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** The types of schema.org, where a record says which it is. */
final class JsonLdRecord {
  private static final Pattern ARTICLE =
      Pattern.compile("(?:.*[/:#])?\\w*(?:Article|Posting|Review|Report|CreativeWork)");

  private JsonLdRecord() {}

  /** Whether the record says that it is something else than an article: a person, a site. */
  static boolean isNoArticle(ObjectNode record) {
    JsonNode type = record.path("@type");
    return JsonValues.isPresent(type)
        && JsonValues.text(type).lines().noneMatch(t -> ARTICLE.matcher(t.strip()).matches());
  }
}
