package broadsheet.corpus.office;

import broadsheet.corpus.record.Peek;
import java.util.Optional;

/**
 * Recognizes files in the compound format that Office used until 2003, and that still wraps
 * encrypted files and Outlook's messages. They are not read.
 */
public final class OldOffice {
  private static final String START = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
  static final String WORD = "an old Word document: save it as DOCX";
  static final String SLIDES = "an old PowerPoint presentation: save it as PPTX";
  static final String SHEET = "an old Excel workbook: save it as XLSX or CSV";
  static final String MESSAGE = "an Outlook message: save it as EML";
  static final String ENCRYPTED = "an Office document with a password: save it without";
  static final String OTHER = "an old Office document";

  private OldOffice() {}

  /** The reason why such a file is not read; empty if it is another kind of file. */
  public static Optional<String> reason(Peek peek) {
    if (!peek.head().startsWith(START)) {
      return Optional.empty();
    }
    if (names(peek, "EncryptedPackage")) {
      return Optional.of(ENCRYPTED);
    }
    if (names(peek, "__properties_version1.0") || peek.hasExtension("msg")) {
      return Optional.of(MESSAGE);
    }
    if (names(peek, "WordDocument") || peek.hasExtension("doc", "dot")) {
      return Optional.of(WORD);
    }
    if (names(peek, "PowerPoint Document") || peek.hasExtension("ppt", "pps")) {
      return Optional.of(SLIDES);
    }
    boolean isSheet = names(peek, "Workbook") || peek.hasExtension("xls");
    return Optional.of(isSheet ? SHEET : OTHER);
  }

  /** Whether its directory, which may lie beyond the beginning, names a stream. */
  private static boolean names(Peek peek, String stream) {
    StringBuilder wide = new StringBuilder();
    stream.chars().forEach(c -> wide.append((char) c).append('\0'));
    return peek.head().contains(wide);
  }
}
