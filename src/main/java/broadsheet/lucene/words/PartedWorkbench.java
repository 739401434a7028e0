package broadsheet.lucene.words;

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
import broadsheet.lucene.part.PartReads;
import broadsheet.query.tree.QueryCost;

/** The {@link Workbench} of an archive, in one index or in several parts. Thread-safe. */
public record PartedWorkbench(PartReads reads) implements Workbench {

  @Override
  public Concordance concordance(ConcordanceRequest request) {
    boolean isCostly = request.order().isByWords() || QueryCost.isHeavy(request.set().query());
    return reads.read(
        isCostly,
        request.set().filters().versions(),
        1,
        parts -> new Concordances(parts).of(request));
  }

  @Override
  public Collocates collocates(CollocatesRequest request) {
    return reads.read(
        true,
        request.set().filters().versions(),
        1,
        parts -> new CollocateSearch(parts).of(request));
  }

  @Override
  public Frequencies frequencies(FrequenciesRequest request) {
    return reads.read(
        true,
        request.set().filters().versions(),
        1,
        parts -> new FrequencySearch(parts).of(request));
  }

  @Override
  public Keywords keywords(KeywordsRequest request) {
    return reads.read(
        true, request.set().filters().versions(), 1, parts -> new KeywordSearch(parts).of(request));
  }

  @Override
  public Sequences sequences(SequencesRequest request) {
    return reads.read(
        true,
        request.set().filters().versions(),
        1,
        parts -> new SequenceSearch(parts).of(request));
  }
}
