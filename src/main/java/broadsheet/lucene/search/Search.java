package broadsheet.lucene.search;

import broadsheet.engine.request.Counting;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Tiers;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.compile.TierNote;
import broadsheet.lucene.count.Counts;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.rank.Collapsing;
import broadsheet.lucene.suggest.DateInstead;
import broadsheet.lucene.suggest.DidYouMean;
import broadsheet.lucene.suggest.Shortfall;
import broadsheet.lucene.suggest.ShortfallSearch;
import broadsheet.lucene.suggest.SpellingSuggestions;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.lucene.search.ScoreDoc;

/**
 * Runs one search by its {@link SearchPlan}. When the time is up, it returns the results so far.
 * Not thread-safe.
 */
public final class Search {

  /** The most stop words that are listed. */
  private static final int MOST_LISTED = 10;

  private final long startedAt = System.nanoTime();
  private final Hits hits;
  private final SearchRequest request;
  private final SearchPlan plan;
  private final LanguageCompiler compiler;
  private final ResultPage listing;

  /** Compiles a request, the first step of a search. */
  public interface Compiling {
    Hits hits() throws IOException;
  }

  private Search(Compiling compiling) throws IOException {
    hits = compiling.hits();
    CompiledRequest asked = hits.asked();
    request = asked.request();
    plan = asked.plan();
    compiler = asked.compiler();
    listing = new ResultPage(hits);
  }

  /** Runs a search. */
  public static SearchResults of(Compiling compiling) throws IOException {
    return new Search(compiling).results();
  }

  private SearchResults results() throws IOException {
    Fusion fusion = hits.fusion();
    Tier first = plan.first();
    Found found = listing.of(first);
    if (first == Tier.LIST && found.total() > 0) {
      return list(found);
    }
    boolean isFew = found.total() < SearchResults.FEW;
    if (!found.isComplete() || (fusion.isAsAsked() && !isFew)) {
      return only(first, found, Optional.empty());
    }
    boolean isAny = fusion.isAsAsked() && found.total() > 0;
    Optional<Shortfall> shortfall = isAny ? Optional.empty() : Optional.of(shortfall());
    Optional<Tier> next =
        fusion.isByMeaning() ? Optional.empty() : plan.next(found.total(), request.sort());
    if (next.isEmpty()) {
      return only(first, found, shortfall);
    }
    return next.get() == Tier.SOME ? some(found, shortfall) : followed(found);
  }

  /** The reasons why no article matches the whole query. */
  private Shortfall shortfall() throws IOException {
    return ShortfallSearch.of(hits.asked(), hits.parts()).told();
  }

  /** Lists one tier alone: full matches or hits by meaning, or nothing. */
  private SearchResults only(Tier tier, Found found, Optional<Shortfall> shortfall)
      throws IOException {
    List<ScoreDoc> page = found.page();
    Tiers tiers = Tiers.full(found.total(), page.size(), found.listed());
    return results(found, shown(tier, page, found), page, tiers, List.of(), shortfall);
  }

  /** Lists full and partial matches together. */
  private SearchResults list(Found found) throws IOException {
    Optional<Shortfall> shortfall =
        found.isComplete() && found.whole() == 0 ? Optional.of(shortfall()) : Optional.empty();
    List<ScoreDoc> page = found.page();
    Relaxation words = plan.relaxation(Tier.LIST).orElseThrow();
    long whole = found.whole();
    Optional<Note> note =
        whole > 0 || found.isComplete()
            ? TierNote.ofList(whole, found.total(), words, compiler)
            : Optional.empty();
    Tiers tiers =
        new Tiers(
            whole,
            found.total() - whole,
            whole == 0 ? 0 : page.size(),
            found.listed(),
            plan.words(Tier.LIST),
            true,
            note);
    List<Note> told = whole == 0 ? note.stream().toList() : List.of();
    return results(found, shown(Tier.LIST, page, found), page, tiers, told, shortfall);
  }

  /**
   * Lists partial matches, as there is no full match.
   *
   * @param none the search for full matches
   */
  private SearchResults some(Found none, Optional<Shortfall> shortfall) throws IOException {
    Found partial = listing.of(Tier.SOME);
    Found found = partial.counting(FullElsewhere.of(none, partial, request.filters()));
    if (found.total() == 0) {
      return only(Tier.SOME, found, shortfall);
    }
    Note note = note(Tier.SOME, 0);
    Tiers tiers =
        new Tiers(
            0, found.total(), 0, found.listed(), plan.words(Tier.SOME), false, Optional.of(note));
    List<Hit> shown = shown(Tier.SOME, found.page(), found);
    return results(found, shown, found.page(), tiers, List.of(note), shortfall);
  }

