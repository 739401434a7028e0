package broadsheet.engine;

import java.nio.file.Path;

/**
 * The disk space for a second index beside an existing one, as a rebuild needs. Immutable.
 *
 * @param folder the folder of the index
 * @param live the bytes of the index that belong to articles it still has; 0 if there is none
 * @param free the bytes that may still be written to its disk
 */
public record IndexRoom(Path folder, long live, long free) {
  public IndexRoom {
    if (live < 0 || free < 0) {
      throw new IllegalArgumentException(live + " bytes, " + free + " free");
    }
  }
}
