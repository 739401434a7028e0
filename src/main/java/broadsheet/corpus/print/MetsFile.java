package broadsheet.corpus.print;

import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What a METS file states of an issue, in the ways of many libraries. Not thread-safe. */
final class MetsFile implements IssueFormat.Description {
  private static final Pattern TEXT_GROUP = Pattern.compile("(?i).*(?:alto|ocr|full-?text|text).*");
  private static final Pattern TEXT_FILE = Pattern.compile("(?i).+\\.(?:xml|hocr|html?)(?:\\.gz)?");
  private static final Pattern IMAGE_FILE = Pattern.compile("(?i).+\\.(?:jpe?g|png|tiff?|jp2)");
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:https?|ftp|ark|urn):.*");
  private static final Pattern HERE =
      Pattern.compile("(?i)^file:(?://)?(?=\\./|\\.\\./|[^/])|^\\./");

  /** Types of divisions that are an article each. */
  private static final Pattern ARTICLE =
      Pattern.compile(
          "article|ad|advert|advertise?ments?|advertising|obituary|death_?notice|notice|weather|letter"
              + "|poem|comic|puzzle|announcement|correction|editorial|review|interview|report");

  private static final Pattern ADVERTISEMENT = Pattern.compile("ad|advert.*");
  private static final Pattern HEADING =
      Pattern.compile("heading|title|subtitle|overline|headline|subheadline");
  private static final Pattern PAGE = Pattern.compile("(?:.*_)?page");
  private static final Pattern UNTITLED =
      Pattern.compile("(?i)untitled(?: article| ad)?|document_title_placeholder|\\W*");

  private static final Pattern ISSUE = Pattern.compile("\\d{4}-.*");

  /** Longer labels of pages are errors of the recognition. */
  private static final int LONGEST_LABEL = 4;

  private final Element root;
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, Element> described = new HashMap<>();
  private final List<Element> pages = new ArrayList<>();
  private final Map<String, Integer> pageOfFile = new HashMap<>();
  private final List<List<String>> filesOfPage = new ArrayList<>();
  private final List<Element> divisions = new ArrayList<>();
  private final Set<String> textFiles = new LinkedHashSet<>();

  MetsFile(Element root) {
    this.root = root;
    readFiles();
    XmlTree.all(root, "dmdSec").forEach(section -> described.put(section.attr("ID"), section));
    for (Element map : XmlTree.all(root, "structMap")) {
      switch (map.attr("TYPE").toLowerCase(Locale.ROOT)) {
        case "physical" -> physical(map);
        case "logical" -> divisions.addAll(articles(map));
        default -> {}
      }
    }
    if (pages.isEmpty()) {
      pagesByFile();
    }
  }

  private void readFiles() {
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
    String use = group == null ? "" : group.attr("USE") + " " + group.attr("ID");
    String type = file.attr("MIMETYPE").toLowerCase(Locale.ROOT);
    boolean isPage = type.contains("alto") || type.contains("page+xml") || type.contains("hocr");
    return TEXT_FILE.matcher(address).matches()
        && (isPage || TEXT_GROUP.matcher(use).matches() || type.contains("xml"));
  }

  private void physical(Element map) {
    for (Element division : XmlTree.all(map, "div")) {
      if (PAGE.matcher(type(division)).matches()) {
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

  private static List<Element> articles(Element map) {
    return XmlTree.all(map, "div").stream().filter(MetsFile::isArticle).toList();
  }

  private static boolean isArticle(Element division) {
    return ARTICLE.matcher(type(division)).matches()
        && division.parents().stream().noneMatch(p -> ARTICLE.matcher(type(p)).matches());
  }

  private static String type(Element division) {
    return division.attr("TYPE").toLowerCase(Locale.ROOT).replace("-", "_");
  }

  @Override
  public boolean hasDivisions() {
    return !divisions.isEmpty();
  }

  @Override
  public List<String> files() {
    return textFiles.stream().map(id -> addresses.getOrDefault(id, "")).toList();
  }

  @Override
  public Issue issue(IssueFacts facts) {
    List<Element> parts = XmlTree.all(root, "div");
    List<Element> descriptions =
        parts.stream().filter(d -> isWhole(d)).flatMap(this::descriptions).distinct().toList();
    List<String> dated = new ArrayList<>();
    for (Element each : descriptions) {
      for (Element date : XmlTree.all(each, "dateIssued", "dc:date", "dateCreated")) {
        dated.add(XmlTree.line(date));
      }
    }
    parts.stream().filter(MetsFile::isWhole).map(d -> d.attr("LABEL")).forEach(dated::add);
    String language =
        descriptions.stream()
            .flatMap(d -> XmlTree.all(d, "languageTerm", "dc:language").stream())
            .map(XmlTree::line)
            .map(LanguageTag::of)
            .filter(tag -> !tag.isEmpty())
            .findFirst()
            .orElse("");
    String name = facts.newspaper(newspaper(descriptions));
    return new Issue(name, facts.date(dated), language, stableId(), issuePages(), issueDivisions());
  }

  /** Whether a division is the whole issue or newspaper. */
  private static boolean isWhole(Element division) {
    return switch (type(division)) {
      case "newspaper", "volume", "issue", "physsequence", "periodical" -> true;
      default -> false;
    };
  }

  private Stream<Element> descriptions(Element division) {
    return Stream.of(division.attr("DMDID").split(" ", -1))
        .filter(described::containsKey)
        .map(id -> described.getOrDefault(id, root));
  }

  /**
   * The name in a description, with its article if a division states it with that. A title that
   * begins with a date is that of the issue.
   */
  private String newspaper(List<Element> descriptions) {
    String name =
        descriptions.stream()
            .flatMap(d -> MetsTitles.main(d).stream())
            .filter(title -> !UNTITLED.matcher(title).matches() && !ISSUE.matcher(title).matches())
            .map(title -> title.endsWith(".") ? title.substring(0, title.length() - 1) : title)
            .findFirst()
            .orElse("");
    return XmlTree.all(root, "div").stream()
        .filter(MetsFile::isWhole)
        .map(division -> CleanText.line(XmlTree.attribute(division, "LABEL")))
        .filter(label -> !name.isEmpty() && label.endsWith(" " + name))
        .findFirst()
        .orElse(name);
  }

  private String stableId() {
    String id = root.attr("OBJID");
    int ark = id.indexOf("ark:/");
    return ark < 0 ? "" : id.substring(ark + "ark:/".length());
  }

  private List<Issue.Page> issuePages() {
    List<Issue.Page> made = new ArrayList<>();
    for (int i = 0; i < filesOfPage.size(); i++) {
      List<String> files = filesOfPage.get(i);
      List<String> texts =
          files.stream()
              .filter(textFiles::contains)
              .map(id -> addresses.getOrDefault(id, ""))
              .toList();
      List<String> images =
          files.stream()
              .map(id -> addresses.getOrDefault(id, ""))
              .filter(address -> IMAGE_FILE.matcher(address).matches())
              .toList();
      made.add(new Issue.Page(label(i), texts, PageImages.candidates(images, texts)));
    }
    return made;
  }

  private String label(int page) {
    String stated = pages.isEmpty() ? "" : CleanText.line(pages.get(page).attr("ORDERLABEL"));
    return stated.isEmpty() || stated.length() > LONGEST_LABEL ? "" + (page + 1) : stated;
  }

  private List<Issue.Division> issueDivisions() {
    Map<String, List<Element>> linked = new MetsLinks(root).physical();
    return divisions.stream().map(division -> division(division, linked)).toList();
  }

  private Issue.Division division(Element division, Map<String, List<Element>> linked) {
    List<Element> descriptions = descriptions(division).toList();
    String label = CleanText.line(XmlTree.attribute(division, "LABEL"));
    String title = UNTITLED.matcher(label).matches() ? MetsTitles.joined(descriptions) : label;
    List<Issue.Part> parts = new ArrayList<>();
    parts(division, false, parts);
    for (Element physical : linked.getOrDefault(division.attr("ID"), List.of())) {
      if (PAGE.matcher(type(physical)).matches()) {
        parts.add(new Issue.Part(pages.indexOf(physical), new Area.WholePage(), false));
      } else {
        parts(physical, false, parts);
      }
    }
    String language =
        descriptions.stream()
            .flatMap(d -> XmlTree.all(d, "languageTerm").stream())
            .map(XmlTree::line)
            .map(LanguageTag::of)
            .findFirst()
            .orElse("");
    return new Issue.Division(
        division.attr("ID"),
        UNTITLED.matcher(title).matches() ? "" : title,
        authors(descriptions),
        section(division),
        language,
        "",
        parts);
  }

  private static List<String> authors(List<Element> descriptions) {
    return Names.distinct(
        descriptions.stream()
            .flatMap(d -> XmlTree.all(d, "name").stream())
            .map(
                name ->
                    String.join(
                        " ",
                        XmlTree.all(name, "namePart").stream()
                            .sorted((a, b) -> Boolean.compare(isFamily(a), isFamily(b)))
                            .map(XmlTree::line)
                            .toList()))
            .map(Names::person));
  }

  private static boolean isFamily(Element namePart) {
    return namePart.attr("type").equals("family");
  }

  private static String section(Element division) {
    for (Element around : division.parents()) {
      if (type(around).equals("section") && !around.attr("LABEL").isBlank()) {
        return CleanText.line(XmlTree.attribute(around, "LABEL"));
      }
    }
    return ADVERTISEMENT.matcher(type(division)).matches() ? "Advertisements" : "";
  }

  /** The areas of a division in their order, with those of its heading marked. */
  private void parts(Element element, boolean isHeading, List<Issue.Part> parts) {
    for (Element child : element.children()) {
      if (XmlTree.isNamed(child, "area")) {
        part(child, isHeading, parts);
      } else {
        boolean isInHeading = isHeading || HEADING.matcher(type(child)).matches();
        parts(child, isInHeading, parts);
      }
    }
  }

  private void part(Element area, boolean isHeading, List<Issue.Part> parts) {
    Integer page = pageOfFile.get(area.attr("FILEID"));
    String first = area.attr("BEGIN");
    if (page == null || !textFiles.contains(area.attr("FILEID")) || first.isEmpty()) {
      return;
    }
    String last = area.attr("END");
    boolean isBlock = last.isEmpty() || last.equals(first);
    Area its = isBlock ? new Area.Block(first) : new Area.Words(first, last);
    parts.add(new Issue.Part(page, its, isHeading));
  }
}
