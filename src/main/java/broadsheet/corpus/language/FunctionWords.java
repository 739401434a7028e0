package broadsheet.corpus.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The most common words of many languages. They make up a tenth to a half of any running text,
 * which settles clear cases a hundred times faster than a model does, and covers languages the
 * model does not know. Some neighbours of those languages are included only to show that a case is
 * not clear. Thread-safe.
 */
final class FunctionWords {

  /**
   * With fewer words nothing is settled, unless nearly every one is distinctive; see {@link
   * #FEWEST_IF_SHORT}.
   */
  static final int FEWEST_WORDS = 20;

  private static final int FEWEST_IF_SHORT = 8;

  /** The fewest function words that settle a text shorter than {@link #FEWEST_WORDS}. */
  private static final int FEWEST_FOUND = 4;

  private static final int SHORT_LEAD = 3;

  private static final int FEWEST_LEAD = 2;

  /**
   * The part of a language's share that must come from whole words; the rest may come from affixes.
   */
  private static final double WHOLE = 0.5;

  /** The part of a language's share that is enough to contradict the model. */
  private static final double DOUBT = 0.7;

  /** A text with this many times fewer words of one language than of another is not in it. */
  private static final int FEWER = 4;

  /**
   * Languages without a profile whose words are hardly those of another. Chinese, Japanese and
   * Korean articles quote long passages in English, so that their labels are believed.
   */
  private static final Set<String> UNLIKE_OTHERS =
      Set.of("bn", "el", "eu", "fi", "he", "hu", "hy", "ka", "lt", "sq", "ta", "te", "th");

  /** Marks the place of the rest of a word in an affix. */
  private static final String AFFIX = "-";

  private static final int LONGEST_AFFIX = 4;

  private static final int SHORTEST_REST = 2;

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private static final List<Profile> LANGUAGES = read();

  private static final Map<String, int[]> BY_WORD = byWord(false);

  private static final Map<String, int[]> BY_UNMARKED_WORD = byWord(true);

  private FunctionWords() {}

  /**
   * One language.
   *
   * @param tag BCP 47
   * @param isNeighbour whether it only serves to rule out others
   * @param isUnmarked whether its words are compared without tone marks
   * @param isMistaken whether the model mistakes its neighbours for it
   * @param share the share of a text's words that must be among these for the language to be clear
   * @param lead the lead that this share needs over the next language's
   */
  private record Profile(
      String tag,
      boolean isNeighbour,
      boolean isUnmarked,
      boolean isMistaken,
      double share,
      double lead,
      List<String> words) {

    static Profile of(String line) {
      String[] parts = line.split(" ", -1);
      String[] clear = parts[1].split("/", 2);
      return new Profile(
          parts[0].replaceAll("[?~!]", ""),
          parts[0].contains("?"),
          parts[0].contains("~"),
          parts[0].contains("!"),
          Integer.parseInt(clear[0]) / 100.0,
          Integer.parseInt(clear[1]) / 100.0,
          Arrays.asList(parts).subList(2, parts.length));
    }
  }

  private static List<Profile> read() {
    String name = "function-words.txt";
    try (InputStream in = FunctionWords.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Profile::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of the languages that have each word. */
  private static Map<String, int[]> byWord(boolean isUnmarked) {
    Map<String, List<Integer>> languages = new HashMap<>();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      if (LANGUAGES.get(i).isUnmarked() == isUnmarked) {
        for (String word : LANGUAGES.get(i).words()) {
          languages.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
        }
      }
    }
    Map<String, int[]> numbers = new HashMap<>();
    languages.forEach((word, of) -> numbers.put(word, of.stream().mapToInt(i -> i).toArray()));
    return numbers;
  }

  /** The word counts of a text: in total and for each language. */
  static final class Verdict {
    private final int[] counts = new int[LANGUAGES.size()];
    private int[] whole = counts;
    private int words;
    private int best;
    private int second;

    int words() {
      return words;
    }

    private void add(String word) {
      words++;
      count(BY_WORD, word);
      count(BY_UNMARKED_WORD, unmarked(word));
    }

    private void countAffixes(String text) {
      whole = counts.clone();
      eachWord(text, this::addAffixes);
    }

    /** Counts affixes that distinguish some languages from their neighbours. */
    private void addAffixes(String word) {
      for (int i = 1; i <= LONGEST_AFFIX && i + SHORTEST_REST <= word.length(); i++) {
        count(BY_WORD, word.substring(0, i) + AFFIX);
        count(BY_WORD, AFFIX + word.substring(word.length() - i));
      }
    }

    private void count(Map<String, int[]> languages, String word) {
      for (int language : languages.getOrDefault(word, NONE)) {
        counts[language]++;
      }
    }

    private Verdict counted() {
      best = 0;
      second = 0;
      for (int i = 1; i < counts.length; i++) {
        best = counts[i] > counts[best] ? i : best;
      }
      for (int i = 0; i < counts.length; i++) {
        second = i == best ? second : Math.max(second, counts[i]);
      }
      return this;
    }

    /** The language that the counts prove, as BCP 47; empty if there is none. */
    String language() {
      Profile profile = LANGUAGES.get(best);
      int lead = counts[best] - second;
      boolean isClear =
          words >= FEWEST_IF_SHORT
              && counts[best] >= profile.share() * words
              && whole[best] >= WHOLE * profile.share() * words
              && lead >= Math.max(FEWEST_LEAD, profile.lead() * words)
              && (words >= FEWEST_WORDS || (counts[best] >= FEWEST_FOUND && lead >= SHORT_LEAD));
      return isClear && !profile.isNeighbour() ? profile.tag() : "";
    }

    /** Whether the counts contradict a language, known here or not. */
    boolean areAgainst(String language) {
      for (int i = 0; i < counts.length; i++) {
        if (LANGUAGES.get(i).tag().equals(language)) {
          return LANGUAGES.get(i).isMistaken() || i != best || counts[best] == second;
        }
      }
      return counts[best] >= DOUBT * LANGUAGES.get(best).share() * words;
    }
  }

  private static final int[] NONE = {};

  private static String unmarked(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
      }
    }
    return word;
  }

  /** Counts the words of a text, and each language's function words among them. */
  static Verdict of(String text) {
    Verdict verdict = new Verdict();
    eachWord(text, verdict::add);
    if (verdict.counted().language().isEmpty() && verdict.words() >= FEWEST_WORDS) {
      verdict.countAffixes(text);
    }
    return verdict.counted();
  }

  /**
   * Whether a text has so few function words of a language, beside those of others, that it is not
   * in that language. Never for languages that are not known here, except those that share hardly
   * any word with others.
   */
  static boolean areAgainst(String language, String text) {
    String tag = language.equals("no") ? "nb" : language;
    Verdict verdict = of(text);
    for (int i = 0; i < LANGUAGES.size(); i++) {
      if (LANGUAGES.get(i).tag().equals(tag)) {
        return FEWER * verdict.counts[i] <= verdict.counts[verdict.best];
      }
    }
    return UNLIKE_OTHERS.contains(tag);
  }

  private static void eachWord(String text, Consumer<String> visitor) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean isInWord = i < text.length() && isOfWord(text.charAt(i));
      if (isInWord && start < 0) {
        start = i;
      } else if (!isInWord && start >= 0) {
        visitor.accept(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
  }

  /** Letters, and the vowel signs that some scripts write as separate characters. */
  private static boolean isOfWord(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        : Character.isLetter(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
