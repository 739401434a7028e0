package broadsheet.corpus.spoken;

import broadsheet.corpus.record.Siblings;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** Finds the recording of a transcript: the file of the same name beside it. Stateless. */
  static final class MediaBeside {
    /** The kinds that browsers play, pictures first. */
    private static final List<String> KINDS =
        List.of("mp4", "webm", "m4v", "ogv", "mp3", "m4a", "ogg", "oga", "opus", "wav", "flac");

    private MediaBeside() {}

    /** Its path; empty if there is none on disk. */
    static Optional<Path> of(TranscriptName name, Siblings siblings) {
      return candidates(name).stream().flatMap(file -> siblings.onDisk(file).stream()).findFirst();
    }

    static String name(Path file) {
      return PathName.of(file.getFileName() == null ? file : file.getFileName());
    }

    /** Some programs add their extension to the name of the recording: {@code talk.mp3.json}. */
    private static List<String> candidates(TranscriptName name) {
      List<String> candidates = new ArrayList<>();
      for (String base : List.of(name.base(), name.bare())) {
        if (KINDS.stream().anyMatch(kind -> base.toLowerCase(Locale.ROOT).endsWith("." + kind))) {
          candidates.add(base);
        }
      }
      for (String kind : KINDS) {
        for (String base : List.of(name.base(), name.bare())) {
          candidates.add(base + "." + kind);
          candidates.add(base + "." + kind.toUpperCase(Locale.ROOT));
        }
      }
      return candidates.stream().distinct().toList();
    }
  }
}
