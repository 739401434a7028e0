package broadsheet.use;

import broadsheet.engine.ArchiveCollection;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The uses of each collection in each month. Immutable. */
public record UseCounts(SortedMap<YearMonth, SortedMap<ArchiveCollection, Uses>> months) {

  static final UseCounts NONE = new UseCounts(new TreeMap<>());

  /** One use. */
  static UseCounts of(YearMonth month, ArchiveCollection collection, UseKind kind) {
    return new UseCounts(
        new TreeMap<>(Map.of(month, new TreeMap<>(Map.of(collection, Uses.NONE.with(kind))))));
  }

  UseCounts and(UseCounts others) {
    SortedMap<YearMonth, SortedMap<ArchiveCollection, Uses>> all = new TreeMap<>();
    months.forEach((month, uses) -> all.put(month, new TreeMap<>(uses)));
    others.months.forEach(
        (month, uses) -> {
          SortedMap<ArchiveCollection, Uses> sums =
              all.computeIfAbsent(month, _ -> new TreeMap<>());
          uses.forEach((collection, some) -> sums.merge(collection, some, Uses::and));
        });
    return new UseCounts(all);
  }

  /** Whether nothing was counted. */
  public boolean isNone() {
    return months.isEmpty();
  }
}
