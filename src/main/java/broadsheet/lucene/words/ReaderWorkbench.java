package broadsheet.lucene.words;

import broadsheet.engine.request.VersionScope;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Frequencies;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.Keywords;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.Sequences;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.Workbench;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;

/** The words of one index. Thread-safe. */
public final class ReaderWorkbench implements Workbench {

  private final Reads reads;

  /** Reads of an index within a time limit, each in its turn. */
  public interface Reads {
    /**
     * Does work.
     *
     * @param isCostly whether it waits for its turn
     * @throws broadsheet.engine.EngineBusyException when its turn did not come
     */
    <T> T inTurn(boolean isCostly, VersionScope versions, Work<T> work);
  }

  /** Work with a time limit. */
  public interface Work<T> {
    T within(SearchBudget budget) throws IOException;
  }

  public ReaderWorkbench(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Concordance concordance(ConcordanceRequest request) {
    boolean isCostly = request.order().isByWords() || QueryCost.isHeavy(request.set().query());
    return reads.inTurn(
        isCostly,
        request.set().filters().versions(),
        budget -> new Concordances(new ReaderParts(budget)).of(request));
  }

  @Override
  public Collocates collocates(CollocatesRequest request) {
    return reads.inTurn(
        true,
        request.set().filters().versions(),
        budget -> new CollocateSearch(new ReaderParts(budget)).of(request));
  }

  @Override
  public Frequencies frequencies(FrequenciesRequest request) {
    return reads.inTurn(
        true,
        request.set().filters().versions(),
        budget -> new FrequencySearch(new ReaderParts(budget)).of(request));
  }

  @Override
  public Keywords keywords(KeywordsRequest request) {
    return reads.inTurn(
        true,
        request.set().filters().versions(),
        budget -> new KeywordSearch(new ReaderParts(budget)).of(request));
  }

  @Override
  public Sequences sequences(SequencesRequest request) {
    return reads.inTurn(
        true,
        request.set().filters().versions(),
        budget -> new SequenceSearch(new ReaderParts(budget)).of(request));
  }
}
