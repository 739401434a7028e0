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
import broadsheet.lucene.words.FrequencySearch;
import broadsheet.lucene.words.KeywordSearch;
import broadsheet.lucene.words.SequenceSearch;

/** The words of all shards of an archive. Thread-safe. */
final class ShardedWorkbench implements Workbench {

  private final Reads reads;

  /** Reads of all shards within a time limit, each in its turn. */
  interface Reads {
    /**
     * Does costly work.
     *
     * @throws broadsheet.engine.EngineBusyException when its turn did not come
     */
    <T> T inTurn(VersionScope versions, ShardedRequest.Work<T> work);
  }

  ShardedWorkbench(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Concordance concordance(ConcordanceRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Collocates collocates(CollocatesRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Frequencies frequencies(FrequenciesRequest request) {
    return reads.inTurn(
        request.set().filters().versions(),
        sharded -> new FrequencySearch(new GatheredWords(sharded)).of(request));
  }

  @Override
  public Keywords keywords(KeywordsRequest request) {
    return reads.inTurn(
        request.set().filters().versions(),
        sharded -> new KeywordSearch(new GatheredWords(sharded)).of(request));
  }

  @Override
  public Sequences sequences(SequencesRequest request) {
    return reads.inTurn(
        request.set().filters().versions(),
        sharded -> new SequenceSearch(new GatheredWords(sharded)).of(request));
  }
}
