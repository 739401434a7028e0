package broadsheet.lucene.sharded;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Tiers;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.TierNote;
import broadsheet.lucene.shard.Part;
import broadsheet.lucene.shard.SearchQuestion;
import broadsheet.lucene.suggest.Shortfall;
import broadsheet.lucene.suggest.ShortfallSearch;
import broadsheet.query.CanonicalText;
import broadsheet.query.DateInWords;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.ScoreDoc;

/** One search over all shards, as {@code Search} runs it over one index. Not thread-safe. */
final class ShardedSearch {

  /** The most stop words that are listed. */
  private static final int MOST_LISTED = 10;

  private final SearchRequest request;
  private final List<Note> remarks;
  private final Round round;
  private final ShardedPage listing;
  private final SearchPlan plan;
  private final long startedAt = System.nanoTime();

  /**
   * @param remarks on the request
   */
  ShardedSearch(SearchRequest request, List<Note> remarks, Round round) throws IOException {
    this.request = request;
    this.remarks = remarks;
    this.round = round;
    listing = new ShardedPage(request, round);
    plan = listing.plan();
  }

  SearchResults results() throws IOException {
    ShardedPage.Merged found = listing.of(Part.FULL);
    if (!found.isComplete() || found.total() >= SearchPlan.FEW) {
      return only(Part.FULL, found, Shortfall.none());
    }
    Shortfall shortfall = found.total() > 0 ? Shortfall.none() : shortfall();
    if (found.total() == 0 && plan.instead().isPresent()) {
      return some(shortfall);
    }
    boolean isFollowed = found.total() > 0 && request.sort() == SortOrder.RELEVANCE;
    return isFollowed && plan.following().isPresent()
        ? followed(found)
        : only(Part.FULL, found, shortfall);
  }

  private SearchResults only(Part part, ShardedPage.Merged found, Shortfall shortfall)
      throws IOException {
    List<ScoreDoc> page = found.listed();
    Tiers tiers = Tiers.full(found.total(), page.size(), found.all());
    List<Hit> hits = listing.shown(part, page, found, false);
    return results(part, found, hits, page, tiers, List.of(), shortfall);
  }

  private SearchResults some(Shortfall shortfall) throws IOException {
    ShardedPage.Merged found = listing.of(Part.SOME);
    if (found.total() == 0) {
      return only(Part.SOME, found, shortfall);
    }
    Note note = TierNote.of(0, plan.instead().orElseThrow(), round.compiler());
    Tiers tiers = new Tiers(0, found.total(), 0, found.all(), Optional.of(note));
    List<Hit> hits = listing.shown(Part.SOME, found.listed(), found, true);
    return results(Part.SOME, found, hits, found.listed(), tiers, List.of(note), shortfall);
  }

  private SearchResults followed(ShardedPage.Merged page) throws IOException {
    ShardedPage.Merged first = listing.first(page);
    List<ScoreDoc> following = listing.following(first);
    List<ScoreDoc> all = new ArrayList<>(first.listed());
    all.addAll(following);
    int from = (int) Math.min(request.before(), all.size());
    int to = Math.min(from + request.size(), all.size());
    int end = Math.clamp(first.listed().size(), from, to);
    List<ScoreDoc> below = all.subList(end, to);
    List<Hit> hits =
        new ArrayList<>(listing.shown(Part.FULL, all.subList(from, end), first, false));
    hits.addAll(listing.shown(Part.FOLLOWING, below, ShardedPage.Merged.none(), true));
    Tiers tiers =
        following.isEmpty()
            ? Tiers.full(first.total(), end - from, first.all())
            : new Tiers(
                first.total(),
                following.size(),
                end - from,
                all.size(),
                Optional.of(
                    TierNote.of(first.total(), plan.following().orElseThrow(), round.compiler())));
    return results(
        Part.FULL, first, hits, all.subList(from, to), tiers, List.of(), Shortfall.none());
  }

  /** Adds up what the shards say; the client's own answer, over no article, has the notes. */
  private Shortfall shortfall() throws IOException {
    FilterClause narrowing = FilterClause.to(request.filters());
    List<ClauseCount> clauses =
        new ShortfallSearch(request.query(), round.compiler(), narrowing, round.client())
            .of(plan.full())
            .clauses();
    Set<String> spellings = new TreeSet<>();
    long unfiltered = 0;
    boolean isCounted = true;
    for (Shortfall own : round.ask(new SearchQuestion.OfShortfall(request))) {
      isCounted &= !own.notes().contains(Note.Plain.PARTS_NOT_COUNTED);
      clauses = sums(clauses, own.clauses());
      spellings.addAll(own.didYouMean());
      for (Note note : own.notes()) {
        unfiltered += note instanceof Note.WithoutFilters(long count, boolean _) ? count : 0;
      }
    }
    List<Note> notes = new ArrayList<>();
    if (!isCounted) {
      notes.add(Note.Plain.PARTS_NOT_COUNTED);
    }
    if (unfiltered > 0) {
      notes.add(new Note.WithoutFilters(unfiltered, true));
    }
    return new Shortfall(notes, clauses, spellings.stream().limit(3).toList());
  }

  private static List<ClauseCount> sums(List<ClauseCount> one, List<ClauseCount> other) {
    List<ClauseCount> sums = new ArrayList<>();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      sums.add(new ClauseCount(one.get(i).clause(), one.get(i).count() + other.get(i).count()));
    }
    return sums;
  }

  private SearchResults results(
      Part part,
      ShardedPage.Merged found,
      List<Hit> hits,
      List<ScoreDoc> page,
      Tiers tiers,
      List<Note> tierNotes,
      Shortfall shortfall)
      throws IOException {
    Optional<ShardedCounts> counts =
        request.isCounting() ? Optional.of(listing.counts(part, found)) : Optional.empty();
    return new SearchResults(
        found.total(),
        completeness(found),
        found.folded(),
        hits,
        tiers,
        listing.next(page, tiers.listed()),
        notes(found, tierNotes, shortfall),
        shortfall.clauses(),
        shortfall.didYouMean(),
        dateInstead(),
        counts.isEmpty() ? Map.of() : counts.get().facets(),
        counts.map(each -> each.timeline().and(plan.completeness())).orElse(Timeline.empty()),
        Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private Completeness completeness(ShardedPage.Merged found) {
    return round.isWhole()
        ? Completeness.within(found.isComplete()).or(plan.completeness())
        : Completeness.PART_UNREACHABLE;
  }

  private List<String> dateInstead() throws IOException {
    Set<String> finding = new TreeSet<>();
    List<QueryNode> dated = DateInWords.of(request.query());
    if (dated.isEmpty()) {
      return List.of();
    }
    round.ask(new SearchQuestion.OfDateInstead(request)).forEach(finding::addAll);
    return dated.stream().map(CanonicalText::of).filter(finding::contains).toList();
  }

  private List<Note> notes(ShardedPage.Merged found, List<Note> tierNotes, Shortfall shortfall) {
    List<Note> notes = new ArrayList<>(shortfall.notes());
    notes.addAll(remarks);
    notes.addAll(tierNotes);
    List<QueryNode> stopWords = round.compiler().optionalStopWords(request.query());
    if (!stopWords.isEmpty()) {
      List<String> words = stopWords.stream().map(CanonicalText::of).limit(MOST_LISTED).toList();
      notes.add(new Note.StopWords(words));
    }
    notes.addAll(round.compiler().notes());
    if (!found.isComplete()) {
      notes.add(round.client().note(found.total() > 0));
    }
    notes.addAll(round.notes());
    return notes;
  }
}
