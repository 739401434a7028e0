package broadsheet.lucene.names;

import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folded words of names and of their forms. Immutable. */
final class NameWords {

  /**
   * A name with its texts: as it is shown, and its forms.
   *
   * @param texts the words of each
   * @param spaced the same, a blank before each word
   */
  private record Worded(NameEntry entry, List<List<String>> texts, List<String> spaced) {

    static Worded of(NameEntry entry) {
      List<List<String>> texts =
          Stream.concat(Stream.of(entry.name().text()), entry.forms().stream())
              .distinct()
              .map(NameWords::words)
              .toList();
      return new Worded(entry, texts, texts.stream().map(NameWords::spaced).toList());
    }

    /**
     * Whether a text has this beginning. The words before the name in a longer form, as in “Obama
     * White House”, are not the beginning of it.
     */
    boolean begins(String start, boolean isWithin) {
      return spaced.stream()
          .anyMatch(
              text -> {
                int at = isWithin || text.startsWith(start) ? text.indexOf(start) : -1;
                return at >= 0 && at + start.length() > text.indexOf(spaced.getFirst());
              });
    }
  }

  private final List<Worded> names = new ArrayList<>();

  NameWords(Collection<NameEntry> entries) {
    entries.stream()
        .sorted(
            Comparator.comparingInt(NameEntry::articles)
                .reversed()
                .thenComparing(entry -> entry.name().text()))
        .map(Worded::of)
        .forEach(names::add);
  }

  private static String spaced(List<String> words) {
    return " " + String.join(" ", words);
  }

  private static List<String> words(String text) {
    return QueryWord.in(text, ArticleAnalyzer.forKeywords()).stream()
        .map(QueryWord::folded)
        .toList();
  }

  /**
   * The names of a kind with a text that has this beginning, those in most articles first.
   *
   * @param typed the beginning; an empty one is that of every name
   * @param isWithin whether the text may have other words before it
   */
  List<NameEntry> beginning(NameKind kind, String typed, boolean isWithin, int most) {
    String start = spaced(words(typed));
    return names.stream()
        .filter(name -> name.entry().name().kind() == kind)
        .filter(name -> name.begins(start, isWithin))
        .limit(most)
        .map(Worded::entry)
        .toList();
  }

  /** The names of some kinds that hold these words. */
  List<NameEntry> with(Set<NameKind> kinds, WordSequence sequence) {
    return names.stream()
        .filter(name -> kinds.contains(name.entry().name().kind()))
        .filter(name -> name.texts().stream().anyMatch(sequence::isIn))
        .map(Worded::entry)
        .toList();
  }
}
