package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.CorrectionCheck;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.names.NameCorrection;
import java.util.Set;
import java.util.function.Consumer;

/** Checks corrections of the names in a collection, which may be made before it has an index. */
record CollectionCheck(CommonOptions common, ArchiveCollection collection) {

  /** Checks them against what the collection has, if it is there. */
  void check(Consumer<CorrectionCheck> checks) {
    try (ArchiveCollections all = common.engine().collections(Engine.TIME_LIMIT)) {
      if (all.all().contains(collection)) {
        check(checks, all);
      }
    }
  }

  private void check(Consumer<CorrectionCheck> checks, ArchiveCollections all) {
    try (SearchEngine engine = all.search(Set.of(collection))) {
      if (engine.hasNames()) {
        engine.correct(NameCorrection.of(collection.tag(), common.desk().names().corrections()));
      }
      checks.accept(new CorrectionCheck(engine));
    }
  }
}
