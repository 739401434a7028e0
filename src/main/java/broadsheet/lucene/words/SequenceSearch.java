package broadsheet.lucene.words;

import broadsheet.engine.result.Completeness;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.Sequences;
import broadsheet.engine.words.Sequences.Sequence;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.part.IndexParts;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the most frequent n-grams of words in an archive. Parts of the archive list their most
 * frequent ones, and then count those that others listed. Not thread-safe.
 */
public record SequenceSearch(IndexParts parts) {

  /** The fewest sequences that a part lists. */
  private static final int LEAST_LISTED = 1_000;

  /** The most. */
  private static final int MOST_LISTED = 64_000;

  private static final int DEEPER = 4;

  private static final Comparator<Sequence> MOST_FREQUENT =
      Comparator.comparingLong(Sequence::count).reversed().thenComparing(Sequence::text);

  /** See {@link broadsheet.engine.words.Workbench#sequences}. */
  public Sequences of(SequencesRequest request) throws IOException {
    WordSet set = request.set();
    LanguageCompiler compiler = parts.prepare(set.query(), set.filters());
    PartSet found = PartSet.of(List.of(set), parts).getFirst();
    Set<String> left = request.withStopWords() ? Set.of() : compiler.stopWords();
    Counted counted = Counted.NONE.without(left);
    for (int first = Math.max(LEAST_LISTED, 2 * request.most());
        counted.isShort(request) && first <= MOST_LISTED;
        first *= DEEPER) {
      PartSequences.SequencesQuestion wanted =
          new PartSequences.SequencesQuestion(found, request.length(), first, parts.isOne());
      counted = counted(wanted, request.isAroundMatch()).without(left);
    }
    boolean isWhole = compiler.completeness(set.query()) == Completeness.WHOLE && parts.isWhole();
    return new Sequences(
        counted.listed(request),
        counted.words,
        Extents.and(counted.extent, isWhole),
        FrequencySearch.notes(compiler, counted.extent, parts));
  }

  /**
   * Sequences of the whole archive.
   *
   * @param sequences the most frequent first
   * @param unlisted the most times that any other one is printed; those that are not printed more
   *     often are not listed either, because others may come before them
   * @param left the words with which no sequence begins or ends
   */
  private record Counted(
      List<Sequence> sequences, int unlisted, long words, Extent extent, Set<String> left) {
    private static final Counted NONE =
        new Counted(List.of(), Integer.MAX_VALUE, 0, new Extent(0, 0, true), Set.of());

    Counted without(Set<String> words) {
      return new Counted(sequences, unlisted, this.words, extent, words);
    }

    private boolean isListed(Sequence sequence) {
      String text = sequence.text();
      return !left.contains(text.substring(0, text.indexOf(' ')))
          && !left.contains(text.substring(text.lastIndexOf(' ') + 1));
    }

    List<Sequence> listed(SequencesRequest request) {
      return sequences.stream()
          .filter(each -> each.count() > unlisted && each.count() >= request.least())
          .filter(this::isListed)
          .limit(request.most())
          .toList();
    }

    /** Whether a longer list of candidates may show more, for which there is time. */
    boolean isShort(SequencesRequest request) {
      return extent.read() == extent.of()
          && unlisted >= request.least()
          && listed(request).size() < request.most();
    }
  }

  private Counted counted(PartSequences.SequencesQuestion wanted, boolean isAroundMatch)
      throws IOException {
    List<PartSequences> lists =
        parts.ask(isAroundMatch ? new PartSequences.ClustersQuestion(wanted) : wanted);
    if (lists.size() == 1 && lists.getFirst().isExact()) {
      return sum(lists, 0);
    }
    int unlisted = lists.stream().mapToInt(PartSequences::unlisted).sum();
    if (unlisted == 0) {
      return sum(lists, 0);
    }
    int rounds = lists.stream().mapToInt(PartSequences::rounds).min().orElse(0);
    List<String> candidates = sums(lists).keySet().stream().toList();
    PartSequences.ExactlyQuestion exact =
        new PartSequences.ExactlyQuestion(wanted.set(), wanted.length(), rounds, candidates);
    return sum(
        parts.ask(isAroundMatch ? new PartSequences.ClustersExactlyQuestion(exact) : exact),
        unlisted);
  }

  private static Counted sum(List<PartSequences> lists, int unlisted) {
    return new Counted(
        sums(lists).values().stream().sorted(MOST_FREQUENT).toList(),
        unlisted,
        lists.stream().mapToLong(PartSequences::words).sum(),
        Extents.sum(lists.stream().map(PartSequences::extent).toList()),
        Set.of());
  }

  private static Map<String, Sequence> sums(List<PartSequences> lists) {
    Map<String, Sequence> sums = new TreeMap<>();
    for (PartSequences part : lists) {
      FrontCodedCounts.Reader list = new FrontCodedCounts.Reader(part.list());
      while (list.next()) {
        String text = list.word().utf8ToString();
        sums.merge(
            text,
            new Sequence(text, list.in(), list.other()),
            (one, two) ->
                new Sequence(text, one.count() + two.count(), one.articles() + two.articles()));
      }
    }
    return sums;
  }
}
