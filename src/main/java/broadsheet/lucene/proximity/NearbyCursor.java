package broadsheet.lucene.proximity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;

/** The occurrences of one thing that have, or do not have, another within reach. */
final class NearbyCursor implements OccurrenceCursor {

  private final OccurrenceCursor kept;
  private final OccurrenceCursor other;
  private final Nearness nearness;
  private final boolean isWanted;
  private final Stretches found = new Stretches();
  private Stretches all = new Stretches();
  private Stretches others = new Stretches();

  NearbyCursor(OccurrenceCursor kept, OccurrenceCursor other, Nearness nearness, boolean isWanted) {
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
  public boolean isIn(int document) throws IOException {
    all = kept.at(document);
    others = all.size() == 0 ? all : other.at(document);
    for (int i = 0; i < all.size(); i++) {
      if (nearness.any(all, i, others, _ -> true) == isWanted) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void mark(BitSet chosen, Marks marks) {
    BitSet own = new BitSet();
    chosen.stream().forEach(i -> own.set(found.first(i)));
    kept.mark(own, marks);
    if (isWanted) {
      other.mark(near(own), marks);
    }
  }

  /** The indexes of the others within reach of any of these. */
  private BitSet near(BitSet own) {
    BitSet near = new BitSet();
    try {
      if (own.cardinality() == 1) {
        addNear(own.nextSetBit(0), near);
      } else {
        addNear(own, near);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return near;
  }

  private void addNear(int one, BitSet near) throws IOException {
    nearness.any(
        all,
        one,
        others,
        o -> {
          near.set(o);
          return false;
        });
  }

  /** Checks each of the others, for which one nearby occurrence is enough. */
  private void addNear(BitSet own, BitSet near) throws IOException {
    Stretches chosen = new Stretches();
    own.stream().forEach(i -> chosen.add(all.start(i), all.end(i), i, 0));
    Nearness turned = nearness.turned();
    for (int o = 0; o < others.size(); o++) {
      near.set(o, turned.any(others, o, chosen, _ -> true));
    }
  }
}
