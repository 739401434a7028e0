package broadsheet.lucene.search;

import broadsheet.engine.Hit;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.engine.SortOrder;
import broadsheet.engine.Timeline;
import broadsheet.lucene.limits.BoundedSearcher;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * One search over one committed state: strict first, relaxed when that finds nothing. When the time
 * is up it answers with what it has. Not shared between threads.
 */
final class Search {

  /** Which hits are reprints must be known in this share of the time. */
  private static final double FOLDING = 0.25;

  private final ReaderSnapshot snapshot;
  private final SearchRequest request;
  private final Allowance allowance;
  private final LanguageCompiler compiler;
  private final Narrowing narrowing;
  private final long startedAt = System.nanoTime();

  Search(SearchRequest request, Allowance allowance) {
    this.snapshot = allowance.snapshot();
    this.request = request;
    this.allowance = allowance;
    compiler = allowance.compiler();
    narrowing = Narrowing.to(request.filters());
  }

  SearchResults results() throws IOException {
    Query strict = compiler.compile(request.query());
    Found found = run(strict);
    if (found.total() > 0 || !found.isComplete()) {
      return results(found, strict, Shortfall.none());
    }
    Shortfall shortfall =
        new ShortfallSearch(request.query(), compiler, narrowing, allowance).of(strict);
    if (shortfall.relaxed().isPresent()) {
      Shortfall.Relaxed relaxed = shortfall.relaxed().get();
      Found most = run(relaxed.query());
      if (most.total() > 0 || !most.isComplete()) {
        return results(most, relaxed.query(), shortfall.showing(relaxed));
      }
    }
    return results(found, strict, shortfall);
  }

  private Found run(Query query) throws IOException {
    int wanted = request.page() * request.size();
    List<String> close =
        request.sort() == SortOrder.RELEVANCE ? Closeness.words(request.query()) : List.of();
    int depth = close.isEmpty() ? wanted : Math.max(wanted, Closeness.WINDOW);
    return listed(narrowing.of(query), depth, close);
  }

  /** Looks so deep that the page is full though reprints are folded. */
  private Found listed(Query query, int least, List<String> close) throws IOException {
    BoundedSearcher aside = allowance.finder(FOLDING);
    BoundedSearcher finder = allowance.finder();
    Folding folding = isFolding() ? Folding.of(query, aside) : Folding.none();
    long folded = folding.folded();
    int wanted = request.page() * request.size();
    for (long depth = least + Math.min(folded, least + 100L); ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Found found = Found.of(query, request, most, finder);
      ScoreDoc[] ranked = Closeness.added(found.best(), close, compiler, finder).scoreDocs;
      boolean isWhole = found.isComplete() && !aside.isCut();
      Folding known = isWhole || !isFolding() ? folding : Folding.among(ranked, reader());
      List<ScoreDoc> listed = known.listed(ranked, wanted, reader());
      if (!isWhole || listed.size() >= wanted || ranked.length < most) {
        return found.listing(listed, known);
      }
    }
  }

  private boolean isFolding() {
    return request.isFolding() && snapshot.hasFamilies();
  }

  private IndexReader reader() {
    return snapshot.getIndexReader();
  }

  private SearchResults results(Found found, Query matching, Shortfall shortfall)
      throws IOException {
    List<Hit> hits = hits(found, matching);
    boolean isCounted = found.all().isPresent();
    return new SearchResults(
        found.total(),
        found.isComplete(),
        found.folding().folded(),
        hits,
        notes(found, shortfall),
        shortfall.clauses(),
        shortfall.didYouMean(),
        isCounted ? FacetCounter.count(snapshot, found.all().get()) : Map.of(),
        isCounted ? timeline(found) : Timeline.empty(),
        Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private static Timeline timeline(Found found) throws IOException {
    DatedHits hits = TimelineCounter.count(found.all().get());
    return hits.by(DatedHits.fittingUnit(List.of(hits)), found.isComplete());
  }

  private List<String> notes(Found found, Shortfall shortfall) {
    List<String> notes = new ArrayList<>(shortfall.notes());
    notes.addAll(compiler.notes());
    if (!found.isComplete()) {
      notes.add(allowance.note(found.total() > 0));
    }
    return notes;
  }

  private List<Hit> hits(Found all, Query matching) throws IOException {
    int to = Math.min(request.page() * request.size(), all.listed().size());
    int from = Math.min((request.page() - 1) * request.size(), to);
    HitMaker maker = new HitMaker(snapshot, allowance.marker(matching), allowance.whole());
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : all.listed().subList(from, to)) {
      hits.add(maker.hit(found, all.folding().under(found, reader())));
    }
    return hits;
  }
}
