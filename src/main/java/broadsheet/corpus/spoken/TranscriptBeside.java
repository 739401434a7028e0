package broadsheet.corpus.spoken;

import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the transcript of a recording: the reverse of {@link MediaBeside}. Stateless. */
public final class TranscriptBeside {
  /** Extensions that only transcripts have, beside a recording. */
  private static final List<String> ENDINGS =
      List.of(
          ".srt", ".vtt", ".webvtt", ".ttml", ".ttml2", ".dfxp", ".itt", ".smi", ".sami", ".json",
          ".json3");

  private static final Pattern EXTENSION = Pattern.compile("\\.\\w{1,5}$");

  /** Folders are read to here for names with a language: each recording looks. */
  private static final int MOST_NAMES = 1_000;

  private TranscriptBeside() {}

  /** Such a file; empty if there is none. */
  public static Optional<Path> of(Path recording) {
    String name = MediaBeside.name(recording);
    String stem = EXTENSION.matcher(name).replaceFirst("");
    return List.of(stem, name).stream()
        .flatMap(base -> ENDINGS.stream().map(base::concat))
        .map(each -> recording.resolveSibling(PathName.toPath(each)))
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> inALanguage(recording, name, stem));
  }

  private static Optional<Path> inALanguage(Path recording, String name, String stem) {
    Path folder = recording.getParent();
    if (folder == null) {
      return Optional.empty();
    }
    Optional<Path> first = Optional.empty();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      int looked = 0;
      for (Path file : files) {
        boolean isSmaller = first.isEmpty() || file.compareTo(first.get()) < 0;
        if (isSmaller && isOf(MediaBeside.name(file), name, stem)) {
          first = Optional.of(file);
        }
        if (++looked == MOST_NAMES) {
          break;
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return first;
  }

  private static boolean isOf(String file, String name, String stem) {
    if (!file.startsWith(stem) || ENDINGS.stream().noneMatch(file::endsWith)) {
      return false;
    }
    String bare = TranscriptName.of(file).bare();
    return bare.equals(stem) || bare.equals(name);
  }
}
