package broadsheet.lucene.index;

import broadsheet.engine.EngineException;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.path.PathName;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.LockObtainFailedException;

/** Says why an index cannot be written, and what to do. Stateless. */
final class UnwritableIndex {

  private UnwritableIndex() {}

  static EngineException isWritten(Path folder, LockObtainFailedException cause) {
    return new EngineException(
        "Another process is writing the index in "
            + folder
            + ". Wait until it is done, or give --index another folder.",
        cause);
  }

  static EngineException because(Path folder, Throwable cause) {
    if (cause instanceof CorruptIndexException corrupt) {
      return UnreadableIndex.because(corrupt, folder);
    }
    return new EngineException(
        "The index in %s cannot be written (%s). The old index, if there was one, is unharmed."
            .formatted(folder, reason(cause)),
        cause);
  }

  static EngineException nothingToUpdate(Path folder, IndexNotFoundException cause) {
    return new EngineException(
        "There is no index in %s to update. Build one: ./broadsheet index PATH --index %s"
            .formatted(PathName.of(folder), PathName.quoted(folder)),
        cause);
  }

  /** The root cause in words: the message of most file exceptions is just the path. */
  private static String reason(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return switch (root) {
      case AccessDeniedException e -> "no permission for " + e.getFile();
      case NoSuchFileException e -> e.getFile() + " is missing";
      default -> UnreadableIndex.reason(root);
    };
  }
}
