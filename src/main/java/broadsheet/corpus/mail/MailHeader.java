package broadsheet.corpus.mail;

import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;

/** The header fields of a message or part, decoded. Not thread-safe. */
final class MailHeader {
  private static final int MOST_PEOPLE = 100;
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]*|\\r");
  private static final Pattern COMMENT = Pattern.compile("\\((?:[^()\\\\]|\\\\.)*+\\)");
  private static final int DEEPEST_COMMENT = 5;

  /** The name of a group of people, which a semicolon ends. */
  private static final Pattern GROUP = Pattern.compile("(?<=^|[,;])[^,;:<>\"@]{0,200}+:");

  private static final Pattern PERSON =
      Pattern.compile(
          "\\s*(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<name>[^<,;\"]*))\\s*"
              + "(?:<(?<address>[^>]*)>)?\\s*(?:[,;]|$)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private final Map<String, String> fields = new HashMap<>();

  /** Adds a field; the first of a name counts. */
  void add(Field field) {
    fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), decoded(field));
  }

  /** The value of a field on one line; empty if there is none. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The names in a list of people, or their addresses if there are no names. */
  List<String> people(String name) {
    List<String> people = new ArrayList<>();
    Matcher person = PERSON.matcher(withoutGroups(withoutComments(get(name))));
    while (people.size() < MOST_PEOPLE && person.find() && person.end() > person.start()) {
      String quoted = person.group("quoted");
      String shown =
          CleanText.line(
              quoted == null ? person.group("name") : ESCAPE.matcher(quoted).replaceAll("$1"));
      String address = person.group("address");
      String one = shown.isEmpty() && address != null ? CleanText.line(address) : shown;
      if (!one.isEmpty()) {
        people.add(one);
      }
    }
    return people;
  }

  private static String withoutGroups(String field) {
    int end = field.lastIndexOf(';') + 1;
    return GROUP.matcher(field.substring(0, end)).replaceAll("") + field.substring(end);
  }

  private static String withoutComments(String field) {
    String text = field;
    for (int i = 0; i < DEEPEST_COMMENT && text.indexOf('(') >= 0; i++) {
      text = COMMENT.matcher(text).replaceAll(" ");
    }
    return text;
  }

  /** Fields may be in UTF-8, or in an old encoding although that is forbidden. */
  private static String decoded(Field field) {
    byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
    String line = Decoding.text(raw, 0, raw.length);
    int colon = line.indexOf(':');
    String body = colon < 0 ? field.getBody() : line.substring(colon + 1);
    String unfolded = FOLD.matcher(body).replaceAll(" ");
    return CleanText.line(DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT));
  }
}
