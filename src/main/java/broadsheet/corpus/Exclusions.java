package broadsheet.corpus;

import broadsheet.corpus.record.CorpusException;
import broadsheet.path.PathName;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Globs of files and folders to leave out. One without a slash matches a name at any depth; one
 * with a slash matches a path from the folder down; one that ends in a slash matches folders only.
 * Immutable.
 */
public final class Exclusions {
  /** A file of globs, one per line, for its folder and everything below. */
  public static final String FILE_NAME = ".broadsheetignore";

  private static final int LONGEST_FILE = 1024 * 1024;
  private static final String ANY_FOLDER = "**/";

  private final Path base;
  private final List<Glob> globs;

  private Exclusions(Path base, List<Glob> globs) {
    this.base = base;
    this.globs = List.copyOf(globs);
  }

  /**
   * @param base the folder that paths in globs are relative to
   * @throws CorpusException if one of them is not a glob
   */
  static Exclusions of(List<String> globs, Path base) {
    return new Exclusions(base, globs.stream().map(Glob::of).toList());
  }

  /**
   * Returns the globs if they are valid.
   *
   * @throws CorpusException if one of them is not
   */
  public static List<String> requireGlobs(List<String> globs) {
    globs.forEach(Glob::of);
    return List.copyOf(globs);
  }

  /**
   * The globs in a folder's {@link #FILE_NAME}; empty if there is no such file.
   *
   * @throws IOException if it cannot be read, or a line is not a glob
   */
  static Exclusions in(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    List<Glob> globs = new ArrayList<>();
    if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (String line : text.lines().map(String::strip).toList()) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          globs.add(glob(line));
        }
      }
    }
    return new Exclusions(folder, globs);
  }

  private static Glob glob(String line) throws IOException {
    try {
      return Glob.of(line);
    } catch (CorpusException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  boolean excludes(Path path, boolean isFolder) {
    Path below = path.startsWith(base) ? base.relativize(path) : path;
    return globs.stream().anyMatch(glob -> glob.matches(below, isFolder));
  }

  /**
   * One glob.
   *
   * @param patterns for a name if {@code isOfName}, otherwise for a path; one match is enough
   */
  private record Glob(List<Pattern> patterns, boolean isOfName, boolean isOfFolder) {

    static Glob of(String glob) {
      boolean isOfFolder = glob.endsWith("/");
      String bare = glob.substring(0, glob.length() - (isOfFolder ? 1 : 0));
      boolean isOfName = !bare.contains("/");
      String path = bare.startsWith("/") ? bare.substring(1) : bare;
      List<Pattern> patterns = new ArrayList<>();
      patterns.add(pattern(path, glob));
      if (path.startsWith(ANY_FOLDER)) {
        patterns.add(pattern(path.substring(ANY_FOLDER.length()), glob));
      }
      return new Glob(List.copyOf(patterns), isOfName, isOfFolder);
    }

    private static Pattern pattern(String bare, String glob) {
      if (bare.isBlank()) {
        throw new CorpusException("'" + glob + "' excludes nothing: give a glob such as '*.xml'");
      }
      try {
        return GlobPattern.of(bare);
      } catch (PatternSyntaxException e) {
        throw new CorpusException(
            "'" + glob + "' is not a glob (" + e.getDescription() + "): give one such as '*.xml'");
      }
    }

    boolean matches(Path below, boolean isFolder) {
      Path named = isOfName ? Objects.requireNonNullElse(below.getFileName(), below) : below;
      String name = PathName.of(named).replace(File.separatorChar, '/');
      return (isFolder || !isOfFolder)
          && patterns.stream().anyMatch(p -> p.matcher(name).matches());
    }
  }
}
