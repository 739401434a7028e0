package broadsheet.corpus;

import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the file that has the text of a scanned page already: one named like the scan, or the
 * description of the issue that the scan lies with. Stateless.
 */
final class PictureTexts {
  private static final Pattern EXTENSION = Pattern.compile("\\.\\w{1,5}$");

  private static final List<String> ENDINGS =
      List.of(".xml", "_alto.xml", ".alto.xml", "-alto.xml", "_ocr.xml", ".hocr", ".pdf", ".txt");

  /** Folders of text, beside the scan or beside its folder. */
  private static final List<String> FOLDERS =
      List.of("", "../", "../alto/", "../ALTO/", "../ocr/", "../text/", "../xml/", "../page/");

  private PictureTexts() {}

  /**
   * Such a file; empty if there is none.
   *
   * @param picture absolute
   * @param root the folder beyond which nothing is looked at
   */
  static Optional<Path> of(Path picture, Path root, Issues issues) {
    Path folder = picture.getParent();
    Path name = picture.getFileName();
    if (folder == null || name == null) {
      return Optional.empty();
    }
    String stem = EXTENSION.matcher(PathName.of(name)).replaceFirst("");
    for (String where : FOLDERS) {
      for (String ending : ENDINGS) {
        List<Path> found = DiskSiblings.all(folder, where + stem + ending, root);
        if (!found.isEmpty()) {
          return Optional.of(found.getFirst());
        }
      }
    }
    return issues.issueAround(picture, root);
  }
}
