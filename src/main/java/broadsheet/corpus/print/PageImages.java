package broadsheet.corpus.print;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists the possible addresses of a page's scan. Stateless. */
final class PageImages {
  private static final Pattern EXTENSION = Pattern.compile("\\.\\w{1,5}$");

  /** The kinds of images, the best first; JPEG 2000 may not be shown. */
  private static final List<String> KINDS =
      List.of(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf", ".jp2");

  /** Folders of scans, beside the file or beside its folder. */
  private static final List<String> FOLDERS =
      List.of("", "images/", "image/", "../images/", "../image/", "../img/", "../jpg/", "../tif/");

  private PageImages() {}

  /**
   * The addresses where the scan may be: those stated and their copies of another kind, then files
   * named like the text.
   */
  static List<String> candidates(List<String> stated, List<String> texts) {
    Set<String> candidates = new LinkedHashSet<>();
    for (String kind : KINDS) {
      for (String address : stated) {
        String bare = EXTENSION.matcher(address).replaceFirst("");
        if (address.toLowerCase(Locale.ROOT).endsWith(kind)) {
          candidates.add(address);
        }
        candidates.add(bare + kind);
      }
    }
    candidates.addAll(stated);
    for (String text : texts) {
      candidates.addAll(named(text));
    }
    return new ArrayList<>(candidates);
  }

  /** The addresses of scans named like a file of text. */
  static List<String> named(String text) {
    String folder = text.substring(0, text.lastIndexOf('/') + 1);
    String name = EXTENSION.matcher(text.substring(folder.length())).replaceFirst("");
    String bare = name.replaceFirst("(?i)[-_.](?:alto|ocr|hocr)$", "");
    List<String> named = new ArrayList<>();
    for (String kind : KINDS) {
      for (String where : FOLDERS) {
        named.add(folder + where + bare + kind);
      }
    }
    return named;
  }
}
