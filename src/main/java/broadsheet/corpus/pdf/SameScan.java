package broadsheet.corpus.pdf;

import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds a file that describes the pages of a PDF better than the PDF does: libraries put the PDF of
 * an issue beside its METS, and that of a page beside its ALTO, under the same name.
 */
final class SameScan {
  private static final List<String> METS =
      List.of("-METS.xml", "-mets.xml", "_mets.xml", ".mets.xml");
  private static final Pattern ALTO = Pattern.compile("<(?:\\w+:)?alto\\b");
  private static final int HEAD = 4096;

  private SameScan() {}

  /** The name of such a file beside the one that is read; empty if there is none. */
  static Optional<String> beside(Records records) throws IOException {
    String name = records.file().name();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    for (String ending : METS) {
      if (records.siblings().onDisk(stem + ending).isPresent()) {
        return Optional.of(stem + ending);
      }
    }
    Optional<byte[]> page = records.siblings().read(stem + ".xml");
    boolean isAlto =
        page.isPresent()
            && ALTO.matcher(
                    new String(
                        page.get(), 0, Math.min(HEAD, page.get().length), StandardCharsets.UTF_8))
                .find();
    return isAlto ? Optional.of(stem + ".xml") : Optional.empty();
  }
}
