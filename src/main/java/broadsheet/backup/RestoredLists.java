package broadsheet.backup;

import broadsheet.desk.Desks;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.ErasureSession;
import broadsheet.erasure.Tombstones;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Lists in a desk that is restored. They are of all collections of an archive, and may have
 * articles that were erased from another one than is restored.
 */
final class RestoredLists {

  private RestoredLists() {}

  /**
   * Erases what was erased from the collections beside an archive since the desk was backed up.
   *
   * @param copy the index whose desk is about to be put in place
   * @param place the folder of the index that it replaces
   */
  static void erase(Path copy, Path place) throws IOException {
    if (!ArchiveCollection.of(place).isFirst()) {
      return;
    }
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (ArchiveCollection each : ArchiveCollection.beside(place)) {
      Engine engine = Engines.open(each.in(place));
      if (!Tombstones.of(each.in(place)).isEmpty() && engine.hasIndex()) {
        try (ErasureSession session = engine.erasing()) {
          Desks.open(copy).lists().entries().erase(session::erased, today);
        }
      }
    }
  }
}
