package broadsheet.lucene.proximity;

import broadsheet.lucene.limits.Steps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Matches sloppy phrases: sets of distinct words, one for each place of the row, none moved
 * relative to another by more than the slop. This is Lucene's definition of slop, but finds every
 * such set, while Lucene's matcher misses some when a word occurs twice in the phrase. Each word is
 * marked separately.
 */
final class SloppyPhraseCursor implements OccurrenceCursor {

  /** The most sets that begin with the same word. */
  private static final int MOST_SETS = 64;

  /** The most words that are tried to find them. */
  private static final int MOST_TRIES = 10_000;

  private final Row row;
  private final Layout layout;
  private final List<Places> places;
  private final Steps steps;
  private final List<Stretches> words = new ArrayList<>();
  private final List<int[]> sets = new ArrayList<>();
  private final Stretches found = new Stretches();
  private int setsLeft;
  private int triesLeft;

  /**
   * @param places reads the words of each place of the row
   */
  SloppyPhraseCursor(Row row, Layout layout, List<Places> places, Steps steps) {
    this.row = row;
    this.layout = layout;
    this.places = places;
    this.steps = steps;
  }

  @Override
  public Stretches at(int document) throws IOException {
    find(document, Integer.MAX_VALUE);
    found.sort();
    return found;
  }

  @Override
  public boolean isIn(int document) throws IOException {
    find(document, 1);
    return found.size() > 0;
  }

  /** Searches an article until at least {@code enough} sets are found. */
  private void find(int document, int enough) throws IOException {
    layout.turnTo(document);
    found.clear();
    sets.clear();
    words.clear();
    for (Places place : places) {
      Stretches here = place.at(document);
      if (here.size() == 0) {
        return;
      }
      words.add(here);
    }
    for (int place = 0; place < words.size(); place++) {
      for (int i = 0; i < words.get(place).size() && found.size() < enough; i++) {
        steps.step();
        addSetsFrom(place, i, Math.min(enough, MOST_SETS));
      }
    }
  }

  /**
   * Adds the sets in which this word is moved furthest to the front; a tie goes to the first place.
   */
  private void addSetsFrom(int place, int word, int most) {
    setsLeft = most;
    triesLeft = MOST_TRIES;
    int[] set = new int[words.size()];
    set[place] = word;
    extend(set, 0, place, moved(place, word));
  }

  private int moved(int place, int word) {
    return words.get(place).start(word) - row.places().get(place).offset();
  }

  private void extend(int[] set, int place, int least, int from) {
    if (place == set.length) {
      addSet(set);
    } else if (place == least) {
      extend(set, place + 1, least, from);
    } else {
      // If several words are moved equally far, the set begins with the one of the first place.
      int least0 = place < least ? from + 1 : from;
      Stretches here = words.get(place);
      int offset = row.places().get(place).offset();
      int to = from + row.slop() + offset;
      for (int i = here.firstFrom(least0 + offset); i < here.size() && here.start(i) <= to; i++) {
        if (setsLeft == 0 || triesLeft-- <= 0) {
          return;
        }
        steps.step();
        set[place] = i;
        if (isFree(set, place, least)) {
          extend(set, place + 1, least, from);
        }
      }
    }
  }

  /** Whether the word just added to the set is not already in it. */
  private boolean isFree(int[] set, int place, int least) {
    int position = words.get(place).start(set[place]);
    for (int other = 0; other < place; other++) {
      if (words.get(other).start(set[other]) == position) {
        return false;
      }
    }
    return place > least || words.get(least).start(set[least]) != position;
  }

  private void addSet(int[] set) {
    setsLeft--;
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (int place = 0; place < set.length; place++) {
      int position = words.get(place).start(set[place]);
      start = Math.min(start, position);
      end = Math.max(end, position);
    }
    found.add(layout.number(start), layout.number(end), sets.size(), 0);
    sets.add(set.clone());
  }

  @Override
  public void mark(BitSet chosen, Marks marks) {
    chosen.stream().forEach(i -> mark(sets.get(found.first(i)), marks));
  }

  private void mark(int[] set, Marks marks) {
    for (int place = 0; place < set.length; place++) {
      Stretches here = words.get(place);
      int number = layout.number(here.start(set[place]));
      marks.add(number, number, here.first(set[place]), here.second(set[place]));
    }
  }
}
