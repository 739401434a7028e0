package broadsheet.web.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A personal name split into given and family name, as citations invert it. A name of one word, of
 * a desk or in a script without capitals stays whole.
 *
 * @param given the given names; empty if the name stays whole
 * @param family the family name with its particles ({@code van Doorn}), or the whole name
 */
record PersonName(String given, String family) {

  static PersonName of(String printed) {
    List<String> words = Arrays.asList(printed.strip().split("\\s+", -1));
    if (words.size() < 2 || !words.stream().allMatch(PersonName::isOfAName)) {
      return new PersonName("", printed.strip());
    }
    int family = words.size() - 1;
    while (family > 1 && Character.isLowerCase(words.get(family - 1).charAt(0))) {
      family--;
    }
    return new PersonName(
        joined(words.subList(0, family)), joined(words.subList(family, words.size())));
  }

  /** A word of letters, dots, hyphens and apostrophes. */
  private static boolean isOfAName(String word) {
    return word.matches("\\p{L}[\\p{L}\\p{M}.'’-]*")
        && (Character.isUpperCase(word.charAt(0)) || Character.isLowerCase(word.charAt(0)));
  }

  private static String joined(List<String> words) {
    return String.join(" ", words);
  }

  /** {@code Ruth Amsel} */
  String inOrder() {
    return given.isEmpty() ? family : given + " " + family;
  }

  /** {@code Amsel, Ruth} */
  String inverted() {
    return given.isEmpty() ? family : family + ", " + given;
  }

  /** {@code Amsel, R.}, {@code Sartre, J.-P.} */
  String withInitials() {
    return given.isEmpty()
        ? family
        : family
            + ", "
            + Arrays.stream(given.split(" ", -1))
                .map(PersonName::initials)
                .collect(Collectors.joining(" "));
  }

  private static String initials(String name) {
    return Arrays.stream(name.split("-", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + ".")
        .collect(Collectors.joining("-"));
  }
}
