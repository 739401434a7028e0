package broadsheet.corpus.record;

import broadsheet.corpus.pack.EntryName;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file to read, on disk or in a container. Immutable.
 *
 * @param path the path to open; for a file in a container, the path of the outermost container
 * @param location its path below the root, with {@code /} between folders on every system; the bare
 *     file name if the root is the file itself. A file in a container has the container's location
 *     before its own name
 * @param size its size in bytes when it was found; 0 in a container
 * @param url the address it was fetched from, if its container says so; otherwise empty
 * @param charset the name of the character set its server stated, if Java knows it; otherwise empty
 * @param entry its names in the containers around it, from the outermost in, separated by {@code
 *     !/}; empty outside a container
 */
public record SourceFile(
    Path path, String location, long size, String url, String charset, String entry) {
  private static final String INTO = "!/";
  private static final Pattern COMPRESSED = Pattern.compile("(?i)(?:\\.(?:gz|bz2|xz|zst|z))+$");
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,6}$");

  private static final Pattern NO_SECTION =
      Pattern.compile(
          "(?i)[\\d._"
              + " -]*|(?:ed|seq)-\\d+|_?(?:posts?|articles?|content|drafts?|pages?|docs|data|txt"
              + "|private & shared)");

  public SourceFile(Path path, String location, long size) {
    this(path, location, size, "");
  }

  public SourceFile(Path path, String location, long size, String url) {
    this(path, location, size, url, "", "");
  }

  /**
   * A file in this container.
   *
   * @param name see {@link EntryName}
   */
  public SourceFile inside(String name, String url, String charset) {
    String names = entry.isEmpty() ? name : entry + INTO + name;
    return new SourceFile(path, location + "/" + name, 0, url, charset, names);
  }

  /** The place shown in the ledger: {@code /path/archive.zip!/inner/a.txt}. */
  public String place() {
    String file = PathName.of(path);
    return entry.isEmpty() ? file : file + INTO + entry;
  }

  public boolean isInContainer() {
    return !entry.isEmpty();
  }

  /** The name without folders and without {@code .gz} or similar. */
  public String name() {
    return unpacked(location.substring(location.lastIndexOf('/') + 1));
  }

  /**
   * The extension in lower case, without its dot and without {@code .gz}; empty if there is none.
   */
  public String extension() {
    var extension = EXTENSION.matcher(name());
    return extension.find() ? extension.group().substring(1).toLowerCase(Locale.ROOT) : "";
  }

  /** The location without extensions, from which an id is made. */
  String stem() {
    String unpacked = unpacked(location);
    String stem = EXTENSION.matcher(unpacked).replaceFirst("");
    return stem.isEmpty() || stem.endsWith("/") ? unpacked : stem;
  }

  /**
   * The nearest folder it is in, if that is below the root; otherwise empty. Containers are not
   * folders, and a file fetched from an address has none.
   */
  String folder() {
    if (!url.isEmpty()) {
      return "";
    }
    String rest = entry;
    while (!rest.isEmpty()) {
      int name = rest.lastIndexOf(INTO);
      String folder = lastFolder(rest.substring(name < 0 ? 0 : name + INTO.length()));
      if (!folder.isEmpty()) {
        return folder;
      }
      rest = rest.substring(0, Math.max(name, 0));
    }
    return lastFolder(outermostLocation());
  }

  private String outermostLocation() {
    int inside = entry.isEmpty() ? 0 : 1 + entry.replace(INTO, "/").length();
    return location.substring(0, location.length() - inside);
  }

  private static String lastFolder(String location) {
    int end = location.lastIndexOf('/');
    return end < 0 ? "" : location.substring(location.lastIndexOf('/', end - 1) + 1, end);
  }

  /** The {@link #folder} if its name can be a section, rather than a date or a program's folder. */
  public String section() {
    String folder = NotionFile.withoutId(folder());
    return NO_SECTION.matcher(folder).matches() ? "" : folder;
  }

  private static String unpacked(String name) {
    String unpacked = COMPRESSED.matcher(name).replaceFirst("");
    return unpacked.isEmpty() || unpacked.endsWith("/") ? name : unpacked;
  }
}
