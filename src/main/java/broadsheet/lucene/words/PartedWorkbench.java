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
import broadsheet.query.tree.QueryCost;
import java.io.IOException;

/** The words of an archive, in one index or in several parts. Thread-safe. */
public record PartedWorkbench(Turns turns) implements Workbench {

  /** Looks at an archive within a time limit, each in its turn. */
  public interface Turns {
    /**
     * Does work.
     *
     * @param isCostly whether it waits for its turn
     * @throws broadsheet.engine.EngineBusyException when its turn did not come
     */
    <T> T inTurn(boolean isCostly, VersionScope versions, Work<T> work);
  }

  /** Work on one state of an archive. */
  public interface Work<T> {
    T of(WordParts parts) throws IOException;
  }

  @Override
  public Concordance concordance(ConcordanceRequest request) {
    boolean isCostly = request.order().isByWords() || QueryCost.isHeavy(request.set().query());
    return turns.inTurn(
        isCostly, request.set().filters().versions(), parts -> new Concordances(parts).of(request));
  }

  @Override
  public Collocates collocates(CollocatesRequest request) {
    return turns.inTurn(
        true, request.set().filters().versions(), parts -> new CollocateSearch(parts).of(request));
  }

  @Override
  public Frequencies frequencies(FrequenciesRequest request) {
    return turns.inTurn(
        true, request.set().filters().versions(), parts -> new FrequencySearch(parts).of(request));
  }

  @Override
  public Keywords keywords(KeywordsRequest request) {
    return turns.inTurn(
        true, request.set().filters().versions(), parts -> new KeywordSearch(parts).of(request));
  }

  @Override
  public Sequences sequences(SequencesRequest request) {
    return turns.inTurn(
        true, request.set().filters().versions(), parts -> new SequenceSearch(parts).of(request));
  }
}
