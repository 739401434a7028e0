package broadsheet.lucene.words;

import broadsheet.engine.result.Note;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** Counts words in one index. Not thread-safe. */
public record ReaderParts(SearchBudget budget) implements WordParts {

  @Override
  public LanguageCompiler prepare(WordSet set) {
    LanguageCompiler compiler = LanguageCompiler.within(budget);
    compiler.compile(set.query());
    return compiler;
  }

  @Override
  public boolean isOne() {
    return true;
  }

  @Override
  public Note cutNote() {
    return budget.countedNote();
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public List<Note> notes() {
    return List.of();
  }

  @Override
  public List<List<List<FamilyMember>>> oldest(List<WordSet> sets) {
    return List.of();
  }

  @Override
  public List<PartLines> lines(PartLines.Wanted wanted) throws IOException {
    return List.of(PartLines.of(wanted, budget));
  }

  @Override
  public List<NearWords> near(NearWords.Wanted wanted) throws IOException {
    return List.of(NearWords.of(wanted, budget));
  }

  @Override
  public List<PrintedCounts> printed(PrintedCounts.Wanted wanted) throws IOException {
    return List.of(PrintedCounts.of(wanted, budget));
  }

  @Override
  public List<PartFrequencies> frequencies(PartFrequencies.Wanted wanted) throws IOException {
    return List.of(PartFrequencies.of(wanted, budget));
  }

  @Override
  public List<PartKeywords> keywords(PartKeywords.Wanted wanted) throws IOException {
    return List.of(PartKeywords.of(wanted, budget));
  }

  @Override
  public List<List<Long>> others(PartKeywords.Wanted wanted, List<BytesRef> words)
      throws IOException {
    return List.of(PartKeywords.others(wanted, words, budget));
  }

  @Override
  public List<PartSequences> sequences(PartSequences.Wanted wanted) throws IOException {
    return List.of(PartSequences.of(wanted, budget));
  }

  @Override
  public List<PartSequences> exactly(
      PartSequences.Wanted wanted, int rounds, List<String> sequences) throws IOException {
    return List.of(PartSequences.exactly(wanted, rounds, sequences, budget));
  }
}
