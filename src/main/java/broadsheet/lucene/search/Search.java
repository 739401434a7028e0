package broadsheet.lucene.search;

import broadsheet.engine.ClauseCount;
import broadsheet.engine.Hit;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.engine.SortOrder;
import broadsheet.engine.Timeline;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/** One search over one committed state: strict first, relaxed when that finds nothing. */
final class Search {

  /** Of so many parts each is counted alone when nothing has them all. */
  private static final int MAX_CLAUSES = 20;

  private final ReaderSnapshot snapshot;
  private final SearchRequest request;
  private final LanguageCompiler compiler;
  private final Optional<Query> filter;
  private final List<String> notes = new ArrayList<>();
  private List<String> didYouMean = List.of();
  private final long startedAt = System.nanoTime();

  Search(ReaderSnapshot snapshot, SearchRequest request) {
    this.snapshot = snapshot;
    this.request = request;
    compiler = new LanguageCompiler(snapshot);
    filter = FilterQueries.of(request.filters());
  }

  SearchResults results() throws IOException {
    Query strict = compiler.compile(request.query());
    Found found = run(strict);
    if (found.total() > 0) {
      return results(found, strict, List.of());
    }
    List<ClauseCount> clauses = clauses();
    didYouMean = DidYouMean.of(snapshot, request.query(), this::filtered);
    noteFilters(strict);
    Optional<Query> relaxed = relaxed();
    return relaxed.isEmpty()
        ? results(found, strict, clauses)
        : results(run(relaxed.get()), relaxed.get(), clauses);
  }

  private Found run(Query query) throws IOException {
    int wanted = request.page() * request.size();
    List<String> close =
        request.sort() == SortOrder.RELEVANCE ? Closeness.words(request.query()) : List.of();
    int depth = close.isEmpty() ? wanted : Math.max(wanted, Closeness.WINDOW);
    return listed(filtered(query), depth, close);
  }

  /** Looks so deep that the page is full though reprints are folded. */
  private Found listed(Query query, int least, List<String> close) throws IOException {
    Folding folding = request.isFolding() ? Folding.of(query, snapshot) : Folding.none();
    long folded = folding.folded();
    int wanted = request.page() * request.size();
    for (long depth = least + Math.min(folded, least + 100L); ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Found found = Found.of(query, request, most, snapshot);
      TopDocs ranked = Closeness.added(found.best(), close, compiler, snapshot);
      List<ScoreDoc> listed = folding.listed(ranked.scoreDocs, wanted, snapshot.getIndexReader());
      if (listed.size() >= wanted || ranked.scoreDocs.length < most) {
        return found.listing(listed, folding);
      }
    }
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
        found.folding().folded(),
        hits(found, matching),
        notes,
        clauses,
        didYouMean,
        found.all().isPresent() ? FacetCounter.count(snapshot, found.all().get()) : Map.of(),
        found.all().isPresent() ? TimelineCounter.count(found.all().get()) : Timeline.empty(),
        Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private List<Hit> hits(Found all, Query matching) throws IOException {
    int to = Math.min(request.page() * request.size(), all.listed().size());
    int from = Math.min((request.page() - 1) * request.size(), to);
    HitMaker maker = new HitMaker(snapshot, new MatchMarker(snapshot, matching));
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : all.listed().subList(from, to)) {
      hits.add(maker.hit(found, all.folding().under(found, snapshot.getIndexReader())));
    }
    return hits;
  }

  /** Each part of the query alone, without the filters; the first parts, where there are many. */
  private List<ClauseCount> clauses() throws IOException {
    List<QueryNode> parts = Clauses.of(request.query());
    List<ClauseCount> counts = new ArrayList<>();
    for (QueryNode part : parts.stream().distinct().limit(MAX_CLAUSES).toList()) {
      Optional<Query> alone = compiler.part(part);
      if (alone.isPresent()) {
        counts.add(new ClauseCount(part, snapshot.count(alone.get())));
      }
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
    Optional<Relaxation> relaxation =
        Relaxation.of(request.query())
            .flatMap(r -> r.only(part -> compiler.part(part).isPresent()));
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
