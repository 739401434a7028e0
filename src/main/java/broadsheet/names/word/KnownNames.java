package broadsheet.names.word;

import broadsheet.names.Name;
import broadsheet.names.NameKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of which text alone does not tell the kind or the forms, from {@code known.tsv}. */
public final class KnownNames {

  /** Precedes a form that is a word for members in plural or an adjective as well. */
  private static final String MEMBER = "+";

  private static final Map<String, Optional<Name>> BY_FORM = new HashMap<>();
  private static final Map<String, Map<String, Name>> BY_COUNTRY = new HashMap<>();
  private static final Set<String> MEMBERS = new HashSet<>();

  static {
    for (String line : WordLists.lines("known.tsv")) {
      List<String> cells = cells(line);
      String kind = cells.getFirst();
      int at = kind.indexOf('@');
      Optional<Name> name =
          NameKind.named(at < 0 ? kind : kind.substring(0, at))
              .map(each -> new Name(each, cells.get(1)));
      for (String form : cells.subList(at < 0 ? 1 : 2, cells.size())) {
        String plain = form.startsWith(MEMBER) ? form.substring(MEMBER.length()) : form;
        if (!plain.equals(form)) {
          MEMBERS.add(plain);
        }
        BY_FORM.putIfAbsent(plain, name);
        if (at > 0) {
          BY_COUNTRY
              .computeIfAbsent(plain, _ -> new HashMap<>())
              .put(kind.substring(at + 1), name.orElseThrow());
        }
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

  /** Whether a plain word for its members stands for a party: {@code Tories}, {@code Labour}. */
  public static boolean isMember(String word) {
    return MEMBERS.contains(word);
  }

  /**
   * The name that a form stands for in the archives of a country; empty if it is not listed, or
   * only for other countries: {@code House} is no name in a British archive.
   */
  public static Optional<Name> of(String form, String country) {
    Map<String, Name> byCountry = BY_COUNTRY.get(form);
    return byCountry == null ? of(form) : Optional.ofNullable(byCountry.get(country));
  }

  /** Whether the form is listed for archives of some countries only. */
  public static boolean isOfCountries(String form) {
    return BY_COUNTRY.containsKey(form);
  }

  /** The name that a form stands for; empty if it is not listed or is listed as no name. */
  public static Optional<Name> of(String form) {
    return BY_FORM.getOrDefault(form, Optional.empty());
  }
}
