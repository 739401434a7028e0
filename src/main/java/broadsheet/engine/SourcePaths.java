package broadsheet.engine;

import broadsheet.ledger.Source;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Names files relative to their source, so that readers do not learn where they are on the server's
 * disk: {@code /srv/news/1987/a.xml} in the source {@code /srv/news} becomes {@code
 * news/1987/a.xml}.
 *
 * @param sources the paths of the sources, none inside one that comes before it
 */
public record SourcePaths(List<String> sources) {

  /** The names in an archive that is made from these. */
  public static SourcePaths of(List<Source> origins) {
    return new SourcePaths(
        origins.stream()
            .map(Source::path)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** Shortens the source paths in a text to their last names. */
  public String shorten(String text) {
    String shortened = text;
    for (String source : sources) {
      int at = shortened.indexOf(source);
      while (at >= 0) {
        String name = isWhole(shortened, at, source) ? name(source) : source;
        shortened = shortened.substring(0, at) + name + shortened.substring(at + source.length());
        at = shortened.indexOf(source, at + name.length());
      }
    }
    return shortened;
  }

  /** Whether the path ends here, rather than being the start of another name. */
  private static boolean isWhole(String text, int at, String source) {
    int end = at + source.length();
    return end == text.length()
        || source.endsWith("/")
        || !(Character.isLetterOrDigit(text.charAt(end)) || "._-".indexOf(text.charAt(end)) >= 0);
  }

  private static String name(String source) {
    Path name = PathName.toPath(source).getFileName();
    return name == null ? "" : PathName.of(name);
  }
}
