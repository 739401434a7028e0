package broadsheet.compare;

import broadsheet.article.Article;
import broadsheet.compare.VersionComparison.Row;
import broadsheet.compare.VersionComparison.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares versions of a text with bounded work: first by paragraphs, then by words within
 * paragraphs that differ. Once the budget is used up, whole paragraphs count as different. Not
 * thread-safe.
 */
public final class Versions {

  /** This many comparisons of two words take a tenth of a second or two. */
  private static final long THOROUGH = 20_000_000;

  /** Enough for any two articles of usual length that have most of their words in common. */
  private static final long GLANCE = 1_000_000;

  private final List<String> first;
  private final List<String> second;
  private final Effort effort;
  private final Tally tally = new Tally();
  private final List<Row> rows = new ArrayList<>();

  private Versions(List<String> first, List<String> second, long effort) {
    this.first = first;
    this.second = second;
    this.effort = new Effort(effort);
  }

  /** Compares standfirst and body of two articles side by side, without their furniture. */
  public static VersionComparison compare(Article first, Article second) {
    return compare(text(first, second), text(second, first));
  }

  /** Compares any two texts side by side, with one element per paragraph. */
  public static VersionComparison compare(List<String> first, List<String> second) {
    return new Versions(first, second, THOROUGH).compared();
  }

  /** Measures only the difference that {@link #compare} would find, with less work. */
  public static Difference difference(Article first, Article second) {
    return difference(text(first, second), text(second, first));
  }

  /** Also without whole paragraphs that are furniture only in the other, of another source. */
  private static List<String> text(Article article, Article other) {
    List<String> own = article.furniture().own(article.paragraphs(), "");
    List<String> paragraphs = own;
    if (!other.furniture().isNone()) {
      Set<String> repeated = new HashSet<>(other.furniture().only(other.paragraphs()));
      paragraphs = own.stream().filter(each -> !repeated.contains(each)).toList();
    }
    return article.standfirst().isEmpty()
        ? paragraphs
        : Stream.concat(Stream.of(article.standfirst()), paragraphs.stream()).toList();
  }

  static Difference difference(List<String> first, List<String> second) {
    return new Versions(first, second, GLANCE).compared().difference();
  }

  private VersionComparison compared() {
    Map<String, Integer> numbers = new HashMap<>();
    Alignment found = Alignment.of(numbered(first, numbers), numbered(second, numbers), effort);
    int i = 0;
    int j = 0;
    while (i < first.size() || j < second.size()) {
      int firstEnd = found.onlyFirst().nextClearBit(i);
      int secondEnd = found.onlySecond().nextClearBit(j);
      block(first.subList(i, firstEnd), second.subList(j, secondEnd));
      i = firstEnd;
      j = secondEnd;
      if (i < first.size() && j < second.size()) {
        List<Stretch> same = List.of(new Stretch(first.get(i), false));
        rows.add(new Row(same, same));
        i++;
        j++;
      }
    }
    return new VersionComparison(rows, tally.difference());
  }

  private static List<Integer> numbered(List<String> paragraphs, Map<String, Integer> numbers) {
    return paragraphs.stream()
        .map(paragraph -> numbers.computeIfAbsent(paragraph, _ -> numbers.size()))
        .toList();
  }

  /** Compares differing paragraphs at the same place of both. */
  private void block(List<String> ofFirst, List<String> ofSecond) {
    if (!ofFirst.isEmpty() && !ofSecond.isEmpty()) {
      rows.addAll(WordRows.of(Pieces.of(ofFirst), Pieces.of(ofSecond), effort, tally));
      return;
    }
    ofFirst.forEach(only -> alone(new Row(List.of(new Stretch(only, true)), List.of())));
    ofSecond.forEach(only -> alone(new Row(List.of(), List.of(new Stretch(only, true)))));
    tally.add(Pieces.words(ofFirst), Pieces.words(ofSecond));
  }

  private void alone(Row row) {
    rows.add(row);
    tally.meetOther();
  }
}
