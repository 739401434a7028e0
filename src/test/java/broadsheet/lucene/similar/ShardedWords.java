package broadsheet.lucene.similar;

import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * Finds distinctive words in samples that all shards read, first of the days themselves, then of
 * those around. Not thread-safe.
 */
public final class ShardedWords {

  private final List<SearchBudget> shards;
  private final WordTally tally = new WordTally();
  private final List<DistinctiveWordSearch> searches = new ArrayList<>();
  private boolean isInTime = true;

  public ShardedWords(QueryNode query, Filters filters, List<SearchBudget> shards)
      throws IOException {
    this.shards = shards;
    for (SearchBudget shard : shards) {
      searches.add(new DistinctiveWordSearch(query, filters, shard, tally));
    }
  }

  /** See {@link broadsheet.engine.SearchEngine#distinctiveWords}. */
  public DistinctiveWords within(DateSpan span, DateSpan around) throws IOException {
    List<HitSample> these = samples(DistinctiveWordSearch.dates(span.first(), span.last()));
    List<HitSample> others = samples(DistinctiveWordSearch.beside(span, around));
    for (int i = 0; i < searches.size(); i++) {
      Deadline deadline = shards.get(i).finding().part(DistinctiveWordSearch.WITHIN);
      isInTime &= searches.get(i).isRead(these.get(i), searches.get(i)::addWithin, deadline);
    }
    for (int i = 0; i < searches.size(); i++) {
      Deadline deadline = shards.get(i).finding();
      isInTime &= searches.get(i).isRead(others.get(i), searches.get(i)::addAround, deadline);
    }
    return new DistinctiveWords(
        tally.distinctive(DistinctiveWordSearch.MOST_WORDS),
        new DistinctiveWords.Sample(hits(these), tally.within()),
        new DistinctiveWords.Sample(hits(others), tally.around()),
        Completeness.within(isInTime));
  }

  private static long hits(List<HitSample> samples) {
    return samples.stream().mapToLong(HitSample::hits).sum();
  }

  /** The sample of each shard, with one article of each family. */
  private List<HitSample> samples(Query dates) throws IOException {
    List<HitSample> samples = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    for (int i = 0; i < searches.size(); i++) {
      BoundedSearcher finder = shards.get(i).finder();
      HitSample own = searches.get(i).sample(dates, finder);
      List<Integer> single = new ArrayList<>();
      for (int document : own.documents()) {
        OptionalLong family = Folding.family(finder.getIndexReader(), document);
        if (family.isEmpty() || met.add(family.getAsLong())) {
          single.add(document);
        }
      }
      isInTime &= !finder.isCut();
      samples.add(new HitSample(own.hits(), single));
    }
    return samples;
  }
}
