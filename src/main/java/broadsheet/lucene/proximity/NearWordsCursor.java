package broadsheet.lucene.proximity;

import broadsheet.lucene.analysis.ArticleAnalyzer;
import java.io.IOException;
import java.util.BitSet;
import java.util.Objects;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of one word that have another within a number of words. Whether there are any
 * shows in the first places of an article, and the others are not read.
 */
final class NearWordsCursor implements OccurrenceCursor {

  /** No earlier place yet; no place is within reach of it. */
  private static final int NONE = Integer.MAX_VALUE;

  private final LazyPostingsMerge kept;
  private final LazyPostingsMerge other;
  private final Occurrences.Side side;
  private final int most;
  private final Layout layout;
  private final AdjacentWords adjacent;
  private final IOSupplier<OccurrenceCursor> opening;
  private @Nullable OccurrenceCursor all;

  /**
   * @param most the distance, less than {@link ArticleAnalyzer#PARAGRAPH_GAP}
   * @param adjacent where one is known to follow the other directly
   * @param opening opens what finds the same occurrences with their places, if they are asked for
   */
  NearWordsCursor(
      LazyPostingsMerge kept,
      LazyPostingsMerge other,
      Occurrences.Side side,
      int most,
      Layout layout,
      AdjacentWords adjacent,
      IOSupplier<OccurrenceCursor> opening) {
    this.kept = kept;
    this.other = other;
    this.side = side;
    this.most = most;
    this.layout = layout;
    this.adjacent = adjacent;
    this.opening = opening;
  }

  @Override
  public Stretches at(int document) throws IOException {
    if (all == null) {
      all = opening.get();
    }
    return all.at(document);
  }

  @Override
  public void mark(BitSet chosen, Marks marks) {
    Objects.requireNonNull(all, "nothing was asked for").mark(chosen, marks);
  }

  /** Compares each place with the last one of the other word before it, in the order of places. */
  @Override
  public boolean isIn(int document) throws IOException {
    if (adjacent.areIn(document)) {
      return true;
    }
    if (!kept.turnTo(document) || !other.turnTo(document)) {
      return false;
    }
    int mine = kept.next();
    int theirs = other.next();
    int lastOfMine = NONE;
    int lastOfTheirs = NONE;
    while (true) {
      int place = Math.min(mine, theirs);
      if ((place == theirs && side.mayBeBefore() && areNear(lastOfMine, place, document))
          || (place == mine && side.mayBeAfter() && areNear(lastOfTheirs, place, document))) {
        return true;
      }
      if (mine == LazyPostingsMerge.NO_MORE || theirs == LazyPostingsMerge.NO_MORE) {
        return false; // the places that are left are further away
      }
      if (place == mine) {
        lastOfMine = mine;
        mine = kept.next();
      }
      if (place == theirs) {
        lastOfTheirs = theirs;
        theirs = other.next();
      }
    }
  }

  /**
   * Whether a place is within the distance after an earlier one. Words are counted only where the
   * places are so far apart that gaps between paragraphs may lie between them.
   */
  private boolean areNear(int earlier, int place, int document) throws IOException {
    int apart = place - earlier;
    if (apart < ArticleAnalyzer.PARAGRAPH_GAP) {
      return apart > 0 && apart <= most;
    }
    int withoutGaps = apart % ArticleAnalyzer.PARAGRAPH_GAP;
    if (withoutGaps == 0 || withoutGaps > most) {
      return false;
    }
    layout.turnTo(document);
    return layout.number(place) - layout.number(earlier) == withoutGaps;
  }
}
