package broadsheet.corpus.press;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels such as {@code BYLINE:} before values, in the languages of a database. Immutable. */
record Labels(Map<String, PressField> fields) {
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?s)(?<label>\\p{L}[\\p{L}\\p{M}"
              + " '’/_-]{1,40}?)\\s*:(?:[\\s\u00a0]+(?<value>.*)|[\\s\u00a0]*)");

  /**
   * A labelled block.
   *
   * @param value the text after the label; may be empty
   */
  record Labelled(String label, PressField field, String value) {
    boolean isUpperCase() {
      return label.equals(label.toUpperCase(Locale.ROOT));
    }
  }

  /** The labels of each field, separated by bars. */
  static Labels of(Map<PressField, String> labels) {
    Map<String, PressField> fields = new HashMap<>();
    labels.forEach(
        (field, names) -> {
          for (String name : names.split("\\|", -1)) {
            fields.put(name, field);
          }
        });
    return new Labels(Map.copyOf(fields));
  }

  /** The block's label and value; empty if it begins with no known label. */
  Optional<Labelled> in(String block) {
    Matcher m = LABELLED.matcher(block);
    if (!m.matches()) {
      return Optional.empty();
    }
    String label = m.group("label");
    PressField field = fields.get(label.toLowerCase(Locale.ROOT));
    String value = m.group("value") == null ? "" : m.group("value").strip();
    return field == null ? Optional.empty() : Optional.of(new Labelled(label, field, value));
  }
}
