package broadsheet.engine;

import java.nio.file.Path;

/**
 * A pinned snapshot of an index, which can be copied while later states are committed. For one
 * thread.
 */
public interface PinnedIndex extends AutoCloseable {

  /**
   * Copies the state into a local folder, where it can be opened, and verifies every byte.
   *
   * @param folder empty or missing
   * @throws EngineException when the index is damaged or the copy cannot be written
   */
  void copyTo(Path folder);

  @Override
  void close();
}
