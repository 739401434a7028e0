package broadsheet.lucene.shards;

import broadsheet.article.Article;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineStatus;
import broadsheet.engine.IndexLedger;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.lucene.compile.MaxClauses;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.similar.ShardedSimilar;
import broadsheet.lucene.similar.ShardedWords;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.snapshot.ShardedCoverage;
import broadsheet.lucene.suggest.Suggestions;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Searches an archive in shards. Generations stay open until the engine is closed, for those still
 * reading them. Thread-safe.
 */
final class ShardedSearchEngine implements SearchEngine {

  static {
    MaxClauses.lift();
  }

  private final Generations generations;
  private final Duration limit;
  private final HeavyQueryLimit heavyQueries = HeavyQueryLimit.besideOthers();
  private final List<ShardedArchive> opened = new ArrayList<>();

  ShardedSearchEngine(Generations generations, Duration limit) {
    this.generations = generations;
    this.limit = limit;
    archive();
  }

  private synchronized ShardedArchive archive() {
    long current = generations.current();
    if (opened.isEmpty() || opened.getLast().generation() != current) {
      try {
        opened.add(ShardedArchive.open(current, generations.shards(current)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return opened.getLast();
  }

  /** Work with the answers of all shards. */
  private interface Work<T> {
    T with(Round round) throws IOException;
  }

  private <T> T read(List<QueryNode> queries, int fraction, Work<T> work) {
    Duration time = limit.dividedBy(fraction);
    Deadline deadline = Deadline.in(time);
    boolean isHeavy = QueryCost.isHeavy(queries);
    HeavyQueryLimit.Work<T> answering =
        () -> done(Round.of(archive(), isHeavy, time, deadline), work);
    return isHeavy
        ? heavyQueries
            .when(time.dividedBy(2), answering)
            .orElseThrow(() -> new EngineBusyException(limit))
        : answering.done();
  }

  private static <T> T done(Round round, Work<T> work) {
    try {
      return work.with(round);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> List<T> each(Function<SearchEngine, T> question) {
    return archive().engines().stream().map(question).toList();
  }

  @Override
  public SearchResults search(SearchRequest request) {
    return read(List.of(request.query()), 1, round -> new ShardedSearch(request, round).results());
  }

  private static SearchRequest relevance(QueryNode query, Filters filters) {
    return new SearchRequest(query, filters, SortOrder.RELEVANCE, 1, 1).withoutCounts();
  }

  @Override
  public List<String> rank(QueryNode query, Filters filters, SearchMode mode, int depth) {
    return read(
        List.of(query),
        1,
        round -> new ShardedList(relevance(query, filters).unfolded(), round).ids(depth));
  }

  @Override
  public Optional<Explanation> explain(
      QueryNode query, Filters filters, SearchMode mode, String id) {
    return read(
        List.of(query),
        1,
        round -> new ShardedExplain(relevance(query, filters).in(mode), round).of(id));
  }

  @Override
  public Timeline timeline(QueryNode query, Filters filters, Optional<Timeline.Unit> unit) {
    return read(
        List.of(query), 1, round -> new ShardedTrends(filters, round).timeline(query, unit));
  }

  @Override
  public Trends trends(List<QueryNode> queries, Filters filters, Optional<Timeline.Unit> unit) {
    return read(queries, 2, round -> new ShardedTrends(filters, round).trends(queries, unit));
  }

  @Override
  public DistinctiveWords distinctiveWords(
      QueryNode query, Filters filters, DateSpan span, DateSpan around) {
    return read(
        List.of(query),
        12,
        round -> new ShardedWords(query, filters, round.shards()).within(span, around));
  }

  @Override
  public List<String> suggest(String text, int count) {
    return read(
        List.of(),
        1,
        round ->
            Suggestions.of(
                round.shards().stream().map(SearchBudget::snapshot).toList(), text, count));
  }

  @Override
  public Optional<MarkedArticle> find(String id, QueryNode query) {
    return read(List.of(query), 1, round -> new ShardedArticle(round).find(id, query));
  }

  @Override
  public Optional<Article> article(String id) {
    return each(shard -> shard.article(id)).stream().flatMap(Optional::stream).findFirst();
  }

  @Override
  public SimilarArticles similarTo(String id, int count) {
    return read(List.of(), 12, round -> new ShardedSimilar(round.shards()).to(id, count));
  }

  @Override
  public void export(SearchRequest request, Consumer<Article> taker) {
    boolean isHeavy = QueryCost.isHeavy(request.query());
    Round round = Round.of(archive(), isHeavy, limit, Deadline.none());
    done(
        round,
        all -> {
          new ShardedList(request, all).export(taker);
          return all;
        });
  }

  @Override
  public long articleCount() {
    return each(SearchEngine::articleCount).stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus(
        Optional.empty(), generations.current(), heavyQueries.working(), heavyQueries.waiting());
  }

  @Override
  public IndexSummary summary() {
    return Sums.summary(each(SearchEngine::summary));
  }

  @Override
  public Coverage coverage() {
    List<ReaderSnapshot> shards = archive().shards();
    try {
      List<List<FacetCount>> sources = new ArrayList<>();
      for (ReaderSnapshot shard : shards) {
        sources.add(ShardedCoverage.sources(shard));
      }
      List<String> most =
          Sums.values(sources.stream(), Coverage.MAX_SOURCES).stream()
              .map(FacetCount::value)
              .toList();
      return Sums.coverage(ShardedCoverage.of(shards, most));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasAny(QueryNode query, Filters filters) {
    return read(
        List.of(query),
        1,
        round -> {
          for (ShardSearch shard : round.searches(relevance(query, filters))) {
            if (shard.hasAny()) {
              return true;
            }
          }
          return false;
        });
  }

  @Override
  public Map<String, ArrivalSum> arrivalSums() {
    return Sums.arrivals(each(SearchEngine::arrivalSums).stream());
  }

  @Override
  public List<Arrival> arrivals(String search, QueryNode query, int most) {
    return read(
        List.of(query), 1, round -> new ShardedArticle(round).arrivals(search, query, most));
  }

  @Override
  public IndexLedger ledger() {
    return new ShardedLedger(() -> each(SearchEngine::ledger));
  }

  @Override
  public synchronized void close() {
    for (ShardedArchive archive : opened) {
      try {
        archive.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
