package broadsheet.lucene.search;

import broadsheet.engine.ClauseCount;
import broadsheet.engine.Hit;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** One search over one committed state: strict first, relaxed when that finds nothing. */
final class Search {

  private static final Sort NEWEST = byDate(true, Long.MIN_VALUE);
  private static final Sort OLDEST = byDate(false, Long.MAX_VALUE);

  private final ReaderSnapshot snapshot;
  private final SearchRequest request;
  private final QueryCompiler compiler;
  private final Optional<Query> filter;
  private final List<String> notes = new ArrayList<>();
  private final long startedAt = System.nanoTime();

  Search(ReaderSnapshot snapshot, SearchRequest request) {
    this.snapshot = snapshot;
    this.request = request;
    compiler = new QueryCompiler(snapshot);
    filter = compiler.compile(request.filters());
  }

  private static Sort byDate(boolean isReverse, long whereUnknown) {
    SortField field =
        new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, isReverse, whereUnknown);
    return new Sort(field, SortField.FIELD_DOC);
  }

  SearchResults results() throws IOException {
    Query strict = compiler.compile(request.query());
    Found found = run(Closeness.added(strict, request.query(), snapshot));
    if (found.total() > 0) {
      return results(found, strict, List.of());
    }
    List<ClauseCount> clauses = clauses();
    noteFilters(strict);
    Optional<Query> relaxed = relaxed();
    return relaxed.isEmpty()
        ? results(found, strict, clauses)
        : results(run(relaxed.get()), relaxed.get(), clauses);
  }

  /** What a collection pass found: the best hits, and all of them for counting. */
  private record Found(TopDocs best, FacetsCollector all) {
    long total() {
      return best.totalHits.value();
    }
  }

  private Found run(Query query) throws IOException {
    int depth =
        Math.max(1, Math.min(request.page() * request.size(), snapshot.getIndexReader().maxDoc()));
    Object[] collected =
        snapshot.search(
            filtered(query), new MultiCollectorManager(best(depth), new FacetsCollectorManager()));
    return new Found((TopDocs) collected[0], (FacetsCollector) collected[1]);
  }

  private CollectorManager<?, ?> best(int depth) {
    return switch (request.sort()) {
      case RELEVANCE -> new TopScoreDocCollectorManager(depth, Integer.MAX_VALUE);
      case NEWEST -> new TopFieldCollectorManager(NEWEST, depth, Integer.MAX_VALUE);
      case OLDEST -> new TopFieldCollectorManager(OLDEST, depth, Integer.MAX_VALUE);
    };
  }

  private Query filtered(Query query) {
    return filter
        .<Query>map(
            f -> new BooleanQuery.Builder().add(query, Occur.MUST).add(f, Occur.FILTER).build())
        .orElse(query);
  }

  private SearchResults results(Found found, Query matching, List<ClauseCount> clauses)
      throws IOException {
    notes.addAll(compiler.notes());
    return new SearchResults(
        found.total(),
        hits(found.best(), matching),
        notes,
        clauses,
        FacetCounter.count(snapshot, found.all()),
        TimelineCounter.count(found.all()),
        Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private List<Hit> hits(TopDocs best, Query matching) throws IOException {
    int from = Math.min((request.page() - 1) * request.size(), best.scoreDocs.length);
    HitMaker maker = new HitMaker(snapshot, new MatchMarker(snapshot, matching));
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : Arrays.asList(best.scoreDocs).subList(from, best.scoreDocs.length)) {
      hits.add(maker.hit(found));
    }
    return hits;
  }

  /** Each part of the query alone, without the filters. */
  private List<ClauseCount> clauses() throws IOException {
    List<QueryNode> parts =
        switch (request.query()) {
          case QueryNode.Together together -> together.children();
          case QueryNode.AllOf all -> all.children();
          default -> List.of(request.query());
        };
    List<ClauseCount> counts = new ArrayList<>();
    for (QueryNode part : parts) {
      counts.add(new ClauseCount(part, snapshot.count(compiler.compile(part))));
    }
    return counts;
  }

  private void noteFilters(Query strict) throws IOException {
    int unfiltered = filter.isPresent() ? snapshot.count(strict) : 0;
    if (unfiltered > 0) {
      notes.add(
          "Without the filters %s %s."
              .formatted(unfiltered, unfiltered == 1 ? "article matches" : "articles match"));
    }
  }

  /** The query for those articles that have most of its parts; empty when none has any. */
  private Optional<Query> relaxed() throws IOException {
    Optional<Relaxation> relaxation = Relaxation.of(request.query());
    if (relaxation.isEmpty()) {
      return Optional.empty();
    }
    int all = relaxation.get().relaxable().size();
    int most = most(relaxation.get(), all);
    if (most == 0) {
      return Optional.empty();
    }
    notes.add("No article has all %s; these have %s of them.".formatted(all, most));
    return Optional.of(compiler.compileRelaxed(relaxation.get(), most));
  }

  /** The most parts any one article has, by halving the range: who has k has k - 1 as well. */
  private int most(Relaxation relaxation, int all) throws IOException {
    int has = 0;
    int hasNot = all;
    while (hasNot - has > 1) {
      int middle = (has + hasNot) >>> 1;
      boolean isFound = snapshot.count(filtered(compiler.compileRelaxed(relaxation, middle))) > 0;
      has = isFound ? middle : has;
      hasNot = isFound ? hasNot : middle;
    }
    return has;
  }
}
