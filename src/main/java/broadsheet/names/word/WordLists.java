package broadsheet.names.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;

/** The lists of words that were written by hand, as traits by word. */
public final class WordLists {

  private WordLists() {}

  /** The traits of every word in {@code words.txt} and {@code demonyms.txt}. */
  static Map<String, Integer> traits() {
    Map<String, Integer> traits = new HashMap<>();
    Trait list = Trait.FUNCTION;
    for (String line : lines("words.txt")) {
      if (line.startsWith("[")) {
        list = Trait.ofList(line.substring(1, line.length() - 1));
      } else {
        addAll(traits, list, line);
      }
    }
    for (String line : lines("demonyms.txt")) {
      addAll(traits, Trait.DEMONYM, line);
    }
    return Map.copyOf(traits);
  }

  private static void addAll(Map<String, Integer> traits, Trait list, String line) {
    StringTokenizer words = new StringTokenizer(line);
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      add(traits, list, word);
      if (list == Trait.TITLE) {
        add(traits, list, word.toLowerCase(Locale.ROOT));
      }
      if (list == Trait.DEMONYM) {
        add(traits, list, word + "s");
      }
    }
  }

  private static void add(Map<String, Integer> traits, Trait list, String word) {
    traits.merge(word, list.bit(), (one, other) -> one | other);
  }

  /** The lines of a resource of this room, without comments and blank lines. */
  static List<String> lines(String resource) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  public static InputStream open(String resource) {
    return Objects.requireNonNull(
        WordLists.class.getResourceAsStream("/broadsheet/names/" + resource), resource);
  }
}
