package broadsheet.extension;

import java.util.List;
import java.util.Locale;

/**
 * Tells the files of a format from others. The program compares it itself, so that no extension
 * runs for files of other formats. Where both lists have entries, a file must match one of each.
 * Immutable.
 *
 * @param suffixes ends of file names with their dot, such as {@code .wire}; case is ignored, as are
 *     suffixes of compression ({@code .gz}). Empty for any name
 * @param marks texts of which one stands in the first {@value #REACH} bytes, each character a byte
 *     (ISO 8859-1). Empty for any content. A mark should be one that no other files have
 */
public record Signature(List<String> suffixes, List<String> marks) {

  /** The first bytes of a file in which a mark must be, to its end. */
  public static final int REACH = 1024;

  /**
   * @throws IllegalArgumentException if it would match every file, a suffix is not a dot and
   *     letters or digits, or a mark is empty, longer than {@value #REACH} or not ISO 8859-1
   */
  public Signature {
    suffixes = suffixes.stream().map(suffix -> suffix.toLowerCase(Locale.ROOT)).toList();
    marks = List.copyOf(marks);
    if (suffixes.isEmpty() && marks.isEmpty()) {
      throw new IllegalArgumentException("a signature without suffixes and marks");
    }
    for (String suffix : suffixes) {
      if (!suffix.matches("(\\.[a-z0-9_-]{1,20})+")) {
        throw new IllegalArgumentException("not a suffix such as .wire: '" + suffix + "'");
      }
    }
    for (String mark : marks) {
      if (mark.isBlank() || mark.length() > REACH || mark.chars().anyMatch(c -> c > 0xff)) {
        throw new IllegalArgumentException("not a mark of 1 to 1024 bytes: '" + mark + "'");
      }
    }
  }

  /** Files whose names end so, such as {@code .wire}. */
  public static Signature suffix(String... suffixes) {
    return new Signature(List.of(suffixes), List.of());
  }

  /** Files that have one of these texts near their beginning. */
  public static Signature mark(String... marks) {
    return new Signature(List.of(), List.of(marks));
  }

  /**
   * Whether a file is in the format.
   *
   * @param name its name, without folders and suffixes of compression
   * @param head its first bytes, each a character (ISO 8859-1); at least {@value #REACH} of them if
   *     it has as many
   */
  public boolean matches(String name, String head) {
    String lower = name.toLowerCase(Locale.ROOT);
    String start = head.substring(0, Math.min(REACH, head.length()));
    return (suffixes.isEmpty() || suffixes.stream().anyMatch(lower::endsWith))
        && (marks.isEmpty() || marks.stream().anyMatch(start::contains));
  }
}
