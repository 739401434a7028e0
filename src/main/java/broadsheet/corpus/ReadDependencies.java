package broadsheet.corpus;

import broadsheet.corpus.format.Readers;
import broadsheet.corpus.record.Stamp;
import broadsheet.corpus.spoken.TranscriptBeside;
import broadsheet.ledger.FileRecord;
import broadsheet.path.PathName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * The dependencies of a file's reading: its readers, other files, present or missing, the file that
 * a page belongs to, and the recognition of pictures. Checks later whether all of it is still the
 * same. Not thread-safe.
 */
final class ReadDependencies {
  private static final String FILE = "file";
  private static final String OWNER = "owner";
  private static final String TEXT = "text";
  private static final String TRANSCRIPT = "transcript";
  private static final String RECOGNITION = "recognition";
  private static final String READER = "reader";
  private static final String MISSING = "missing";

  /** Occurs in no path. */
  private static final String SEPARATOR = "\0";

  private static final int PARTS = 3;

  private final Path root;
  private final Issues issues;
  private final Set<List<String>> notes = new LinkedHashSet<>();

  /**
   * @param root the folder beyond which nothing is looked at
   */
  ReadDependencies(Path root, Issues issues) {
    this.root = root;
    this.issues = issues;
  }

  /** Notes that a file was asked for, whether or not it is there. */
  void asked(Path path) {
    note(FILE, path, stamp(path));
  }

  /** The file that a page belongs to, which is noted. */
  Optional<Path> owner(Path page) {
    Optional<Path> owner = issues.ownerOf(page, root);
    note(OWNER, page, owner.map(PathName::of).orElse(""));
    return owner;
  }

  /** The file that has the text of a picture, which is noted. */
  Optional<Path> text(Path picture) {
    Optional<Path> text = PictureTexts.of(picture, root, issues);
    note(TEXT, picture, text.map(PathName::of).orElse(""));
    return text;
  }

  /** The transcript of a recording, which is noted. */
  Optional<Path> transcript(Path recording) {
    Optional<Path> transcript = TranscriptBeside.of(recording);
    note(TRANSCRIPT, recording, transcript.map(PathName::of).orElse(""));
    return transcript;
  }

  /** Notes the languages in which pictures are recognized, or that they are not. */
  void recognition() {
    notes.add(List.of(RECOGNITION, "", issues.recognition()));
  }

  /**
   * Notes the readers of the file and of what it contains.
   *
   * @param formats the names of their formats; empty if none knows it
   */
  void readers(Set<String> formats) {
    Set<String> all = formats.isEmpty() ? Set.of(Readers.NONE) : formats;
    all.forEach(format -> notes.add(List.of(READER, format, issues.readers().revision(format))));
  }

  /** All that was noted; empty if nothing was. */
  String state() {
    return notes.stream().flatMap(List::stream).collect(Collectors.joining(SEPARATOR));
  }

  /** Whether all that was noted with a file, as a record of it has that, is still so. */
  boolean areSame(FileRecord known) {
    return parted(known)
        .map(
            notes ->
                notes.stream().allMatch(note -> isSame(note.get(0), note.get(1), note.get(2)))
                    && (notes.stream().anyMatch(note -> note.getFirst().equals(READER))
                        || isReadAsByFirst(known)))
        .orElse(false);
  }

  /** Whether a file that release 2.0.0 read is read like that. What it had no reader for is not. */
  private boolean isReadAsByFirst(FileRecord known) {
    return known.articles() > 0 && issues.readers().revised().isEmpty();
  }

  /** All that was noted with a file; empty if it is not of this form. */
  private static Optional<List<List<String>>> parted(FileRecord known) {
    List<String> parts = List.of(known.companions().split(SEPARATOR, -1));
    if (known.companions().isEmpty()) {
      return Optional.of(List.of());
    }
    return parts.size() % PARTS == 0
        ? Optional.of(parts.stream().gather(Gatherers.windowFixed(PARTS)).toList())
        : Optional.empty();
  }

  /**
   * The formats whose readers would read a file otherwise now. For a file that release 2.0.0 read,
   * which may be in any format, these are all that were revised since.
   */
  static List<String> revised(FileRecord known, Readers readers) {
    List<List<String>> noted =
        parted(known).orElse(List.of()).stream()
            .filter(note -> note.getFirst().equals(READER))
            .toList();
    return noted.isEmpty()
        ? readers.revised()
        : noted.stream()
            .filter(note -> !readers.areSame(note.get(1), note.get(2)))
            .map(note -> note.get(1))
            .toList();
  }

  private boolean isSame(String kind, String name, String state) {
    try {
      Path path = PathName.toPath(name);
      return switch (kind) {
        case FILE -> !state.isEmpty() && state.equals(stamp(path));
        case TEXT -> state.equals(PictureTexts.of(path, root, issues).map(PathName::of).orElse(""));
        case TRANSCRIPT -> state.equals(TranscriptBeside.of(path).map(PathName::of).orElse(""));
        case RECOGNITION -> state.equals(issues.recognition());
        case READER -> issues.readers().areSame(name, state);
        case OWNER -> state.equals(issues.ownerOf(path, root).map(PathName::of).orElse(""));
        default -> false;
      };
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The file's stamp; empty if the file changed a moment ago and may change again unnoticed. */
  private static String stamp(Path path) {
    return Files.exists(path) ? Stamp.of(path) : MISSING;
  }

  private void note(String kind, Path path, String state) {
    notes.add(List.of(kind, PathName.of(path), state));
  }

  /**
   * Finds the file that has the text of a scanned page already: one named like the scan, or the
   * description of the issue that the scan lies with. Stateless.
   */
  private static final class PictureTexts {
    private static final Pattern EXTENSION = Pattern.compile("\\.\\w{1,5}$");

    private static final List<String> ENDINGS =
        List.of(".xml", "_alto.xml", ".alto.xml", "-alto.xml", "_ocr.xml", ".hocr", ".pdf", ".txt");

    /** Folders of text, beside the scan or beside its folder. */
    private static final List<String> FOLDERS =
        List.of("", "../", "../alto/", "../ALTO/", "../ocr/", "../text/", "../xml/", "../page/");

    private PictureTexts() {}

    /**
     * Such a file; empty if there is none.
     *
     * @param picture absolute
     * @param root the folder beyond which nothing is looked at
     */
    static Optional<Path> of(Path picture, Path root, Issues issues) {
      Path folder = picture.getParent();
      Path name = picture.getFileName();
      if (folder == null || name == null) {
        return Optional.empty();
      }
      String stem = EXTENSION.matcher(PathName.of(name)).replaceFirst("");
      for (String where : FOLDERS) {
        for (String ending : ENDINGS) {
          List<Path> found = DiskSiblings.all(folder, where + stem + ending, root);
          if (!found.isEmpty()) {
            return Optional.of(found.getFirst());
          }
        }
      }
      return issues.issueAround(picture, root);
    }
  }
}
