package broadsheet.corpus.archive;

import broadsheet.corpus.record.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Recognizes files that look like archives of articles but cannot be read as such. */
final class UnreadArchive {
  private static final String PROGRAM = "a program, packed as zip";

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("jar", PROGRAM),
          Map.entry("war", PROGRAM),
          Map.entry("ear", PROGRAM),
          Map.entry("apk", PROGRAM),
          Map.entry("whl", PROGRAM),
          Map.entry("xpi", PROGRAM));

  private static final int FIRST_NAME = 30;

  private UnreadArchive() {}

  /** Why it is not read; empty if nothing speaks against it. */
  static Optional<String> reason(SourceFile file, byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("7z\u00bc\u00af'\u001c")) {
      return Optional.of("a 7z archive: unpack it first");
    }
    if (start.startsWith("Rar!\u001a\u0007")) {
      return Optional.of("a RAR archive: unpack it first");
    }
    if (!start.startsWith(Zip.ENTRY)) {
      return Optional.empty();
    }
    String named = BY_EXTENSION.get(file.extension());
    return named == null ? byFirstEntry(start) : Optional.of(named);
  }

  /** Kinds that are recognized by their first entry. */
  private static Optional<String> byFirstEntry(String start) {
    String first = start.length() < FIRST_NAME ? "" : start.substring(FIRST_NAME);
    return first.startsWith("META-INF/") ? Optional.of(PROGRAM) : Optional.empty();
  }
}
