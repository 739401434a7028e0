package broadsheet.lucene.search;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Tiers;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.TierNote;
import broadsheet.lucene.count.HitCounts;
import broadsheet.lucene.mark.HitMaker;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.mark.MissingUnits;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.semantic.NearArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.suggest.DateInstead;
import broadsheet.lucene.suggest.Shortfall;
import broadsheet.lucene.suggest.ShortfallSearch;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Runs one search over one committed state, by its {@link SearchPlan}. When the time is up, it
 * returns what it has. Not thread-safe.
 */
public final class Search {

  /** The most stop words that are listed. */
  private static final int MOST_LISTED = 10;

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause narrowing;
  private final ResultPage listing;
  private final SearchPlan plan;
  private final MeaningSearch meaning;
  private final long startedAt = System.nanoTime();

  public Search(SearchRequest request, SearchBudget budget, Meanings meanings) {
    this.request = request;
    this.budget = budget;
    compiler = LanguageCompiler.within(budget);
    narrowing = FilterClause.to(request.filters());
    listing = new ResultPage(request, budget, compiler);
    plan = new SearchPlan(request.query(), compiler);
    meaning = new MeaningSearch(request, budget, compiler, narrowing, meanings);
  }

  public SearchResults results() throws IOException {
    Fusion fusion = meaning.with(plan, plan::some);
    CollectedHits found = listing.of(narrowing.of(fusion.whole()));
    if (!found.isComplete() || (fusion.isAsAsked() && !isFew(found))) {
      return full(found, fusion, Shortfall.none());
    }
    boolean isAny = fusion.isAsAsked() && found.total() > 0;
    Shortfall shortfall =
        isAny
            ? Shortfall.none()
            : new ShortfallSearch(request.query(), compiler, narrowing, budget).of(plan.full());
    boolean isByMeaning = !fusion.near().isEmpty();
    if (found.total() == 0 && plan.instead().isPresent() && !isByMeaning) {
      return some(plan.instead().get(), fusion.notes(), shortfall);
    }
    boolean isFollowed = found.total() > 0 && request.sort() == SortOrder.RELEVANCE;
    return isFollowed && plan.following().isPresent() && !isByMeaning
        ? followed(found, plan.following().get(), fusion)
        : full(found, fusion, shortfall);
  }

  private static boolean isFew(CollectedHits found) {
    return found.total() < SearchPlan.FEW;
  }

  /** Full matches, or hits by meaning. */
  private SearchResults full(CollectedHits found, Fusion fusion, Shortfall shortfall)
      throws IOException {
    List<ScoreDoc> page = found.page();
    Tiers tiers = Tiers.full(found.total(), page.size(), found.listed());
    return results(found, hits(page, found, fusion), page, tiers, fusion, shortfall);
  }

  /** No full match: shows partial matches. */
  private SearchResults some(Relaxation parts, List<Note> notes, Shortfall shortfall)
      throws IOException {
    Query query = plan.some(parts);
    Fusion instead = Fusion.without(query, notes);
    CollectedHits found = listing.of(narrowing.of(query));
    if (found.total() == 0) {
      return full(found, instead, shortfall);
    }
    Note note = TierNote.of(0, parts, compiler);
    Tiers tiers = new Tiers(0, found.total(), 0, found.listed(), Optional.of(note));
    List<Hit> hits = lacking(parts, found.page(), hits(found.page(), found, instead));
    return results(found, hits, found.page(), tiers, instead.noting(note), shortfall);
  }

  /** A few full matches, followed by partial ones. */
  private SearchResults followed(CollectedHits page, Relaxation parts, Fusion fusion)
      throws IOException {
    CollectedHits first = listing.first(page, narrowing.of(plan.full()));
    List<ScoreDoc> following = listing.following(first, narrowing.of(plan.some(parts)));
    List<ScoreDoc> all = new ArrayList<>(first.page());
    all.addAll(following);
    int from = (int) Math.min(request.before(), all.size());
    int to = Math.min(from + request.size(), all.size());
    int end = Math.clamp(first.page().size(), from, to);
    List<ScoreDoc> below = all.subList(end, to);
    List<Hit> hits = new ArrayList<>(hits(all.subList(from, end), first, fusion));
    Fusion some = Fusion.without(plan.some(parts), List.of());
    hits.addAll(lacking(parts, below, hits(below, CollectedHits.none(), some)));
    Tiers tiers =
        following.isEmpty()
            ? Tiers.full(first.total(), end - from, first.listed())
            : new Tiers(
                first.total(),
                following.size(),
                end - from,
                all.size(),
                Optional.of(TierNote.of(first.total(), parts, compiler)));
    return results(first, hits, all.subList(from, to), tiers, fusion, Shortfall.none());
  }

  private List<Hit> lacking(Relaxation parts, List<ScoreDoc> found, List<Hit> hits)
      throws IOException {
    MissingUnits missing = new MissingUnits(parts, compiler, budget.inspector());
    List<Hit> lacking = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      lacking.add(hits.get(i).lacking(missing.in(found.get(i).doc)));
    }
    return lacking;
  }

  /**
   * @param found the hits to count
   * @param page the hits to show, and their tiers
   */
  private SearchResults results(
      CollectedHits found,
      List<Hit> hits,
      List<ScoreDoc> page,
      Tiers tiers,
      Fusion fusion,
      Shortfall shortfall)
      throws IOException {
    Optional<HitCounts> counts =
        found
            .all()
            .filter(_ -> request.isCounting())
            .map(all -> new HitCounts(all, fusion.whole(), request.filters(), budget));
    return new SearchResults(
        found.total(),
        Completeness.within(found.isComplete()).or(plan.completeness()),
        found.folding().folded(),
        hits,
        tiers,
        listing.next(page, tiers.listed()),
        notes(found, fusion, shortfall),
        shortfall.clauses(),
        shortfall.didYouMean(),
        DateInstead.of(request.query(), narrowing, budget),
        counts.isPresent() ? counts.get().facets() : Map.of(),
        counts.isPresent()
            ? counts.get().timeline(found.isComplete()).and(plan.completeness())
            : Timeline.empty(),
        Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private List<Note> notes(CollectedHits found, Fusion fusion, Shortfall shortfall) {
    List<Note> notes = new ArrayList<>(shortfall.notes());
    notes.addAll(fusion.notes());
    stopWordNote().ifPresent(notes::add);
    notes.addAll(compiler.notes());
    if (!found.isComplete()) {
      notes.add(budget.note(found.total() > 0));
    }
    return notes;
  }

  private Optional<Note> stopWordNote() {
    List<QueryNode> stopWords = compiler.optionalStopWords(request.query());
    List<String> words = stopWords.stream().map(CanonicalText::of).limit(MOST_LISTED).toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(new Note.StopWords(words));
  }

  private List<Hit> hits(List<ScoreDoc> page, CollectedHits found, Fusion fusion)
      throws IOException {
    ReaderSnapshot snapshot = budget.snapshot();
    HitMaker maker =
        new HitMaker(snapshot, MatchMarker.within(budget, fusion.words()), budget.whole());
    Map<Integer, NearArticle> near = fusion.byMeaning(page, budget.finder());
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : page) {
      Hit shown = maker.hit(hit, found.folding().under(hit));
      NearArticle closest = near.get(hit.doc);
      hits.add(closest == null ? shown : maker.byMeaning(hit, shown, closest));
    }
    return hits;
  }
}
