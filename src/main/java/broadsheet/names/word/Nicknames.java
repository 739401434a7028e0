package broadsheet.names.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** First names and their short forms, from {@code nicknames.txt}. */
public final class Nicknames {

  private static final Map<String, String> FULL = new HashMap<>();

  static {
    for (String line : WordLists.lines("nicknames.txt")) {
      List<String> names = PersonalName.list(line);
      names.forEach(name -> FULL.put(name, names.getFirst()));
    }
  }

  private Nicknames() {}

  /** The name of a person with the full first name: {@code William Clinton} for Bill Clinton. */
  public static String full(String name) {
    String first = PersonalName.first(name);
    return FULL.getOrDefault(first, first).concat(name.substring(first.length()));
  }
}
