package broadsheet.corpus.plain;

import broadsheet.corpus.json.LenientJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The subset of TOML that front matter uses: one key and value per line, lists on one or several
 * lines, and tables of these. Everything else is skipped.
 */
final class TomlFields {
  private static final Pattern TABLE = Pattern.compile("\\[([\\w.-]+)\\]");
  private static final Pattern FIELD = Pattern.compile("(?s)[\"']?([\\w.-]+)[\"']?\\s*=\\s*(.*)");
  private static final Pattern COMMENT = Pattern.compile("\\s+#[^\"'\\]]*$");
  private static final Pattern BREAK_IN_LIST =
      Pattern.compile("(?<=[\\[,])\\s*\\n\\s*|\\n\\s*(?=\\])");

  /** TOML's strings and lists are written like JSON's, or nearly so. */
  private static final ObjectReader VALUES =
      LenientJson.MAPPER.readerFor(JsonNode.class).with(JsonReadFeature.ALLOW_SINGLE_QUOTES);

  private TomlFields() {}

  static ObjectNode of(String toml) {
    ObjectNode fields = LenientJson.MAPPER.createObjectNode();
    ObjectNode table = fields;
    for (String line : BREAK_IN_LIST.matcher(toml).replaceAll(" ").split("\n", -1)) {
      String text = COMMENT.matcher(line).replaceFirst("").strip();
      Matcher heading = TABLE.matcher(text);
      Matcher field = FIELD.matcher(text);
      if (heading.matches()) {
        table = fields.putObject(heading.group(1));
      } else if (!text.startsWith("#") && field.matches()) {
        table.set(field.group(1), value(field.group(2).strip()));
      }
    }
    return fields;
  }

  /** Anything other than a JSON string, list or literal is kept as written, including dates. */
  private static JsonNode value(String text) {
    boolean isJson = text.matches("(?s)[\"'\\[].*|true|false");
    try {
      return isJson ? VALUES.readTree(text) : LenientJson.MAPPER.getNodeFactory().textNode(text);
    } catch (JsonProcessingException e) {
      return LenientJson.MAPPER.getNodeFactory().textNode(text);
    }
  }
}
