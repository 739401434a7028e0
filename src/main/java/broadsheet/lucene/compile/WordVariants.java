package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.OtherNames;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the other ways to write a query's words that the archive has: joined, split or hyphenated,
 * with or without an apostrophe or umlaut, British or American. Each word takes some ten lookups,
 * and those of a whole archive are cached. Finds none in a part of an archive. Not thread-safe.
 */
final class WordVariants {

  private final WordTerms terms;
  private final VariantSpellings spellings;
  private final Map<String, List<Variant>> known = new HashMap<>();
  private final Map<String, Set<Joined>> joined = new HashMap<>();
  private final Map<String, Set<String>> after = new HashMap<>();
  private final Set<String> between = new LinkedHashSet<>();
  private final Map<String, Set<String>> used = new LinkedHashMap<>();

  /**
   * @param typed the words that were typed apart
   * @param text the same without what is between them, in lower case
   */
  private record Joined(String typed, String text) {}

  /**
   * A variant.
   *
   * @param typed the word, or two side by side, that it stands for
   * @param text in lower case: one word, or two with a blank between them
   */
  record Variant(String typed, String text) {

    /** Whether it is two words. */
    boolean isSplit() {
      return text.indexOf(' ') >= 0;
    }
  }

  WordVariants(WordTerms terms, String language) {
    this.terms = terms;
    spellings = new VariantSpellings(terms, language);
  }

  /**
   * Reads which words of a query stand side by side.
   *
   * @return whether any did that had not been read before
   */
  boolean read(QueryNode node) {
    boolean isNew = node instanceof QueryNode.Word(String text) && readHyphens(text);
    if (node instanceof QueryNode.Together(List<QueryNode> children)) {
      for (int i = 1; i < children.size(); i++) {
        if (children.get(i - 1) instanceof QueryNode.Word(String first)
            && children.get(i) instanceof QueryNode.Word(String second)) {
          isNew |= readPair(first + " " + second, first, second);
          isNew |= after.computeIfAbsent(key(first), _ -> new LinkedHashSet<>()).add(second);
          isNew |=
              i > 1 && children.get(i - 2) instanceof QueryNode.Word && between.add(key(first));
        }
      }
    }
    for (QueryNode part : node.parts()) {
      isNew |= read(part);
    }
    return isNew;
  }

  private boolean readHyphens(String text) {
    String[] parts = text.split("[-\u2010\u2011]", -1);
    boolean isNew = false;
    if (parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
      isNew = readPair(text, parts[0], parts[1]);
      Joined whole = new Joined(text, key(parts[0] + parts[1]));
      isNew |= joined.computeIfAbsent(key(text), _ -> new LinkedHashSet<>()).add(whole);
    }
    return isNew;
  }

  private boolean readPair(String typed, String first, String second) {
    Joined pair = new Joined(typed, key(first + second));
    boolean isNew = joined.computeIfAbsent(key(first), _ -> new LinkedHashSet<>()).add(pair);
    isNew |= joined.computeIfAbsent(key(second), _ -> new LinkedHashSet<>()).add(pair);
    return isNew;
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The variants that were searched, by what was typed. */
  Map<String, Set<String>> used() {
    return used;
  }

  /** The variants of a word, which are then known as {@link #used}. */
  List<Variant> searched(String text) {
    List<Variant> variants = of(text);
    for (Variant each : variants) {
      used.computeIfAbsent(each.typed(), _ -> new LinkedHashSet<>()).add(each.text());
    }
    return variants;
  }

  /** The variants of a word; none in a part of an archive. */
  List<Variant> of(String text) {
    return terms.statistics().isWhole() ? known.computeIfAbsent(text, this::found) : List.of();
  }

  /** Forgets what was found, because more words stand side by side than before. */
  void forget() {
    known.clear();
  }

  private List<Variant> found(String text) {
    Map<String, Variant> found = new LinkedHashMap<>();
    for (Joined each : joined.getOrDefault(key(text), Set.of())) {
      if (spellings.isJoined(each.typed(), each.text())) {
        found.putIfAbsent(each.text(), new Variant(each.typed(), each.text()));
      }
      addNames(each.typed(), found);
    }
    addNames(text, found);
    addBeforeNames(text, found);
    List<QueryWord> words = terms.words(QueryField.BODY, text);
    if (words.size() == 1) {
      boolean isBetween = between.contains(key(text));
      for (String each : spellings.of(words.getFirst(), isBetween)) {
        found.putIfAbsent(each, new Variant(text, each));
      }
    }
    words.forEach(word -> found.keySet().removeAll(List.of(word.exact(), word.folded())));
    return List.copyOf(found.values());
  }

  private void addNames(String typed, Map<String, Variant> found) {
    for (String each : spellings.names(terms.words(QueryField.BODY, typed))) {
      found.putIfAbsent(each, new Variant(typed, each));
    }
  }

  private void addBeforeNames(String text, Map<String, Variant> found) {
    Set<String> names = after.getOrDefault(key(text), Set.of());
    OtherNames.before(key(text).replace(".", ""))
        .filter(other -> names.stream().anyMatch(name -> spellings.isBefore(other, name)))
        .ifPresent(other -> found.putIfAbsent(other, new Variant(text, other)));
  }
}
