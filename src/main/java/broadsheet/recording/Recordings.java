package broadsheet.recording;

import broadsheet.article.Recording;
import broadsheet.path.SourceRoots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Finds the recordings of indexed articles, within the sources only. A recording must be named and
 * begin as one of a kind that browsers play, so no other file is ever sent. Safe for use by several
 * threads.
 *
 * @param roots what the index is made from
 */
public record Recordings(SourceRoots roots) {
  /** The file of a recording; empty if there is none that can be played. */
  public Optional<RecordingFile> of(Recording recording) {
    Optional<MediaKind> kind =
        recording.hasMedia() ? MediaKind.named(recording.media()) : Optional.empty();
    return kind.isEmpty()
        ? Optional.empty()
        : roots.file(recording.media()).flatMap(path -> file(path, kind.get()));
  }

  private static Optional<RecordingFile> file(Path path, MediaKind kind) {
    try (InputStream in = Files.newInputStream(path)) {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      String version = file.size() + "-" + file.lastModifiedTime().toMillis();
      return kind.begins(in.readNBytes(MediaKind.HEAD))
          ? Optional.of(new RecordingFile(path, kind, file.size(), version))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
