package broadsheet.corpus.office;

import broadsheet.corpus.record.SourceFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that are zip archives and yet documents. */
public enum OfficeKind {
  WORD,
  SLIDES,
  SHEET,
  OPEN_TEXT,
  BOOK,
  /** Office files of other kinds. */
  OTHER_OFFICE,
  /** An OpenDocument sheet, presentation or drawing. */
  OTHER_OPEN;

  private static final String ENTRY = "PK\u0003\u0004";
  private static final int FIRST_NAME = 30;
  private static final int LENGTH_OF_NAME = 26;

  private static final Map<String, OfficeKind> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("docx", WORD),
          Map.entry("docm", WORD),
          Map.entry("dotx", WORD),
          Map.entry("pptx", SLIDES),
          Map.entry("pptm", SLIDES),
          Map.entry("ppsx", SLIDES),
          Map.entry("xlsx", SHEET),
          Map.entry("xlsm", SHEET),
          Map.entry("odt", OPEN_TEXT),
          Map.entry("ott", OPEN_TEXT),
          Map.entry("ods", OTHER_OPEN),
          Map.entry("odp", OTHER_OPEN),
          Map.entry("odg", OTHER_OPEN),
          Map.entry("epub", BOOK));

  private static final Set<String> FIRST_ENTRIES =
      Set.of("[Content_Types].xml", "_rels/", "docProps/", "word/", "ppt/", "xl/", "customXml/");

  /**
   * The kind of a file.
   *
   * @param head its beginning, one character per byte
   * @return empty if it is not a zip, or a plain one
   */
  public static Optional<OfficeKind> of(SourceFile file, String head) {
    if (!head.startsWith(ENTRY)) {
      return Optional.empty();
    }
    String first = name(head, 0);
    Optional<OfficeKind> named = Optional.ofNullable(BY_EXTENSION.get(file.extension()));
    if (first.equals("mimetype")) {
      return Optional.of(byMimeType(head));
    }
    if (named.filter(OfficeKind::isNotOfficeOpenXml).isPresent()) {
      return named;
    }
    if (first.startsWith("META-INF/") && head.contains("META-INF/container.xml")) {
      return Optional.of(BOOK);
    }
    boolean isOffice = FIRST_ENTRIES.stream().anyMatch(first::startsWith);
    return isOffice || named.isPresent()
        ? Optional.of(byEntries(head).or(() -> named).orElse(OTHER_OFFICE))
        : Optional.empty();
  }

  /** Why files of this kind are not read; empty if they are. */
  public Optional<String> whyUnread() {
    return switch (this) {
      case OTHER_OFFICE -> Optional.of("an Office document");
      case OTHER_OPEN -> Optional.of("an OpenDocument sheet, presentation or drawing");
      case WORD, SLIDES, SHEET, OPEN_TEXT, BOOK -> Optional.empty();
    };
  }

  private boolean isNotOfficeOpenXml() {
    return this == OPEN_TEXT || this == OTHER_OPEN || this == BOOK;
  }

  private static OfficeKind byMimeType(String head) {
    int content = FIRST_NAME + "mimetype".length();
    String type = head.substring(content, Math.min(head.length(), content + 80));
    if (type.contains("application/epub")) {
      return BOOK;
    }
    boolean isText = type.contains("opendocument.text") && !type.contains("opendocument.text-web");
    return isText ? OPEN_TEXT : OTHER_OPEN;
  }

  /** Entries beyond the beginning of a file are not seen. */
  private static Optional<OfficeKind> byEntries(String head) {
    for (int at = 0; at >= 0; at = head.indexOf(ENTRY, at + 1)) {
      String name = name(head, at);
      if (name.startsWith("word/")) {
        return Optional.of(WORD);
      }
      if (name.startsWith("ppt/")) {
        return Optional.of(SLIDES);
      }
      if (name.startsWith("xl/")) {
        return Optional.of(SHEET);
      }
    }
    return Optional.empty();
  }

  private static String name(String head, int entry) {
    int length = entry + LENGTH_OF_NAME;
    if (length + 2 > head.length()) {
      return "";
    }
    int start = entry + FIRST_NAME;
    int end = start + head.charAt(length) + (head.charAt(length + 1) << 8);
    return start < head.length() ? head.substring(start, Math.min(end, head.length())) : "";
  }
}
