package broadsheet.corpus.print;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The pages that a METS file lists, with the files of their text and scans. Immutable. */
final class MetsPages {
  private static final Pattern TEXT_GROUP = Pattern.compile("(?i).*(?:alto|ocr|full-?text|text).*");
  private static final Pattern TEXT_FILE = Pattern.compile("(?i).+\\.(?:xml|hocr|html?)(?:\\.gz)?");
  private static final Pattern IMAGE_FILE = Pattern.compile("(?i).+\\.(?:jpe?g|png|tiff?|jp2)");
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:https?|ftp|ark|urn):.*");
  private static final Pattern HERE =
      Pattern.compile("(?i)^file:(?://)?(?=\\./|\\.\\./|[^/])|^\\./");
  private static final Pattern PAGE = Pattern.compile("(?:.*_)?page");

  /** Longer labels of pages are errors of the recognition. */
  private static final int LONGEST_LABEL = 4;

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Set<String> textFiles = new LinkedHashSet<>();
  private final List<Element> pages = new ArrayList<>();
  private final List<List<String>> filesOfPage = new ArrayList<>();
  private final Map<String, Integer> pageOfFile = new HashMap<>();

  MetsPages(Element root) {
    readFiles(root);
    for (Element map : XmlTree.all(root, "structMap")) {
      if (map.attr("TYPE").isEmpty() || map.attr("TYPE").equalsIgnoreCase("physical")) {
        readPages(map);
      }
    }
    if (pages.isEmpty()) {
      pagesByFile();
    }
  }

  private void readFiles(Element root) {
    for (Element file : XmlTree.all(root, "file")) {
      String address =
          CleanText.line(XmlTree.attribute(XmlTree.first(file, "FLocat"), "xlink:href"));
      String local = HERE.matcher(address).replaceFirst("").replace('\\', '/');
      if (local.isEmpty() || ELSEWHERE.matcher(local).matches()) {
        continue;
      }
      String id = file.attr("ID");
      addresses.put(id, local);
      if (isText(file, local)) {
        textFiles.add(id);
      }
    }
  }

  private static boolean isText(Element file, String address) {
    Element group = file.parent();
    String ofGroup = group == null ? "" : group.attr("USE") + " " + group.attr("ID");
    String use = file.attr("USE") + " " + ofGroup;
    String type = file.attr("MIMETYPE").toLowerCase(Locale.ROOT);
    boolean isPage = type.contains("alto") || type.contains("page+xml") || type.contains("hocr");
    return TEXT_FILE.matcher(address).matches()
        && (isPage || TEXT_GROUP.matcher(use).matches() || type.contains("xml"));
  }

  private void readPages(Element map) {
    for (Element division : XmlTree.all(map, "div")) {
      if (isPage(division)) {
        List<String> files = new ArrayList<>();
        for (Element pointer : XmlTree.all(division, "fptr", "area")) {
          String id = pointer.attr("FILEID");
          if (addresses.containsKey(id) && !files.contains(id)) {
            files.add(id);
            pageOfFile.putIfAbsent(id, pages.size());
          }
        }
        pages.add(division);
        filesOfPage.add(files);
      }
    }
  }

  /** Without a map of the pages, each file of text is one. */
  private void pagesByFile() {
    for (String id : textFiles) {
      pageOfFile.put(id, filesOfPage.size());
      filesOfPage.add(List.of(id));
    }
  }

  static boolean isPage(Element division) {
    return PAGE.matcher(MetsFile.type(division)).matches();
  }

  /** The addresses of the files of text, in the order of the METS file. */
  List<String> textFiles() {
    return textFiles.stream().map(this::address).toList();
  }

  private String address(String id) {
    return addresses.getOrDefault(id, "");
  }

  /** The index of the page with this file of text; empty if there is none. */
  Optional<Integer> ofText(String fileId) {
    return textFiles.contains(fileId)
        ? Optional.ofNullable(pageOfFile.get(fileId))
        : Optional.empty();
  }

  /** The index of a page in the map of pages; -1 if it is not there. */
  int indexOf(Element page) {
    return pages.indexOf(page);
  }

  List<Issue.Page> all() {
    List<Issue.Page> made = new ArrayList<>();
    for (int i = 0; i < filesOfPage.size(); i++) {
      List<String> files = filesOfPage.get(i);
      List<String> texts = files.stream().filter(textFiles::contains).map(this::address).toList();
      List<String> images =
          files.stream()
              .map(this::address)
              .filter(address -> IMAGE_FILE.matcher(address).matches())
              .toList();
      made.add(new Issue.Page(label(i), texts, PageImages.candidates(images, texts)));
    }
    return made;
  }

  private String label(int page) {
    String stated = pages.isEmpty() ? "" : CleanText.line(pages.get(page).attr("ORDERLABEL"));
    return stated.isEmpty() || stated.length() > LONGEST_LABEL
        ? Integer.toString(page + 1)
        : stated;
  }
}
