package broadsheet.lucene.words;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts n-grams in bounded memory, by lossy counting. When the table is full, the rarest are
 * forgotten; of those that are met again later, the table knows how often it may have missed them.
 * Not thread-safe.
 *
 * <p>Source: Manku and Motwani, "Approximate frequency counts over data streams", VLDB 2002.
 */
final class LossyNGramCounter {

  /** The most sequences, some 120 bytes each. */
  static final int MOST = 400_000;

  /** Mixes bits: 2^64 divided by the golden ratio. */
  private static final long MIXING = 0x9E3779B97F4A7C15L;

  private static final String BLANK = " ";

  private final int most;

  /** A power of two, more than twice as many as are kept. */
  private final int places;

  private @Nullable String[] texts;
  private int[] counts;
  private int[] articles;
  private int[] last;
  private int[] missed;
  private int size;
  private int forgotten;

  /**
   * @param most the most sequences to keep
   */
  LossyNGramCounter(int most) {
    this.most = most;
    places = 4 * Integer.highestOneBit(most);
    texts = new String[places];
    counts = new int[places];
    articles = new int[places];
    last = new int[places];
    missed = new int[places];
  }

  /** A table of given sequences alone, none of which is counted yet. */
  static LossyNGramCounter of(List<String> wanted) {
    LossyNGramCounter table = new LossyNGramCounter(Math.max(1, wanted.size()));
    for (String text : wanted) {
      String[] words = text.split(BLANK, -1);
      table.enter(table.place(words), text);
    }
    return table;
  }

  /** Counts a sequence in an article. */
  void add(String[] words, int article) {
    int place = place(words);
    if (texts[place] == null) {
      if (size >= most) {
        forget();
        place = place(words);
      }
      enter(place, String.join(BLANK, words));
    }
    count(place, article);
  }

  /** Counts a sequence in an article if it is in the table. */
  void addKnown(String[] words, int article) {
    int place = place(words);
    if (texts[place] != null) {
      count(place, article);
    }
  }

  private void enter(int place, String text) {
    texts[place] = text;
    missed[place] = forgotten;
    last[place] = -1;
    size++;
  }

  private void count(int place, int article) {
    counts[place]++;
    articles[place] += last[place] == article ? 0 : 1;
    last[place] = article;
  }

  /** The place of a sequence, or the one where it belongs. */
  private int place(String[] words) {
    long hash = 0;
    for (String word : words) {
      hash = (hash + word.hashCode()) * MIXING;
    }
    int place = (int) (hash >>> Integer.SIZE) & (places - 1);
    for (String known = texts[place]; known != null && !isOf(known, words); known = texts[place]) {
      place = (place + 1) & (places - 1);
    }
    return place;
  }

  private static boolean isOf(String text, String[] words) {
    int start = 0;
    for (String word : words) {
      if (!text.startsWith(word, start)) {
        return false;
      }
      start += word.length();
      boolean isEnd = start == text.length() || text.charAt(start) == ' ';
      if (!isEnd) {
        return false;
      }
      start++;
    }
    return start == text.length() + 1;
  }

  private int atMost(int place) {
    return counts[place] + missed[place];
  }

  private IntStream taken() {
    return IntStream.range(0, places).filter(place -> texts[place] != null);
  }

  private void forget() {
    int[] rarest = taken().map(this::atMost).sorted().toArray();
    int limit = rarest[rarest.length / 2];
    LossyNGramCounter left = new LossyNGramCounter(most);
    taken()
        .filter(place -> atMost(place) > limit)
        .forEach(
            place -> {
              String text = text(place);
              int to = left.place(text.split(BLANK, -1));
              left.enter(to, text);
              left.counts[to] = counts[place];
              left.articles[to] = articles[place];
              left.last[to] = last[place];
              left.missed[to] = missed[place];
            });
    texts = left.texts;
    counts = left.counts;
    articles = left.articles;
    last = left.last;
    missed = left.missed;
    size = left.size;
    forgotten = Math.max(forgotten, limit);
  }

  private String text(int place) {
    String text = texts[place];
    return text == null ? "" : text;
  }

  /** Whether all counts are exact. */
  boolean isExact() {
    return forgotten == 0;
  }

  /**
   * Some sequences, each with its count and the number of articles with it.
   *
   * @param unlisted the most times that another one may have been met
   */
  record Listed(FrontCodedCounts list, int unlisted) {}

  /**
   * The most frequent ones, ties in the order of their characters.
   *
   * @param first how many
   */
  Listed listed(int first) {
    int[] times = taken().map(place -> counts[place]).sorted().toArray();
    int least = times.length > first ? times[times.length - first] : 0;
    List<Integer> sorted =
        taken()
            .filter(place -> counts[place] >= least)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer place) -> -counts[place])
                    .thenComparing(this::text))
            .toList();
    FrontCodedCounts.Writer list = new FrontCodedCounts.Writer();
    sorted.stream()
        .limit(first)
        .sorted(Comparator.comparing(place -> new BytesRef(text(place))))
        .forEach(place -> list.add(new BytesRef(text(place)), counts[place], articles[place]));
    int rarer = taken().filter(place -> counts[place] < least).map(this::atMost).max().orElse(0);
    int others = sorted.stream().skip(first).mapToInt(this::atMost).max().orElse(0);
    return new Listed(list.list(), Math.max(forgotten, Math.max(others, rarer)));
  }
}
