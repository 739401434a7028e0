package broadsheet.names.word;

import broadsheet.names.Name;
import broadsheet.names.NameKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of which text alone does not tell the kind or the forms, from {@code known.tsv}. */
public final class KnownNames {

  private static final String NONE = "none";
  private static final Map<String, Optional<Name>> BY_FORM = new HashMap<>();

  static {
    for (String line : WordLists.lines("known.tsv")) {
      List<String> cells = cells(line);
      Optional<Name> name =
          cells.getFirst().equals(NONE)
              ? Optional.empty()
              : NameKind.named(cells.getFirst()).map(kind -> new Name(kind, cells.get(1)));
      for (String form : cells.subList(1, cells.size())) {
        BY_FORM.putIfAbsent(form, name);
      }
    }
  }

  private KnownNames() {}

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int start = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
      cells.add(line.substring(start, tab));
      start = tab + 1;
    }
    cells.add(line.substring(start));
    return cells;
  }

  /** Whether the form is listed, as a name or as none. */
  public static boolean has(String form) {
    return BY_FORM.containsKey(form);
  }

  /** The name that a form stands for; empty if it is not listed or is listed as no name. */
  public static Optional<Name> of(String form) {
    return BY_FORM.getOrDefault(form, Optional.empty());
  }
}
