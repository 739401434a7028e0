package broadsheet.worker;

import broadsheet.files.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which a worker keeps what does not fit in memory. Both the program and the worker
 * delete it, whichever is left.
 */
final class WorkerFolder {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerFolder.class);
  static final String PREFIX = "broadsheet-worker";

  private WorkerFolder() {}

  static Path create() throws IOException {
    return Files.createTempDirectory(PREFIX);
  }

  /** Deletes the folder of this process, if it is a worker with one. */
  static void deleteOwn() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    if (folder.getFileName() != null && folder.getFileName().toString().startsWith(PREFIX)) {
      delete(folder);
    }
  }

  static void delete(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException e) {
      LOG.debug("Could not delete {}", folder, e);
    }
  }
}
