package broadsheet.lucene.gather;

import broadsheet.engine.result.Note;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.shard.WordQuestion;
import broadsheet.lucene.words.FamilyMember;
import broadsheet.lucene.words.NearWords;
import broadsheet.lucene.words.PartFrequencies;
import broadsheet.lucene.words.PartKeywords;
import broadsheet.lucene.words.PartLines;
import broadsheet.lucene.words.PartSequences;
import broadsheet.lucene.words.PrintedCounts;
import broadsheet.lucene.words.WordParts;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** Counts words in all shards. Not thread-safe. */
record GatheredWords(ShardedRequest sharded) implements WordParts {

  @Override
  public LanguageCompiler prepare(WordSet set) {
    return sharded.prepare(set.query(), set.filters());
  }

  @Override
  public boolean isOne() {
    return false;
  }

  @Override
  public Note cutNote() {
    return sharded.client().countedNote();
  }

  @Override
  public boolean isWhole() {
    return sharded.isWhole();
  }

  @Override
  public List<Note> notes() {
    return sharded.notes();
  }

  @Override
  public List<List<List<FamilyMember>>> oldest(List<WordSet> sets) throws IOException {
    return sharded.ask(new WordQuestion.OfOldest(sets));
  }

  @Override
  public List<PartLines> lines(PartLines.Wanted wanted) throws IOException {
    return sharded.ask(new WordQuestion.OfLines(wanted));
  }

  @Override
  public List<NearWords> near(NearWords.Wanted wanted) throws IOException {
    return sharded.ask(new WordQuestion.OfNear(wanted));
  }

  @Override
  public List<PrintedCounts> printed(PrintedCounts.Wanted wanted) throws IOException {
    return sharded.ask(new WordQuestion.OfPrinted(wanted));
  }

  @Override
  public List<PartFrequencies> frequencies(PartFrequencies.Wanted wanted) throws IOException {
    return sharded.ask(new WordQuestion.OfFrequencies(wanted));
  }

  @Override
  public List<PartKeywords> keywords(PartKeywords.Wanted wanted) throws IOException {
    return sharded.ask(new WordQuestion.OfKeywords(wanted));
  }

  @Override
  public List<List<Long>> others(PartKeywords.Wanted wanted, List<BytesRef> words)
      throws IOException {
    return sharded.ask(new WordQuestion.OfOthers(wanted, words));
  }

  @Override
  public List<PartSequences> sequences(PartSequences.Wanted wanted) throws IOException {
    return sharded.ask(new WordQuestion.OfSequences(wanted));
  }

  @Override
  public List<PartSequences> exactly(
      PartSequences.Wanted wanted, int rounds, List<String> sequences) throws IOException {
    return sharded.ask(new WordQuestion.OfExactly(wanted, rounds, sequences));
  }
}
