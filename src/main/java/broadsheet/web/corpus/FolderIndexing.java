package broadsheet.web.corpus;

import java.nio.file.Path;
import java.util.List;

/** Adds folders to the index while it is served, one at a time. Thread-safe. */
public interface FolderIndexing {

  /** The progress of an indexing. */
  enum Phase {
    /** Nothing was read yet. */
    IDLE,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * The newest indexing at one moment.
   *
   * @param folder empty if there was none
   * @param lines the lines that {@code index} prints, so far
   */
  record Report(String folder, Phase phase, List<String> lines) {
    public Report {
      lines = List.copyOf(lines);
    }
  }

  Report report();

  /**
   * Begins to read a folder, or a file.
   *
   * @return whether it was begun; false if another is being read
   */
  boolean begin(Path folder);
}
