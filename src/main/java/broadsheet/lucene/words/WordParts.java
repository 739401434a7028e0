package broadsheet.lucene.words;

import broadsheet.engine.result.Note;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.compile.LanguageCompiler;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** The port to what counts words: one index, or all shards of an archive. Not thread-safe. */
public interface WordParts {

  /** Compiles the query of a set, for notes on it, and so that every part can. */
  LanguageCompiler prepare(WordSet set) throws IOException;

  /** Whether there is only one part. */
  boolean isOne();

  /** The note that the time did not suffice to find all articles. */
  Note cutNote();

  /** Whether all parts answered. */
  boolean isWhole();

  /** Notes on parts that did not answer. */
  List<Note> notes();

  /**
   * For each part and each set, the oldest article of each family; no part at all where there is
   * only one.
   */
  List<List<List<FamilyMember>>> oldest(List<WordSet> sets) throws IOException;

  /** The lines of each part. */
  List<PartLines> lines(PartLines.Wanted wanted) throws IOException;

  /** The words near the matches in each part. */
  List<NearWords> near(NearWords.Wanted wanted) throws IOException;

  /** Counts words in each part, as often as they are printed. */
  List<PrintedCounts> printed(PrintedCounts.Wanted wanted) throws IOException;

  /** The frequencies of each part. */
  List<PartFrequencies> frequencies(PartFrequencies.Wanted wanted) throws IOException;

  /** The words of each part. */
  List<PartKeywords> keywords(PartKeywords.Wanted wanted) throws IOException;

  /** For each part, the number of times that each word is printed in the other articles. */
  List<List<Long>> others(PartKeywords.Wanted wanted, List<BytesRef> words) throws IOException;

  /** The sequences of each part. */
  List<PartSequences> sequences(PartSequences.Wanted wanted) throws IOException;

  /** The counts of given sequences in each part. */
  List<PartSequences> exactly(PartSequences.Wanted wanted, int rounds, List<String> sequences)
      throws IOException;
}
