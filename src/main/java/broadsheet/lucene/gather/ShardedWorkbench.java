package broadsheet.lucene.gather;

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

/** The words of all shards of an archive. Thread-safe. */
final class ShardedWorkbench implements Workbench {

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
    throw new UnsupportedOperationException();
  }

  @Override
  public Keywords keywords(KeywordsRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Sequences sequences(SequencesRequest request) {
    throw new UnsupportedOperationException();
  }
}
