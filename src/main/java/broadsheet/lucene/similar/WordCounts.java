package broadsheet.lucene.similar;

import broadsheet.lucene.analysis.CharacterPairs;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.SegmentedWords;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.WordReader;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of an article with their frequencies over all forms; for scripts without blanks between
 * words, pairs of characters. Stop words are left out. Not thread-safe.
 */
final class WordCounts {

  /** Number of characters of a text to read. */
  private static final int BEGINNING = 20_000;

  /** The weight of a word in the headline, which shows the subject of an article. */
  private static final int IN_TITLE = 3;

  private final String tag;
  private final String language;
  private final Map<List<QueryWord>, Counted> counts = new LinkedHashMap<>();

  /**
   * A word or pair.
   *
   * @param forms one for a word, two for a pair of characters
   * @param print its first printed form in the article; for a pair of characters the word around
   *     it, empty if there is no such word
   * @param count the number of its occurrences
   */
  record Counted(List<QueryWord> forms, String print, int count) {
    private Counted and(Counted more) {
      return new Counted(forms, print.isEmpty() ? more.print : print, count + more.count);
    }
  }

  WordCounts(StoredArticle article) {
    tag = article.text(QueryField.LANGUAGE);
    language = StemmedLanguages.of(tag);
    read(article.text(QueryField.TITLE), IN_TITLE);
    read(article.text(QueryField.STANDFIRST), 1);
    read(beginning(article.text(QueryField.BODY)), 1);
  }

  /** The article's language in BCP 47; empty if unknown. */
  String tag() {
    return tag;
  }

  /** The language of its stems, as {@link StemmedLanguages#of} gives it. */
  String language() {
    return language;
  }

  private static String beginning(String text) {
    return text.length() <= BEGINNING ? text : text.substring(0, BEGINNING);
  }

  private void read(String text, int weight) {
    Set<String> stopWords = StopWords.of(List.of(language));
    new WordReader(language)
        .read(
            text,
            (folded, stem, start, end) -> {
              if (!stopWords.contains(folded)) {
                add(List.of(new QueryWord(stem, stem, stem)), text.substring(start, end), weight);
              }
            });
    SegmentedWords words = new SegmentedWords(text);
    CharacterPairs.read(
        text,
        BEGINNING,
        (first, second, start, end) ->
            add(List.of(form(first), form(second)), words.around(start, end), weight));
  }

  private static QueryWord form(String character) {
    return new QueryWord(character, character, character);
  }

  private void add(List<QueryWord> forms, String print, int weight) {
    counts.merge(forms, new Counted(forms, print, weight), Counted::and);
  }

  /** The most frequent words; ties go to the one that occurs first. */
  List<Counted> mostFrequent(int most) {
    return counts.values().stream()
        .sorted(Comparator.comparingInt(Counted::count).reversed())
        .limit(most)
        .toList();
  }
}
