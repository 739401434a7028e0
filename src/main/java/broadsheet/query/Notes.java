package broadsheet.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the parser changed or chose, each thing said once. Not shared. */
final class Notes {
  /** Of an asterisk alone that stands in no field. */
  static final String EVERY_ARTICLE_HAS_IT = "`*` alone was left out: every article has it";

  private static final int MOST = 20;
  private static final int LONGEST_EXCERPT = 40;

  private final Set<String> notes = new LinkedHashSet<>();
  private boolean isCutShort;

  void add(String note) {
    if (notes.size() < MOST) {
      notes.add(note);
    } else if (!notes.contains(note)) {
      isCutShort = true;
    }
  }

  List<String> all() {
    List<String> all = new ArrayList<>(notes);
    if (isCutShort) {
      all.add("more was repaired than is listed here");
    }
    return all;
  }

  /** What the reader typed, marked as such and short enough for a note. */
  static String quoted(String typed) {
    return "`" + excerpt(typed) + "`";
  }

  /** A text, short enough for a note. */
  static String excerpt(String text) {
    return text.length() <= LONGEST_EXCERPT ? text : Characters.cut(text, LONGEST_EXCERPT) + "…";
  }
}
