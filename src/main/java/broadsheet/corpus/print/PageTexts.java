package broadsheet.corpus.print;

import broadsheet.corpus.record.Records;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the file that has the text of a scanned page already: one named like the scan, or the
 * description of the issue that the scan lies with. Stateless.
 */
final class PageTexts {
  private static final Pattern EXTENSION = Pattern.compile("\\.\\w{1,5}$");

  private static final List<String> ENDINGS =
      List.of(".xml", "_alto.xml", ".alto.xml", "-alto.xml", "_ocr.xml", ".hocr", ".pdf", ".txt");

  /** Folders of text, beside the scan or beside its folder. */
  private static final List<String> FOLDERS =
      List.of("", "../", "../alto/", "../ALTO/", "../ocr/", "../text/", "../xml/", "../page/");

  private PageTexts() {}

  /** The name of such a file; empty if there is none. */
  static Optional<String> of(Records records) {
    String name = EXTENSION.matcher(records.file().name()).replaceFirst("");
    for (String folder : FOLDERS) {
      for (String ending : ENDINGS) {
        String address = folder + name + ending;
        if (records.siblings().has(address)) {
          return Optional.of(address);
        }
      }
    }
    return records.siblings().issueAround();
  }
}
