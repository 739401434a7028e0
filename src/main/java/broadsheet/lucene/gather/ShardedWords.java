package broadsheet.lucene.gather;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.lucene.shard.ArchiveQuestion;
import broadsheet.lucene.similar.PartWords;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/** Finds the words that set articles apart, in all shards. Not thread-safe. */
record ShardedWords(ShardedRequest sharded) {

  /** See {@link broadsheet.engine.SearchEngine#distinctiveWords}. */
  DistinctiveWords distinctive(QueryNode query, Filters filters, Contrast contrast)
      throws IOException {
    sharded.lookUp(query);
    List<List<PartWords.Sample>> samples =
        sharded.ask(new ArchiveQuestion.OfSamples(query, filters, contrast));
    List<PartWords.Sample> within = samples.stream().map(List::getFirst).toList();
    List<PartWords.Sample> beside = samples.stream().map(List::getLast).toList();
    List<PartWords> words =
        sharded.ask(new ArchiveQuestion.OfTally(query, filters, single(within), single(beside)));
    boolean isInTime =
        words.stream().allMatch(PartWords::isComplete)
            && samples.stream().flatMap(List::stream).allMatch(PartWords.Sample::isComplete);
    return new DistinctiveWords(
        PartWords.distinctive(words),
        new DistinctiveWords.Sample(hits(within), words.stream().mapToInt(PartWords::within).sum()),
        new DistinctiveWords.Sample(hits(beside), words.stream().mapToInt(PartWords::around).sum()),
        sharded.completeness(isInTime));
  }

  private static long hits(List<PartWords.Sample> samples) {
    return samples.stream().mapToLong(PartWords.Sample::hits).sum();
  }

  /** The articles of all samples, one of each family. */
  private static List<BytesRef> single(List<PartWords.Sample> samples) {
    Set<Long> met = new HashSet<>();
    return samples.stream()
        .flatMap(sample -> sample.articles().stream())
        .filter(drawn -> drawn.family().isEmpty() || met.add(drawn.family().getAsLong()))
        .map(PartWords.Drawn::id)
        .toList();
  }
}
