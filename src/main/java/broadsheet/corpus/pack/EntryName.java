package broadsheet.corpus.pack;

import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of a file in a container. Such names are data and refer to nothing on this machine:
 * whatever they contain, the result is a path that only leads down. Immutable.
 */
public record EntryName(String text) {
  private static final int LONGEST = 1_000;

  /**
   * The name without {@code ..}, leading or double slashes and control characters; backslashes
   * become slashes.
   *
   * @param number the entry's number in its container, used if no name is left
   */
  public static EntryName of(String raw, long number) {
    List<String> parts = new ArrayList<>();
    for (String part : raw.replace('\\', '/').split("/", -1)) {
      String clean = part(part);
      if (!clean.isEmpty() && !clean.equals(".") && !clean.equals("..")) {
        parts.add(clean);
      }
    }
    String name = String.join("/", parts);
    boolean isUsable = !name.isEmpty() && name.length() <= LONGEST;
    return new EntryName(isUsable ? name : "entry-" + number);
  }

  public String name() {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** Whether it, or a folder it is in, is hidden. */
  public boolean isHidden() {
    return text.startsWith(".") || text.contains("/.") || ("/" + text).contains("/__MACOSX/");
  }

  /**
   * The same name with the entry's number before its extension, to distinguish entries with the
   * same name.
   */
  public EntryName numbered(long number) {
    int folder = text.lastIndexOf('/') + 1;
    int dot = text.indexOf('.', folder + 1);
    int end = dot < 0 ? text.length() : dot;
    return new EntryName(text.substring(0, end) + " (" + number + ")" + text.substring(end));
  }

  /** A trailing exclamation mark is dropped, because it would look like a container's. */
  private static String part(String raw) {
    String clean = CleanText.line(raw.codePoints().allMatch(c -> c > ' ') ? raw : blanked(raw));
    int end = clean.length();
    while (end > 0 && clean.charAt(end - 1) == '!') {
      end--;
    }
    return clean.substring(0, end).strip();
  }

  private static String blanked(String raw) {
    StringBuilder blanked = new StringBuilder(raw.length());
    raw.chars().forEach(c -> blanked.append(c < ' ' ? ' ' : (char) c));
    return blanked.toString();
  }
}
