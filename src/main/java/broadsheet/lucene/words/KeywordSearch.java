package broadsheet.lucene.words;

import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.Keywords;
import broadsheet.engine.words.Keywords.Keyword;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.engine.words.WordStatistics;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.part.IndexParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/** Finds the words that one set of articles has more often than another. Not thread-safe. */
public record KeywordSearch(IndexParts parts) {

  /** Candidates beyond those that are listed, whose counts are not known in all parts yet. */
  private static final int MORE = 200;

  private static final Comparator<Keyword> HIGHEST =
      Comparator.comparingDouble(Keyword::logLikelihood).reversed().thenComparing(Keyword::word);

  /** See {@link broadsheet.engine.words.Workbench#keywords}. */
  public Keywords of(KeywordsRequest request) throws IOException {
    WordSet set = request.set();
    WordSet other = request.other().orElseGet(() -> FrequencySearch.archive(set));
    LanguageCompiler compiler = parts.prepare(set.query(), set.filters());
    LanguageCompiler otherCompiler = parts.prepare(other.query(), other.filters());
    List<PartSet> sets = PartSet.of(List.of(set, other), parts);
    PartKeywords.KeywordsQuestion wanted =
        new PartKeywords.KeywordsQuestion(sets.getFirst(), sets.getLast(), request.withStopWords());
    List<PartKeywords> all = parts.ask(wanted);
    Merge merge = new Merge(all, request);
    List<Keyword> keywords = merge.listed(wanted);
    Extent extent = Extents.sum(all.stream().map(PartKeywords::extent).toList());
    Extent otherExtent = Extents.sum(all.stream().map(PartKeywords::otherExtent).toList());
    Set<Note> notes = new LinkedHashSet<>(FrequencySearch.notes(compiler, extent, parts));
    notes.addAll(FrequencySearch.notes(otherCompiler, otherExtent, parts));
    return new Keywords(
        keywords,
        merge.words,
        merge.otherWords,
        Extents.and(extent, isWhole(compiler, set)),
        Extents.and(otherExtent, isWhole(compiler, set) && isWhole(otherCompiler, other)),
        List.copyOf(notes));
  }

  private boolean isWhole(LanguageCompiler compiler, WordSet set) {
    return compiler.completeness(set.query()) == Completeness.WHOLE && parts.isWhole();
  }

  /**
   * A word with its counts in the parts that listed it.
   *
   * @param isComplete whether no other part may have it in the other articles
   */
  private record Candidate(Keyword keyword, boolean isComplete) {}

  /** Merges the lists of the parts. */
  private final class Merge {
    private final List<PartKeywords> all;
    private final KeywordsRequest request;
    private final long words;
    private final long otherWords;

    Merge(List<PartKeywords> all, KeywordsRequest request) {
      this.all = all;
      this.request = request;
      words = all.stream().mapToLong(PartKeywords::words).sum();
      otherWords = all.stream().mapToLong(PartKeywords::otherWords).sum();
    }

    /**
     * The keywords. Counts in the other articles that a part did not send make a word's
     * log-likelihood lower, so that those with the highest ones so far are candidates. Their counts
     * are fetched; more candidates are taken until none left out can be among the first.
     */
    List<Keyword> listed(PartKeywords.KeywordsQuestion wanted) throws IOException {
      int most = request.most();
      for (int depth = most + MORE; ; depth *= 2) {
        List<Candidate> candidates = candidates(depth);
        List<Keyword> exact = exact(candidates, wanted);
        boolean isEnough =
            candidates.size() < depth
                || (exact.size() >= most
                    && exact.get(most - 1).logLikelihood()
                        > candidates.getLast().keyword.logLikelihood());
        if (isEnough || candidates.stream().allMatch(Candidate::isComplete)) {
          return exact.subList(0, Math.min(most, exact.size()));
        }
      }
    }

    /** The words with the highest log-likelihood so far, the highest first. */
    private List<Candidate> candidates(int depth) {
      Comparator<Candidate> highest = Comparator.comparing(Candidate::keyword, HIGHEST);
      PriorityQueue<Candidate> kept = new PriorityQueue<>(highest.reversed());
      PriorityQueue<FrontCodedCounts.Reader> next = new PriorityQueue<>();
      for (PartKeywords part : all) {
        FrontCodedCounts.Reader list = new FrontCodedCounts.Reader(part.list());
        if (list.next()) {
          next.add(list);
        }
      }
      boolean isSampled = all.stream().anyMatch(PartKeywords::hasOthers);
      while (!next.isEmpty()) {
        BytesRef word = BytesRef.deepCopyOf(next.element().word());
        long in = 0;
        long other = 0;
        int listing = 0;
        while (!next.isEmpty() && next.element().word().equals(word)) {
          FrontCodedCounts.Reader list = next.remove();
          in += list.in();
          other += list.other();
          listing++;
          if (list.next()) {
            next.add(list);
          }
        }
        if (in >= request.least() && isMoreFrequent(in, other)) {
          kept.add(
              new Candidate(
                  keyword(word.utf8ToString(), in, other), isSampled || listing == all.size()));
          if (kept.size() > depth) {
            kept.poll();
          }
        }
      }
      return kept.stream().sorted(highest).toList();
    }

    private boolean isMoreFrequent(long in, long other) {
      return (double) in * otherWords > (double) other * words;
    }

    private Keyword keyword(String word, long in, long other) {
      return new Keyword(
          word,
          in,
          other,
          WordStatistics.logLikelihood(in, words, other, otherWords),
          WordStatistics.logRatio(in, words, other, otherWords));
    }

    private List<Keyword> exact(List<Candidate> candidates, PartKeywords.KeywordsQuestion wanted)
        throws IOException {
      List<Keyword> exact = new ArrayList<>();
      List<Keyword> open = new ArrayList<>();
      candidates.forEach(each -> (each.isComplete ? exact : open).add(each.keyword));
      if (!open.isEmpty()) {
        List<BytesRef> asked = open.stream().map(each -> new BytesRef(each.word())).toList();
        List<List<Long>> counts =
            parts.ask(new PartKeywords.OthersQuestion(wanted.set(), wanted.other(), asked));
        for (int i = 0; i < open.size(); i++) {
          int place = i;
          long other = counts.stream().mapToLong(part -> part.get(place)).sum();
          if (isMoreFrequent(open.get(i).count(), other)) {
            exact.add(keyword(open.get(i).word(), open.get(i).count(), other));
          }
        }
      }
      exact.sort(HIGHEST);
      return exact;
    }
  }
}
