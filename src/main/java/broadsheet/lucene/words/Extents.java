package broadsheet.lucene.words;

import broadsheet.engine.words.Extent;
import java.util.List;

/** Adds up what parts of an archive read. Stateless. */
final class Extents {
  private Extents() {}

  static Extent sum(List<Extent> parts) {
    return new Extent(
        parts.stream().mapToLong(Extent::read).sum(),
        parts.stream().mapToLong(Extent::of).sum(),
        parts.stream().allMatch(Extent::isAll));
  }

  /** The same extent, which is of all articles only if something else holds too. */
  static Extent and(Extent extent, boolean isAll) {
    return new Extent(extent.read(), extent.of(), extent.isAll() && isAll);
  }
}
