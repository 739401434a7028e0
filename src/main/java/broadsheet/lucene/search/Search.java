package broadsheet.lucene.search;

import broadsheet.engine.Hit;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.engine.Timeline;
import broadsheet.lucene.semantic.NearArticle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * One search over one committed state: strict first, relaxed when that finds nothing. When the time
 * is up it answers with what it has. Not shared between threads.
 */
final class Search {

  private final ReaderSnapshot snapshot;
  private final SearchRequest request;
  private final Allowance allowance;
  private final LanguageCompiler compiler;
  private final Narrowing narrowing;
  private final Listing listing;
  private final MeaningSearch meaning;
  private final long startedAt = System.nanoTime();

  Search(SearchRequest request, Allowance allowance, Meanings meanings) {
    this.snapshot = allowance.snapshot();
    this.request = request;
    this.allowance = allowance;
    compiler = allowance.compiler();
    narrowing = Narrowing.to(request.filters());
    listing = new Listing(request, allowance, compiler);
    meaning = new MeaningSearch(request, allowance, compiler, narrowing, meanings);
  }

  SearchResults results() throws IOException {
    Query strict = compiler.compile(request.query());
    Fusion fusion = meaning.with(strict);
    Found found = listing.of(narrowing.of(fusion.whole()));
    if (fusion.isAsAsked() && (found.total() > 0 || !found.isComplete())) {
      return results(found, fusion, Shortfall.none());
    }
    Shortfall shortfall =
        new ShortfallSearch(request.query(), compiler, narrowing, allowance).of(strict);
    if (found.total() > 0) {
      return results(found, fusion, shortfall);
    }
    if (shortfall.relaxed().isPresent()) {
      Shortfall.Relaxed relaxed = shortfall.relaxed().get();
      Found most = listing.of(narrowing.of(relaxed.query()));
      if (most.total() > 0 || !most.isComplete()) {
        Fusion instead = Fusion.without(relaxed.query(), fusion.notes());
        return results(most, instead, shortfall.showing(relaxed));
      }
    }
    return results(found, fusion, shortfall);
  }

  private SearchResults results(Found found, Fusion fusion, Shortfall shortfall)
      throws IOException {
    List<Hit> hits = hits(found, fusion);
    Optional<HitCounts> counts =
        found.all().map(all -> new HitCounts(all, fusion.whole(), request.filters(), allowance));
    return new SearchResults(
        found.total(),
        found.isComplete(),
        found.folding().folded(),
        hits,
        listing.next(found),
        notes(found, fusion, shortfall),
        shortfall.clauses(),
        shortfall.didYouMean(),
        DateInstead.of(request.query(), narrowing, allowance),
        counts.isPresent() ? counts.get().facets() : Map.of(),
        counts.isPresent() ? counts.get().timeline(found.isComplete()) : Timeline.empty(),
        Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private List<String> notes(Found found, Fusion fusion, Shortfall shortfall) {
    List<String> notes = new ArrayList<>(fusion.notes());
    notes.addAll(shortfall.notes());
    notes.addAll(compiler.notes());
    if (!found.isComplete()) {
      notes.add(allowance.note(found.total() > 0));
    }
    return notes;
  }

  private List<Hit> hits(Found found, Fusion fusion) throws IOException {
    HitMaker maker = new HitMaker(snapshot, allowance.marker(fusion.words()), allowance.whole());
    Map<Integer, NearArticle> near = fusion.byMeaning(found.page(), allowance.finder());
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : found.page()) {
      Hit shown = maker.hit(hit, found.folding().under(hit, snapshot.getIndexReader()));
      NearArticle closest = near.get(hit.doc);
      hits.add(closest == null ? shown : maker.byMeaning(hit, shown, closest));
    }
    return hits;
  }
}
