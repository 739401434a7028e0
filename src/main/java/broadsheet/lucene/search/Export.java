package broadsheet.lucene.search;

import broadsheet.engine.result.NamedArticle;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.rank.Reranking;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/**
 * Exports every article that a search finds, in its order, from one state of the archive. Hits are
 * fetched in stretches, each after the last hit of the one before: memory holds one stretch, and
 * the family numbers of the reprints met so far. Not thread-safe.
 */
public final class Export {

  private final Source source;
  private final boolean isFolding;
  private final Set<Long> met = new HashSet<>();

  /**
   * Hits of one request in one state of the archive, found in turns; articles are handed over
   * between turns.
   */
  public interface Source {

    /** Does work when its turn comes. Only the wait for the first turn is limited. */
    Stretch inTurn(boolean isFirst, Work work) throws IOException;

    /**
     * The number of hits to find at once after the first {@value Reranking#WINDOW}.
     *
     * @param times the number of such stretches found before
     */
    int size(int times);
  }

  /** The search for one stretch. It may be started several times. */
  public interface Work {
    Stretch with(Hits hits) throws IOException;
  }

  /** Hits kept in as little memory as possible, since a slow client may take long to read them. */
  public interface Kept {
    /**
     * Hands over their articles.
     *
     * @param isListed whether an article of a family is listed; called for each article in order
     */
    void handOver(Predicate<OptionalLong> isListed, Consumer<NamedArticle> taker)
        throws IOException;
  }

  /**
   * A range of the hits.
   *
   * @param last the hit after which to continue; empty at the end
   */
  public record Stretch(Tier tier, Kept kept, Optional<FieldDoc> last, boolean isEmpty) {}

  /**
   * @param isFolding whether only the first hit of each family is listed, as on result pages
   */
  public Export(Source source, boolean isFolding) {
    this.source = source;
    this.isFolding = isFolding;
  }

  /**
   * Hands over each hit that the total of a search counts; an exception from the taker ends the
   * export.
   */
  public void to(Consumer<NamedArticle> taker) throws IOException {
    Stretch stretch = source.inTurn(true, Export::first);
    stretch.kept().handOver(this::isListed, taker);
    for (int times = 0; stretch.last().isPresent(); times++) {
      Stretch before = stretch;
      int most = source.size(times);
      stretch = source.inTurn(false, hits -> following(before, most, hits));
      stretch.kept().handOver(this::isListed, taker);
    }
  }

  private static Stretch first(Hits hits) throws IOException {
    SearchPlan plan = hits.asked().plan();
    Stretch first = first(plan.first(), hits);
    Optional<Tier> instead =
        first.isEmpty() ? plan.next(0, hits.asked().request().sort()) : Optional.empty();
    return instead.isPresent() ? first(instead.get(), hits) : first;
  }

  private static Stretch first(Tier tier, Hits hits) throws IOException {
    Reranking reranking = ResultPage.reranking(hits);
    Hits.Wanted wanted =
        new Hits.Wanted(Optional.empty(), Reranking.WINDOW, reranking.window(), Hits.Extent.LISTED);
    List<ScoreDoc> found = hits.find(tier, wanted).best();
    ScoreDoc[] ranked = reranking.of(found.toArray(ScoreDoc[]::new));
    return new Stretch(tier, hits.kept(ranked), last(found, wanted.most()), found.isEmpty());
  }

  private static Stretch following(Stretch before, int most, Hits hits) throws IOException {
    Hits.Wanted wanted = new Hits.Wanted(before.last(), most, 0, Hits.Extent.LISTED);
    List<ScoreDoc> found = hits.find(before.tier(), wanted).best();
    return new Stretch(
        before.tier(),
        hits.kept(found.toArray(ScoreDoc[]::new)),
        last(found, most),
        found.isEmpty());
  }

  /** The hit after which to continue; empty when these are all. */
  private static Optional<FieldDoc> last(List<ScoreDoc> found, int most) {
    return found.size() < most ? Optional.empty() : Optional.of((FieldDoc) found.getLast());
  }

  private boolean isListed(OptionalLong family) {
    return !isFolding || family.isEmpty() || met.add(family.getAsLong());
  }
}
