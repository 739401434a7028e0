package broadsheet.names.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/** The parts of a person's name. */
public final class PersonalName {

  private static final Set<String> SUFFIXES =
      Set.of("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "V", "VI", "XVI", "XII", "VIII");

  private static final List<String> ARABIC = List.of("al-", "Al-", "el-", "El-");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "di", "du", "van", "von", "der", "den", "la", "le", "el", "al",
          "bin", "ibn", "da", "dos", "st.");

  private static final Set<String> ARTICLES = Set.of("al", "el", "da");

  private PersonalName() {}

  public static int words(String name) {
    return list(name).size();
  }

  public static List<String> list(String name) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(name);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  public static String first(String name) {
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(0, blank);
  }

  /**
   * The surname without capitals, so that all ways to write it are equal: {@code assad} for {@code
   * Bashar al-Assad}, {@code trump jr} for {@code Donald Trump Jr.}
   */
  public static String surname(String name) {
    List<String> words = list(name);
    int last = words.size() - 1;
    StringBuilder suffix = new StringBuilder();
    while (last > 0 && SUFFIXES.contains(words.get(last))) {
      suffix.insert(0, ' ' + words.get(last).replace(".", ""));
      last--;
    }
    String word = words.get(last);
    String bare = ARABIC.stream().anyMatch(word::startsWith) ? word.substring(3) : word;
    return Lexicon.folded(bare.concat(suffix.toString())).toLowerCase(Locale.ROOT);
  }

  /** Whether a name is a surname alone: {@code Volcker}, {@code bin Laden}, {@code Trump Jr.} */
  public static boolean isSurname(String name) {
    List<String> words = list(name);
    int from = 0;
    int to = words.size();
    while (from < to - 1 && isParticle(words.get(from))) {
      from++;
    }
    while (to > from + 1 && SUFFIXES.contains(words.get(to - 1))) {
      to--;
    }
    return to - from == 1;
  }

  /** Whether it may begin a surname; {@code Al} and {@code Ben} are first names. */
  private static boolean isParticle(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return PARTICLES.contains(lower) && (word.equals(lower) || !ARTICLES.contains(lower));
  }

  /** The name without initials in the middle and without periods. */
  public static String withoutInitials(String name) {
    List<String> words = list(name);
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i == 0 || i == words.size() - 1 || !isInitial(word)) {
        result.append(result.isEmpty() ? "" : " ").append(word.replace(".", ""));
      }
    }
    return result.toString();
  }

  /** The initials in the middle of a name; empty if it has none. */
  public static String middleInitials(String name) {
    List<String> words = list(name);
    StringBuilder initials = new StringBuilder();
    for (int i = 1; i < words.size() - 1; i++) {
      if (isInitial(words.get(i))) {
        initials.append(words.get(i).replace(".", ""));
      }
    }
    return initials.toString();
  }

  /** Whether it may stand behind a surname: {@code Jr.} */
  public static boolean isSuffix(String word) {
    return SUFFIXES.contains(word);
  }

  static boolean isInitial(String word) {
    return word.length() == 1 || (word.length() == 2 && word.charAt(1) == '.') || isInitials(word);
  }

  /** Whether it is several initials: {@code J.R.} */
  private static boolean isInitials(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean letter = i % 2 == 0;
      if (letter ? !Character.isUpperCase(word.charAt(i)) : word.charAt(i) != '.') {
        return false;
      }
    }
    return word.length() > 1;
  }

  /** Whether no word of a name speaks against a person. */
  public static boolean isPossible(String name, Lexicon lexicon) {
    int against =
        Trait.ORGANISATION.bit() | Trait.CORPORATE.bit() | Trait.THING.bit() | Trait.HEAD.bit();
    for (String word : list(name)) {
      int traits = lexicon.traits(word, word);
      boolean firstName = Trait.FIRST_NAME.in(traits);
      if (((traits & against) != 0 && !firstName)
          || word.equals("of")
          || word.equals("and")
          || word.equals("&")
          || word.equals("for")) {
        return false;
      }
    }
    return true;
  }
}
