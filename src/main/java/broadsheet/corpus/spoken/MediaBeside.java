package broadsheet.corpus.spoken;

import broadsheet.corpus.record.Siblings;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the recording of a transcript: the file of the same name beside it. Stateless. */
final class MediaBeside {
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
