package broadsheet.corpus.plain;

import broadsheet.corpus.json.LenientJson;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The fields before a text, as written by site generators: YAML between lines of {@code ---}, TOML
 * between lines of {@code +++}, or a JSON object. They are read as plain data: no objects are
 * instantiated, and YAML references are not followed. Immutable.
 *
 * @param fields empty if there are none
 * @param text the text after them
 * @param complaint why they could not be read; empty if they could, or if there are none
 */
record FrontMatter(ObjectNode fields, String text, String complaint) {
  private static final int LONGEST = 64 * 1024;
  private static final int DEEPEST = 20;

  private static final Pattern YAML =
      Pattern.compile("\\s*---[ \\t]*\\n(?<fields>(?:.*\\n)*?)(?:---|\\.\\.\\.)[ \\t]*(?:\\n|$)");
  private static final Pattern TOML =
      Pattern.compile("\\s*\\+\\+\\+[ \\t]*\\n(?<fields>(?:.*\\n)*?)\\+\\+\\+[ \\t]*(?:\\n|$)");
  private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*\"");

  /** Groups whose fields count as the article's own. */
  private static final List<String> GROUPS = List.of("taxonomies", "extra", "params");

  private static final YAMLMapper YAML_MAPPER = new YAMLMapper(bounded());

  private static YAMLFactory bounded() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(2 * LONGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(DEEPEST);
    return YAMLFactory.builder().loaderOptions(options).build();
  }

  /** Whether a text begins with front matter. */
  static boolean begins(String text) {
    String start = start(text);
    Matcher yaml = YAML.matcher(start);
    boolean isYaml = yaml.lookingAt() && yaml.group("fields").matches("(?s)[\\w\"'-]+\\s*:.*");
    return isYaml || TOML.matcher(start).lookingAt();
  }

  /** Separates front matter from text. Line breaks must be {@code \n}. */
  static FrontMatter of(String text) {
    String start = start(text);
    Matcher yaml = YAML.matcher(start);
    if (yaml.lookingAt()) {
      return ofYaml(yaml.group("fields"), text.substring(yaml.end()));
    }
    Matcher toml = TOML.matcher(start);
    if (toml.lookingAt()) {
      ObjectNode fields = TomlFields.of(toml.group("fields"));
      return new FrontMatter(ungrouped(fields), text.substring(toml.end()), "");
    }
    return JSON.matcher(start).lookingAt() ? ofJson(text) : none(text, "");
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private static FrontMatter ofYaml(String yaml, String rest) {
    try {
      return YAML_MAPPER.readTree(yaml) instanceof ObjectNode fields
          ? new FrontMatter(ungrouped(fields), rest, "")
          : none(rest, "");
    } catch (JsonProcessingException | RuntimeException e) {
      return none(rest, String.valueOf(e.getMessage()));
    }
  }

  private static FrontMatter ofJson(String text) {
    try (JsonParser parser = LenientJson.FACTORY.createParser(new StringReader(text))) {
      parser.nextToken();
      JsonNode fields = LenientJson.MAPPER.readTree(parser);
      int end = (int) parser.currentLocation().getCharOffset();
      return fields instanceof ObjectNode object
          ? new FrontMatter(ungrouped(object), text.substring(end), "")
          : none(text, "");
    } catch (IOException e) {
      return none(text, String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode ungrouped(ObjectNode fields) {
    ObjectNode ungrouped = fields.deepCopy();
    for (String group : GROUPS) {
      if (fields.get(group) instanceof ObjectNode inner) {
        inner.properties().stream()
            .filter(field -> !ungrouped.has(field.getKey()))
            .forEach(field -> ungrouped.set(field.getKey(), field.getValue()));
      }
    }
    return ungrouped;
  }

  private static FrontMatter none(String text, String complaint) {
    return new FrontMatter(LenientJson.MAPPER.createObjectNode(), text, complaint);
  }

  /**
   * The subset of TOML that front matter uses: one key and value per line, lists on one or several
   * lines, and tables of these. Everything else is skipped.
   */
  private static final class TomlFields {
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
}
