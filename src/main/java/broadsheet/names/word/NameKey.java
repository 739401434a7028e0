package broadsheet.names.word;

import java.util.List;
import java.util.Locale;

/** The normalized key that the spellings of one name share. */
public final class NameKey {

  private NameKey() {}

  /**
   * The name in small letters, without accents, periods, hyphens, {@code the} and a company's
   * suffix.
   */
  public static String of(String form, Lexicon lexicon) {
    List<String> words = PersonalName.list(form.replace('-', ' '));
    int to = words.size();
    while (to > 1
        && (Trait.CORPORATE.in(lexicon.traits(words.get(to - 1)))
            || words.get(to - 1).equals("&"))) {
      to--;
    }
    int from = to > 1 && words.getFirst().equalsIgnoreCase("the") ? 1 : 0;
    String key = String.join(" ", words.subList(from, to));
    if (to < words.size() && lexicon.isPlace(key)) {
      key = String.join(" ", words);
    }
    String plain = Lexicon.folded(key).replace(".", "").replace("'", "").toLowerCase(Locale.ROOT);
    return plain.replace(" al ", " ").replace("organisation", "organization");
  }
}
