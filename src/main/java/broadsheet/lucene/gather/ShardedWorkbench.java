package broadsheet.lucene.gather;

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
import broadsheet.lucene.words.CollocateSearch;
import broadsheet.lucene.words.Concordances;
import broadsheet.lucene.words.FrequencySearch;
import broadsheet.lucene.words.KeywordSearch;
import broadsheet.lucene.words.SequenceSearch;
import broadsheet.query.tree.QueryCost;

/** The words of all shards of an archive. Thread-safe. */
final class ShardedWorkbench implements Workbench {

  private final Reads reads;

  /** Reads of all shards within a time limit, each in its turn. */
  interface Reads {
    /**
     * Does work.
     *
     * @param isCostly whether it waits for its turn
     * @throws broadsheet.engine.EngineBusyException when its turn did not come
     */
    <T> T inTurn(boolean isCostly, VersionScope versions, ShardedRequest.Work<T> work);
  }

  ShardedWorkbench(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Concordance concordance(ConcordanceRequest request) {
    boolean isCostly = request.order().isByWords() || QueryCost.isHeavy(request.set().query());
    return reads.inTurn(
        isCostly,
        request.set().filters().versions(),
        sharded -> new Concordances(new GatheredWords(sharded)).of(request));
  }

  @Override
  public Collocates collocates(CollocatesRequest request) {
    return reads.inTurn(
        true,
        request.set().filters().versions(),
        sharded -> new CollocateSearch(new GatheredWords(sharded)).of(request));
  }

  @Override
  public Frequencies frequencies(FrequenciesRequest request) {
    return reads.inTurn(
        true,
        request.set().filters().versions(),
        sharded -> new FrequencySearch(new GatheredWords(sharded)).of(request));
  }

  @Override
  public Keywords keywords(KeywordsRequest request) {
    return reads.inTurn(
        true,
        request.set().filters().versions(),
        sharded -> new KeywordSearch(new GatheredWords(sharded)).of(request));
  }

  @Override
  public Sequences sequences(SequencesRequest request) {
    return reads.inTurn(
        true,
        request.set().filters().versions(),
        sharded -> new SequenceSearch(new GatheredWords(sharded)).of(request));
  }
}
