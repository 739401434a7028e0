package broadsheet.lucene.words;

import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Forms;
import broadsheet.engine.words.Frequencies;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.Keywords;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.Sequences;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.engine.words.Workbench;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.part.PartReads;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** The {@link Workbench} of an archive, in one index or in several parts. Thread-safe. */
public record PartedWorkbench(PartReads reads) implements Workbench {

  /** Forms are counted in this part of the time, beside a table. */
  private static final int FORMS = 4;

  /** Work on the articles of a set, whose words are those that are counted. */
  private interface SetWork<T> {
    T of(IndexParts parts, UnaryOperator<WordSet> typed) throws IOException;
  }

  private <T> T read(boolean isCostly, WordSet set, int fraction, SetWork<T> work) {
    return reads.read(
        isCostly,
        set.filters().versions(),
        fraction,
        parts ->
            work.of(
                parts,
                asked ->
                    asked.isTyped()
                        ? asked
                            .with(LanguageCompiler.within(parts.budget()).typed(asked.query()))
                            .typed(false)
                        : asked));
  }

  @Override
  public Concordance concordance(ConcordanceRequest request) {
    boolean isCostly =
        !request.isPlain()
            || request.order().isByWords()
            || QueryCost.isHeavy(request.set().query());
    return read(
        isCostly,
        request.set(),
        1,
        (parts, typed) -> new Concordances(parts).of(request.of(typed)));
  }

  @Override
  public Forms forms(WordSet set, int most) {
    return read(
        true, set, FORMS, (parts, typed) -> new FormSearch(parts).of(typed.apply(set), most));
  }

  @Override
  public Collocates collocates(CollocatesRequest request) {
    return read(
        true,
        request.set(),
        1,
        (parts, typed) -> new CollocateSearch(parts).of(request.of(typed.apply(request.set()))));
  }

  @Override
  public Frequencies frequencies(FrequenciesRequest request) {
    return read(
        true,
        request.set(),
        1,
        (parts, typed) -> new FrequencySearch(parts).of(request.of(typed.apply(request.set()))));
  }

  @Override
  public Keywords keywords(KeywordsRequest request) {
    return read(
        true, request.set(), 1, (parts, typed) -> new KeywordSearch(parts).of(request.of(typed)));
  }

  @Override
  public Sequences sequences(SequencesRequest request) {
    return read(
        true,
        request.set(),
        1,
        (parts, typed) -> new SequenceSearch(parts).of(request.of(typed.apply(request.set()))));
  }
}