  /** Lists a few full matches, followed by partial ones. */
  private SearchResults followed(Found page) throws IOException {
    Found first = listing.first(page);
    List<ScoreDoc> following = listing.following(first);
    List<ScoreDoc> all = new ArrayList<>(first.page());
    all.addAll(following);
    int from = (int) Math.min(request.before(), all.size());
    int to = Math.min(from + request.size(), all.size());
    int end = Math.clamp(first.page().size(), from, to);
    List<Hit> shown = new ArrayList<>(shown(Tier.FULL, all.subList(from, end), first));
    shown.addAll(hits.shown(Tier.FOLLOWING, all.subList(end, to), Collapsing.none()));
    Tiers tiers =
        following.isEmpty()
            ? Tiers.full(first.total(), end - from, first.listed())
            : new Tiers(
                first.total(),
                following.size(),
                end - from,
                all.size(),
                plan.words(Tier.FOLLOWING),
                false,
                Optional.of(note(Tier.FOLLOWING, first.total())));
    return results(first, shown, all.subList(from, to), tiers, List.of(), Optional.empty());
  }

  private Note note(Tier tier, long full) {
    return TierNote.of(full, plan.relaxation(tier).orElseThrow(), compiler);
  }

  private List<Hit> shown(Tier tier, List<ScoreDoc> page, Found found) throws IOException {
    if (found.counts().isPresent()) {
      found.counts().get().announce();
    }
    return hits.shown(tier, page, found.folding());
  }

  /**
   * @param found the hits to count
   * @param page the hits to show, and their tiers
   * @param shortfall empty if an article matches the whole query, or there was no time to look
   */
  private SearchResults results(
      Found found,
      List<Hit> shown,
      List<ScoreDoc> page,
      Tiers tiers,
      List<Note> tierNotes,
      Optional<Shortfall> shortfall)
      throws IOException {
    Optional<Counts> counts = found.counts();
    return new SearchResults(
        found.total(),
        completeness(found),
        found.folding().folded(),
        shown,
        tiers,
        listing.next(page, tiers.listed()),
        notes(found, tierNotes, shortfall),
        shortfall.map(Shortfall::clauses).orElse(List.of()),
        didYouMean(found, shortfall),
        DateInstead.of(hits.asked(), hits.parts()),
        counts.isPresent() ? counts.get().facets() : Map.of(),
        counts.isPresent() ? counts.get().timeline().and(plan.completeness()) : Timeline.empty(),
        counts.isPresent() ? counts.get().months() : List.of(),
        counts.isPresent() && request.counting() == Counting.WORDS
            ? OptionalLong.of(counts.get().words())
            : OptionalLong.empty(),
        Duration.ofNanos(System.nanoTime() - startedAt));
  }

  /** The spellings that find something instead or, on the first page, far more. */
  private List<String> didYouMean(Found found, Optional<Shortfall> shortfall) throws IOException {
    List<String> instead = List.of();
    if (shortfall.isPresent()) {
      instead = DidYouMean.of(hits.asked(), hits.parts(), shortfall.get().isOfFilters());
    }
    boolean isLookedFor =
        instead.isEmpty()
            && found.isComplete()
            && request.before() == 0
            && request.after().isEmpty();
    return isLookedFor ? SpellingSuggestions.of(hits.asked(), hits.parts()) : instead;
  }

  private Completeness completeness(Found found) {
    return hits.parts().isWhole()
        ? Completeness.within(found.isComplete()).or(plan.completeness())
        : Completeness.PART_UNREACHABLE;
  }

  private List<Note> notes(Found found, List<Note> tierNotes, Optional<Shortfall> shortfall) {
    List<Note> notes = new ArrayList<>(shortfall.map(Shortfall::notes).orElse(List.of()));
    notes.addAll(hits.fusion().notes());
    notes.addAll(tierNotes);
    stopWordNote().ifPresent(notes::add);
    notes.addAll(compiler.notes());
    if (!found.isComplete()) {
      notes.add(hits.asked().budget().note(found.total() > 0));
    }
    notes.addAll(hits.parts().notes());
    return notes;
  }

  private Optional<Note> stopWordNote() {
    List<QueryNode> stopWords = compiler.optionalStopWords(request.query());
    List<String> words = stopWords.stream().map(CanonicalText::of).limit(MOST_LISTED).toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(new Note.StopWords(words));
  }
}
