package broadsheet.lucene.schema;

import broadsheet.engine.EngineException;
import broadsheet.engine.IndexDamagedException;
import broadsheet.path.PathName;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.jspecify.annotations.Nullable;

/** Explains in one line why an index cannot be read, and what to do. Stateless. */
public final class UnreadableIndex {

  private UnreadableIndex() {}

  /**
   * The error for a failure to open an index.
   *
   * @param folder the folder of the index
   */
  public static EngineException because(IOException cause, Path folder) {
    if (isDamage(cause)) {
      return damaged(folder, cause);
    }
    return switch (cause) {
      case IndexNotFoundException _ -> missing(folder);
      case IndexFormatTooNewException _, IndexFormatTooOldException _ ->
          ofAnotherLucene(folder, cause);
      default ->
          new EngineException(
              "The index in %s cannot be read (%s). Check that the folder may be read, then try again."
                  .formatted(folder, reason(cause)),
              cause);
    };
  }

  /** Whether a failure to read files of an index shows that they are not as they were written. */
  public static boolean isDamage(@Nullable Throwable cause) {
    return switch (cause) {
      case IndexFormatTooOldException old -> isNoLuceneFile(old);
      case IndexNotFoundException _ -> false;
      case CorruptIndexException _,
          NoSuchFileException _,
          FileNotFoundException _,
          EOFException _ ->
          true;
      case null, default -> false;
    };
  }

  /** The error for a missing index. */
  public static EngineException missing(Path folder) {
    return new EngineException(
        "There is no index in %s. Build one: ./broadsheet index PATH --index %s"
            .formatted(PathName.of(folder), PathName.quoted(folder)));
  }

  /** The error for a damaged index. */
  public static EngineException damaged(Path folder, Throwable cause) {
    return new IndexDamagedException(
        "The index in %s is damaged (%s). Rebuild it: ./broadsheet index PATH --index %s"
            .formatted(PathName.of(folder), reason(cause), PathName.quoted(folder)),
        cause);
  }

  private static EngineException ofAnotherLucene(Path folder, IOException cause) {
    return IndexFormat.anotherFormat(folder, "of another Lucene", cause);
  }

  /** Lucene reports a file as too old when it does not begin like any Lucene file. */
  private static boolean isNoLuceneFile(IndexFormatTooOldException e) {
    return Objects.equals(e.getMinVersion(), CodecUtil.CODEC_MAGIC);
  }

  /** The reason for an exception. One without a message is almost always an interrupted read. */
  public static String reason(Throwable thrown) {
    return Objects.requireNonNullElse(thrown.getMessage(), "it was interrupted")
        .replaceAll("\\s+", " ");
  }
}
