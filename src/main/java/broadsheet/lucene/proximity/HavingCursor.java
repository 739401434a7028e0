package broadsheet.lucene.proximity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;

/** The occurrences of one thing that have, or have not, another within reach. */
final class HavingCursor implements Cursor {

  private final Cursor kept;
  private final Cursor other;
  private final Nearness nearness;
  private final boolean isWanted;
  private final Stretches found = new Stretches();
  private Stretches all = new Stretches();
  private Stretches others = new Stretches();

  HavingCursor(Cursor kept, Cursor other, Nearness nearness, boolean isWanted) {
    this.kept = kept;
    this.other = other;
    this.nearness = nearness;
    this.isWanted = isWanted;
  }

  @Override
  public Stretches at(int document) throws IOException {
    found.clear();
    all = kept.at(document);
    others = other.at(document);
    for (int i = 0; i < all.size(); i++) {
      if (nearness.any(all, i, others, _ -> true) == isWanted) {
        found.add(all.start(i), all.end(i), i, 0);
      }
    }
    return found;
  }

  @Override
  public void mark(BitSet chosen, Marks marks) {
    BitSet own = new BitSet();
    BitSet near = new BitSet();
    chosen.stream().forEach(i -> own.set(found.first(i)));
    kept.mark(own, marks);
    if (isWanted) {
      own.stream().forEach(i -> addNear(i, near));
      other.mark(near, marks);
    }
  }

  private void addNear(int i, BitSet near) {
    try {
      nearness.any(
          all,
          i,
          others,
          o -> {
            near.set(o);
            return false;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
