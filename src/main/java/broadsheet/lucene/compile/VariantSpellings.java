package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.EnglishSpellings;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells a word of a query in other ways, and keeps those that the archive has often enough to be
 * no accident. Not thread-safe.
 */
final class VariantSpellings {

  /** Fewer articles may have two words joined, or one split, by mistake. */
  private static final int FEWEST = 3;

  /** They are one word in at least one of so many articles. */
  private static final int ONE_OF = 200;

  /** The most splits of a word that are counted. */
  private static final int MOST_SPLITS = 2;

  private static final int LONGEST = 30;

  /** A shorter word is not cut in the middle. */
  private static final int SHORTEST_SPLIT = 6;

  private static final int SHORTEST_PART = 2;
  private static final int SHORTEST_LAST = 3;

  /** Letters that are hyphenated to words: {@code e-mail}, {@code x-ray}. */
  private static final String HYPHENATED = "etux";

  private static final Pattern LETTERS_AND_DIGITS =
      Pattern.compile("(\\p{L}+)(\\d+)|(\\d+)(\\p{L}+)");

  /** Endings of contractions: {@code shell} is not {@code she'll}. */
  private static final Set<String> CONTRACTED = Set.of("s", "t", "d", "m", "ll", "re", "ve");

  private static final Map<String, List<String>> VERSUS =
      Map.of(
          "vs", List.of("v", "versus"),
          "versus", List.of("vs", "v"),
          "v", List.of("vs", "versus"));

  private final WordTerms terms;
  private final DocumentFrequencies statistics;
  private final boolean isEnglish;

  /**
   * @param language of the articles; where it is unknown, they may be in English
   */
  VariantSpellings(WordTerms terms, String language) {
    this.terms = terms;
    statistics = terms.statistics();
    isEnglish = language.equals("en") || language.equals(StemmedLanguages.NONE);
  }

  /** Whether the archive also has two words, as typed, without what is between them. */
  boolean isJoined(String typed, String text) {
    List<QueryWord> parts = terms.words(QueryField.BODY, typed);
    return parts.size() == 2
        && parts.stream().allMatch(this::isSpelt)
        && terms.words(QueryField.BODY, text).size() == 1
        && text.codePoints().anyMatch(Character::isLetter)
        && isOften(
            statistics.articles(text),
            typed.indexOf(' ') < 0 || isMixed(text),
            parts.stream().mapToInt(this::articles).min().orElse(0));
  }

  /**
   * @param isCertain whether one article is enough: letters and digits, or words with a hyphen
   *     between them, are not joined by accident
   */
  private static boolean isOften(int articles, boolean isCertain, int others) {
    return articles >= (isCertain ? 1 : Math.max(FEWEST, others / ONE_OF));
  }

  private static boolean isMixed(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }

  private int articles(QueryWord word) {
    return statistics.articles(word.stem());
  }

  /**
   * The other ways to write a word: one word, or two with a blank between them.
   *
   * @param isBetween whether it is between two other words
   */
  List<String> of(QueryWord word, boolean isBetween) {
    List<String> others = new ArrayList<>();
    String folded = word.folded();
    if (VERSUS.containsKey(folded) && (isBetween || folded.length() > 1)) {
      addStems(VERSUS.get(folded), others);
    }
    if (!isSpelt(word)
        || folded.length() < 2
        || folded.length() > LONGEST
        || folded.codePoints().noneMatch(Character::isLetter)) {
      return others;
    }
    addPrinted(word, umlauts(word.exact()), others);
    addPrinted(word, apostrophes(folded), others);
    if (isEnglish) {
      addStems(EnglishSpellings.of(folded), others);
    }
    others.addAll(splits(word));
    return others;
  }

  private boolean isSpelt(QueryWord word) {
    return terms.isTelling(word) && !TermForm.isUnspaced(word.folded());
  }

  private void addStems(List<String> spellings, List<String> others) {
    for (String each : spellings) {
      List<QueryWord> words = terms.words(QueryField.BODY, each);
      if (words.size() == 1 && articles(words.getFirst()) > 0) {
        others.add(each);
      }
    }
  }

  /** Adds those that are no slip of a few writers, unless the word itself is as rare. */
  private void addPrinted(QueryWord word, List<String> spellings, List<String> others) {
    int known = statistics.articles(word.exact());
    for (String each : spellings) {
      if (isOften(statistics.articles(each), known < FEWEST, known)) {
        others.add(each);
      }
    }
  }

  private static List<String> umlauts(String exact) {
    String with = exact.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
    if (!with.equals(exact)) {
      return List.of(with);
    }
    String without = exact.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    return without.equals(exact) ? List.of() : List.of(without);
  }

  /** Without its apostrophe, or with one after one of the first letters. */
  private static List<String> apostrophes(String folded) {
    int at = folded.indexOf('\'');
    if (at >= 0) {
      String rest = folded.substring(at + 1);
      return rest.length() < 2 || CONTRACTED.contains(rest)
          ? List.of()
          : List.of(folded.substring(0, at) + rest);
    }
    List<String> with = new ArrayList<>();
    for (int i = 1; i <= 3 && i + 2 <= folded.length(); i++) {
      String rest = folded.substring(i);
      if (!CONTRACTED.contains(rest)) {
        with.add(folded.substring(0, i) + '\'' + rest);
      }
    }
    return with;
  }

  private record Split(String first, String second, int articles) {}

  /** Cuts a word where both parts are words, and where they are side by side often enough. */
  private List<String> splits(QueryWord word) {
    List<Split> splits = new ArrayList<>();
    String folded = word.folded();
    Matcher mixed = LETTERS_AND_DIGITS.matcher(folded);
    if (mixed.matches()) {
      addSplit(folded, mixed.group(1) == null ? mixed.end(3) : mixed.end(1), splits);
    } else if (folded.chars().allMatch(Character::isLetter)) {
      if (HYPHENATED.indexOf(folded.charAt(0)) >= 0 && folded.length() > SHORTEST_LAST) {
        addSplit(folded, 1, splits);
      }
      int last = folded.length() < SHORTEST_SPLIT ? 0 : folded.length() - SHORTEST_LAST;
      for (int i = SHORTEST_PART; i <= last; i++) {
        addSplit(folded, i, splits);
      }
    }
    return splits.stream()
        .sorted(Comparator.comparingInt(Split::articles).reversed())
        .limit(MOST_SPLITS)
        .filter(
            split ->
                isOften(
                    statistics.sideBySide(split.first(), split.second()),
                    isMixed(folded),
                    articles(word)))
        .map(split -> split.first() + " " + split.second())
        .toList();
  }

  private void addSplit(String folded, int at, List<Split> splits) {
    String first = folded.substring(0, at);
    String second = folded.substring(at);
    int articles = Math.min(statistics.articles(first), statistics.articles(second));
    int fewest = isMixed(folded) ? 1 : FEWEST;
    boolean isTelling =
        terms.isTelling(new QueryWord(first, first, first))
            && terms.isTelling(new QueryWord(second, second, second));
    if (articles >= fewest && isTelling) {
      splits.add(new Split(first, second, articles));
    }
  }
}
