package broadsheet.corpus;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file to read. Immutable.
 *
 * @param path how to open it
 * @param location its path below the root that was given, {@code /} between folders, whatever the
 *     system; the bare file name where the root is the file itself
 * @param size its bytes when it was found
 * @param url the address it was fetched from, where its container says so; else empty
 */
record SourceFile(Path path, String location, long size, String url) {
  private static final Pattern COMPRESSED = Pattern.compile("(?i)\\.gz$");
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,6}$");

  private static final Pattern NO_SECTION =
      Pattern.compile("(?i)[\\d._ -]*|_?(?:posts?|articles?|content|drafts?|pages?|docs|data|txt)");

  SourceFile(Path path, String location, long size) {
    this(path, location, size, "");
  }

  /** The name without its folders and without {@code .gz}. */
  String name() {
    return unpacked(location.substring(location.lastIndexOf('/') + 1));
  }

  /** The extension in small letters, without its dot and without {@code .gz}; empty if none. */
  String extension() {
    var extension = EXTENSION.matcher(name());
    return extension.find() ? extension.group().substring(1).toLowerCase(Locale.ROOT) : "";
  }

  /** The location without its extensions: what an id is made of. */
  String stem() {
    String unpacked = unpacked(location);
    String stem = EXTENSION.matcher(unpacked).replaceFirst("");
    return stem.isEmpty() || stem.endsWith("/") ? unpacked : stem;
  }

  /** The folder it lies in, if that is below the root that was given; else empty. */
  String folder() {
    int end = location.lastIndexOf('/');
    return end < 0 ? "" : location.substring(location.lastIndexOf('/', end - 1) + 1, end);
  }

  /** The {@link #folder}, if it is the name of a section: not of a date, not a program's. */
  String section() {
    return NO_SECTION.matcher(folder()).matches() ? "" : folder();
  }

  private static String unpacked(String name) {
    return COMPRESSED.matcher(name).replaceFirst("");
  }
}
