package broadsheet.lucene.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;

/**
 * Counts sequences in bounded memory. When the table is full, the rarest are forgotten; of those
 * that are met again later, the table knows how often it may have missed them.
 *
 * <p>Source: Manku and Motwani, "Approximate frequency counts over data streams", VLDB 2002.
 */
final class SequenceTable {

  /** The most sequences, some 130 bytes each. */
  static final int MOST = 400_000;

  private static final Comparator<Counted> MOST_FREQUENT =
      Comparator.comparingLong((Counted each) -> each.count.count)
          .reversed()
          .thenComparing(Counted::text);

  private final int most;
  private final Map<String, Count> counts = new HashMap<>();
  private int forgotten;

  private static final class Count {
    private final int missed;
    private int count;
    private int articles;
    private int last = -1;

    Count(int missed) {
      this.missed = missed;
    }

    void add(int article) {
      count++;
      articles += last == article ? 0 : 1;
      last = article;
    }

    int atMost() {
      return count + missed;
    }
  }

  private record Counted(String text, Count count) {}

  /**
   * @param most the most sequences to keep
   */
  SequenceTable(int most) {
    this.most = most;
  }

  /** Counts a sequence in an article. */
  void add(String text, int article) {
    Count known = counts.get(text);
    if (known == null) {
      if (counts.size() >= most) {
        forget();
      }
      known = new Count(forgotten);
      counts.put(text, known);
    }
    known.add(article);
  }

  private void forget() {
    int[] rarest = counts.values().stream().mapToInt(Count::atMost).sorted().toArray();
    int limit = rarest[rarest.length / 2];
    forgotten = Math.max(forgotten, limit);
    counts.values().removeIf(count -> count.atMost() <= limit);
  }

  /** Whether all counts are exact. */
  boolean isExact() {
    return forgotten == 0;
  }

  /**
   * The most frequent ones, with their counts and the number of articles with each.
   *
   * @param first how many
   */
  Listed listed(int first) {
    List<Counted> sorted =
        counts.entrySet().stream()
            .map(each -> new Counted(each.getKey(), each.getValue()))
            .sorted(MOST_FREQUENT)
            .toList();
    WordList.Writer list = new WordList.Writer();
    sorted.stream()
        .limit(first)
        .map(each -> Map.entry(new BytesRef(each.text), each.count))
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> list.add(each.getKey(), each.getValue().count, each.getValue().articles));
    int others = sorted.stream().skip(first).mapToInt(each -> each.count.atMost()).max().orElse(0);
    return new Listed(list.list(), Math.max(forgotten, others));
  }

  /**
   * Some sequences.
   *
   * @param unlisted the most times that another one may have been met
   */
  record Listed(WordList list, int unlisted) {}

  /** A table of given sequences alone. */
  static SequenceTable of(Stream<String> wanted) {
    SequenceTable table = new SequenceTable(Integer.MAX_VALUE);
    wanted.forEach(text -> table.counts.put(text, new Count(0)));
    return table;
  }

  /** Counts a sequence in an article if it is in the table. */
  void addKnown(String text, int article) {
    Count known = counts.get(text);
    if (known != null) {
      known.add(article);
    }
  }
}
