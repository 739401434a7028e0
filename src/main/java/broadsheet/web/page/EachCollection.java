package broadsheet.web.page;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.SearchEngine;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The collections of an archive, for what concerns each of them alone. Thread-safe. */
public interface EachCollection {

  /** An archive that has only the first. */
  EachCollection ONE =
      new EachCollection() {
        @Override
        public Map<String, Long> published() {
          return Map.of();
        }

        @Override
        public Set<ArchiveCollection> read() {
          return Set.of(ArchiveCollection.FIRST);
        }

        @Override
        public Set<ArchiveCollection> where(Predicate<SearchEngine> holds) {
          return Set.of(ArchiveCollection.FIRST);
        }
      };

  /** The published states of all, those that the reader may not read included; none if of one. */
  Map<String, Long> published();

  /** Those that the reader may read. */
  Set<ArchiveCollection> read();

  /**
   * Those among the ones that the reader may read of which something holds; the only one in any
   * case.
   */
  Set<ArchiveCollection> where(Predicate<SearchEngine> holds);
}
