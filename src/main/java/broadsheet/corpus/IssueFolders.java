package broadsheet.corpus;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Decides what to read again when a file or folder has changed: the whole issue if it belongs to
 * one, because the pages of an issue are read together. Looks into each folder once. Safe for use
 * by several threads.
 */
public final class IssueFolders {
  private final Issues issues = new Issues(Formats.all(new DateReader(LocalDate.EPOCH)));

  /**
   * The file or folder itself, or the folder of its issue.
   *
   * @param changed an absolute path in the source; need not exist
   * @param source the file or folder that is read as a whole
   */
  public Path around(Path changed, Path source) {
    Path root = Files.isDirectory(source) ? source : source.getParent();
    return root == null ? changed : issues.together(changed, root);
  }
}
