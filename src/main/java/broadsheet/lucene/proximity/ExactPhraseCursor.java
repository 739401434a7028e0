package broadsheet.lucene.proximity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Matches exact phrases: words in exactly their row. Each occurrence is marked from its first word
 * to its last.
 */
final class ExactPhraseCursor implements OccurrenceCursor {

  private final Layout layout;
  private final List<Places> places;
  private final List<Stretches> words = new ArrayList<>();
  private final int[] offsets;
  private final Stretches found = new Stretches();

  /**
   * @param places reads the words of each place of the row
   */
  ExactPhraseCursor(Row row, Layout layout, List<Places> places) {
    this.layout = layout;
    this.places = places;
    offsets = row.places().stream().mapToInt(Row.Place::offset).toArray();
  }

  @Override
  public Stretches at(int document) throws IOException {
    layout.turnTo(document);
    found.clear();
    words.clear();
    for (Places place : places) {
      Stretches here = place.at(document);
      if (here.size() == 0) {
        return found;
      }
      words.add(here);
    }
    for (int i = 0; i < words.getFirst().size(); i++) {
      addRow(i);
    }
    return found;
  }

  /** Adds the row that starts with one of the first words, if there is one. */
  private void addRow(int first) {
    int start = words.getFirst().start(first);
    int last = first;
    for (int place = 1; place < offsets.length; place++) {
      Stretches here = words.get(place);
      last = here.firstFrom(start + offsets[place]);
      if (last == here.size() || here.start(last) != start + offsets[place]) {
        return;
      }
    }
    int length = offsets[offsets.length - 1];
    int number = layout.number(start);
    found.add(
        number,
        length == 0 ? number : layout.number(start + length),
        words.getFirst().first(first),
        words.getLast().second(last));
  }

  @Override
  public void mark(BitSet chosen, Marks marks) {
    chosen.stream()
        .forEach(i -> marks.add(found.start(i), found.end(i), found.first(i), found.second(i)));
  }
}
