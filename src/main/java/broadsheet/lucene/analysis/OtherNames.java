package broadsheet.lucene.analysis;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names in other spellings: transliterations ({@code Kyiv}, {@code Kiev}) and names that have
 * changed ({@code Burma}, {@code Myanmar}). The list says where it comes from. Stateless.
 */
public final class OtherNames {

  private static final Map<String, Set<String>> LISTED = listed();

  private static final Map<String, String> BEFORE_NAMES = Map.of("saint", "st", "st", "saint");

  private OtherNames() {}

  private static Map<String, Set<String>> listed() {
    Map<String, Set<String>> listed = new TreeMap<>();
    for (String line : StopWords.lines("other-names.txt")) {
      List<String> names = Arrays.asList(line.split(", ", -1));
      for (String name : names) {
        Set<String> others = listed.computeIfAbsent(name, _ -> new LinkedHashSet<>());
        names.stream().filter(other -> !other.equals(name)).forEach(others::add);
      }
    }
    return listed;
  }

  /**
   * The other spellings of a name.
   *
   * @param name one word or two, folded; two with a blank between them
   * @return in the same form; none for most names
   */
  public static Set<String> of(String name) {
    return LISTED.getOrDefault(name, Set.of());
  }

  /** The other form of a word before a name: {@code St} for {@code Saint}; mostly empty. */
  public static Optional<String> before(String word) {
    return Optional.ofNullable(BEFORE_NAMES.get(word));
  }
}
