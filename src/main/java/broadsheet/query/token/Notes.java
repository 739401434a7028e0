package broadsheet.query.token;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects notes on the parser's corrections and choices, each once. Not thread-safe. */
public final class Notes {
  /** For a lone asterisk without a field. */
  public static final String EVERY_ARTICLE_HAS_IT = "`*` alone was left out: every article has it";

  private static final int MOST = 20;
  private static final int LONGEST_EXCERPT = 40;

  private final Set<String> notes = new LinkedHashSet<>();
  private boolean isCutShort;

  public void add(String note) {
    if (notes.size() < MOST) {
      notes.add(note);
    } else if (!notes.contains(note)) {
      isCutShort = true;
    }
  }

  public List<String> all() {
    List<String> all = new ArrayList<>(notes);
    if (isCutShort) {
      all.add("further corrections are not listed here");
    }
    return all;
  }

  /** A typed text as code, shortened to fit a note. */
  public static String quoted(String typed) {
    return "`" + excerpt(typed) + "`";
  }

  /** A text, shortened to fit a note. */
  static String excerpt(String text) {
    return text.length() <= LONGEST_EXCERPT ? text : Characters.cut(text, LONGEST_EXCERPT) + "…";
  }
}
