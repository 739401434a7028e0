package broadsheet.lucene.shard;

import broadsheet.engine.words.WordSet;
import broadsheet.lucene.words.FamilyMember;
import broadsheet.lucene.words.NearWords;
import broadsheet.lucene.words.PartFrequencies;
import broadsheet.lucene.words.PartKeywords;
import broadsheet.lucene.words.PartLines;
import broadsheet.lucene.words.PartSequences;
import broadsheet.lucene.words.PartSet;
import broadsheet.lucene.words.PrintedCounts;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * A question about the words of a shard's articles. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface WordQuestion<A> extends Question<A> {

  /** For each set of articles, the oldest of each family of reprints. */
  record OfOldest(List<WordSet> sets) implements WordQuestion<List<List<FamilyMember>>> {
    @Override
    public List<List<FamilyMember>> answer(ShardWork shard) throws IOException {
      return PartSet.oldest(sets, shard.budget());
    }
  }

  /** The lines of a shard. */
  record OfLines(PartLines.Wanted wanted) implements WordQuestion<PartLines> {
    @Override
    public PartLines answer(ShardWork shard) throws IOException {
      return PartLines.of(wanted, shard.budget());
    }
  }

  /** The words near the matches in a shard. */
  record OfNear(NearWords.Wanted wanted) implements WordQuestion<NearWords> {
    @Override
    public NearWords answer(ShardWork shard) throws IOException {
      return NearWords.of(wanted, shard.budget());
    }
  }

  /** Counts of words, as often as they are printed in a shard. */
  record OfPrinted(PrintedCounts.Wanted wanted) implements WordQuestion<PrintedCounts> {
    @Override
    public PrintedCounts answer(ShardWork shard) throws IOException {
      return PrintedCounts.of(wanted, shard.budget());
    }
  }

  /** The matches of a query by group. */
  record OfFrequencies(PartFrequencies.Wanted wanted) implements WordQuestion<PartFrequencies> {
    @Override
    public PartFrequencies answer(ShardWork shard) throws IOException {
      return PartFrequencies.of(wanted, shard.budget());
    }
  }

  /** The words of two sets of articles. */
  record OfKeywords(PartKeywords.Wanted wanted) implements WordQuestion<PartKeywords> {
    @Override
    public PartKeywords answer(ShardWork shard) throws IOException {
      return PartKeywords.of(wanted, shard.budget());
    }
  }

  /** The number of times that each word is printed in the second set. */
  record OfOthers(PartKeywords.Wanted wanted, List<BytesRef> words)
      implements WordQuestion<List<Long>> {
    @Override
    public List<Long> answer(ShardWork shard) throws IOException {
      return PartKeywords.others(wanted, words, shard.budget());
    }
  }

  /** The most frequent sequences of words. */
  record OfSequences(PartSequences.Wanted wanted) implements WordQuestion<PartSequences> {
    @Override
    public PartSequences answer(ShardWork shard) throws IOException {
      return PartSequences.of(wanted, shard.budget());
    }
  }

  /** The counts of given sequences in the articles of the first rounds. */
  record OfExactly(PartSequences.Wanted wanted, int rounds, List<String> sequences)
      implements WordQuestion<PartSequences> {
    @Override
    public PartSequences answer(ShardWork shard) throws IOException {
      return PartSequences.exactly(wanted, rounds, sequences, shard.budget());
    }
  }
}
