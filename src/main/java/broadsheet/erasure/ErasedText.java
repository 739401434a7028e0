package broadsheet.erasure;

import broadsheet.article.Article;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Recognizes the text of articles that are gone: by runs of their words, and by words that no other
 * article has. Held in memory only. Immutable.
 *
 * @param runs hashes of runs of words
 * @param lengths the numbers of words that these runs have
 * @param words in small letters
 */
public record ErasedText(Set<Long> runs, Set<Integer> lengths, Set<String> words) {

  /** Words of a run: two texts rarely share as many by chance. */
  private static final int WIDTH = 12;

  /** A shorter text, such as a headline, is one run if it has at least this many words. */
  private static final int SHORTEST = 5;

  /** A shorter word is too common in other languages to be evidence. */
  private static final int SHORTEST_WORD = 4;

  /** Spreads the hashes of words. */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /**
   * The evidence of some articles. Neither what their source repeats nor the headlines of related
   * articles are theirs alone.
   *
   * @param onlyHere returns those of some words that no other article has
   */
  public static ErasedText of(List<Article> articles, UnaryOperator<Set<String>> onlyHere) {
    ErasedText all = new ErasedText(new HashSet<>(), new TreeSet<>(), new TreeSet<>());
    articles.stream().flatMap(ErasedText::texts).map(ErasedText::words).forEach(all::add);
    return new ErasedText(all.runs, all.lengths, onlyHere.apply(all.words));
  }

  private void add(List<String> text) {
    int length = Math.min(WIDTH, text.size());
    if (length >= SHORTEST) {
      lengths.add(length);
      for (int at = 0; at + length <= text.size(); at++) {
        runs.add(run(text, at, length));
      }
    }
    text.stream().filter(word -> word.length() >= SHORTEST_WORD).forEach(words::add);
  }

  private static Stream<String> texts(Article article) {
    return Stream.of(
            List.of(article.title(), article.standfirst(), article.dateline()),
            article.own().paragraphs(),
            article.captions(),
            article.corrections())
        .flatMap(List::stream);
  }

  /** Whether a text has any of it. */
  public boolean isIn(String text) {
    List<String> read = words(text);
    if (read.stream().anyMatch(words::contains)) {
      return true;
    }
    for (int length : lengths) {
      for (int at = 0; at + length <= read.size(); at++) {
        if (runs.contains(run(read, at, length))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether there is nothing by which it could be known. */
  public boolean isNone() {
    return runs.isEmpty() && words.isEmpty();
  }

  private static long run(List<String> text, int at, int length) {
    long hash = length;
    for (String word : text.subList(at, at + length)) {
      hash = (hash ^ hash(word)) * FACTOR;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static long hash(String word) {
    long hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return hash;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean isIn = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (isIn && start < 0) {
        start = i;
      } else if (!isIn && start >= 0) {
        words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return words;
  }
}
