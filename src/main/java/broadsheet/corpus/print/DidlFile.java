package broadsheet.corpus.print;

import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.ocr.Measures;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The content of a DIDL file: items for the issue, its pages, and the articles on each page, which
 * are rectangles. An article on several pages is an item on each. Not thread-safe.
 */
final class DidlFile implements IssueFormat.Description {
  private static final Pattern PAGE_OF_ALTO = Pattern.compile("_\\d{3}_alto\\.xml$");
  private static final Pattern DESCRIPTION = Pattern.compile("(?i)_metadata\\.xml$|\\.xml$");
  private static final Pattern URL = Pattern.compile("(?i)https?://\\S+");
  private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(?:jpe?g|png|tiff?)");

  private final String fileName;
  private final Element root;
  private final List<Element> pages = new ArrayList<>();
  private final Map<String, List<Element>> articles = new LinkedHashMap<>();

  DidlFile(String fileName, Element root) {
    this.fileName = fileName;
    this.root = root;
    List<Element> items = XmlTree.all(root, "Item");
    items.stream().filter(item -> !component(item, "alto").isEmpty()).forEach(pages::add);
    for (Element item : items) {
      String id = XmlTree.attribute(item, "ddd:article_id");
      if (!id.isEmpty()) {
        articles.computeIfAbsent(id, key -> new ArrayList<>()).add(item);
      }
    }
  }

  /** The resources with this role right below an item. */
  private static List<Element> component(Element item, String role) {
    return XmlTree.children(item, "Component")
        .filter(c -> XmlTree.line(XmlTree.first(c, "Statement")).equals(role))
        .flatMap(c -> XmlTree.all(c, "Resource").stream())
        .toList();
  }

  @Override
  public boolean hasDivisions() {
    return !articles.isEmpty();
  }

  @Override
  public List<String> files() {
    List<String> files = new ArrayList<>();
    for (Element page : pages) {
      files.addAll(texts(page));
    }
    files.add(beside("_ocr_text.xml"));
    for (String alto : List.copyOf(files)) {
      for (String id : articles.keySet()) {
        String number = id.substring(id.lastIndexOf(':') + 1).replaceFirst("^a", "");
        files.add(PAGE_OF_ALTO.matcher(alto).replaceFirst("_" + number + "_articletext.xml"));
      }
    }
    return files.stream().distinct().toList();
  }

  /** The name of another file about the same thing. */
  private String beside(String ending) {
    return DESCRIPTION.matcher(fileName).replaceFirst("") + ending;
  }

  private List<String> texts(Element page) {
    return Stream.concat(names(component(page, "alto")), Stream.of(beside("_alto.xml")))
        .distinct()
        .toList();
  }

  private static Stream<String> names(List<Element> resources) {
    return resources.stream()
        .flatMap(r -> Stream.of(XmlTree.attribute(r, "dcx:filename"), XmlTree.attribute(r, "ref")))
        .filter(name -> !name.isEmpty() && !URL.matcher(name).matches());
  }

  @Override
  public Issue issue(IssueFacts facts) {
    Element about = XmlTree.first(root, "dcx");
    String newspaper = facts.newspaper(XmlTree.line(XmlTree.first(about, "dc:title")));
    List<Issue.Page> issuePages = pages.stream().map(this::page).toList();
    return new Issue(
        hasDivisions() ? newspaper : collection(about, newspaper),
        facts.date(List.of(XmlTree.line(XmlTree.first(about, "dc:date")))),
        LanguageTag.only(XmlTree.all(about, "dc:language").stream().map(XmlTree::line)),
        XmlTree.line(XmlTree.first(about, "dcx:recordIdentifier")),
        issuePages,
        divisions(about));
  }

  /** The series of a single bulletin, whose title is its own. */
  private static String collection(Element about, String other) {
    return XmlTree.all(about, "dcterms:isPartOf").stream()
        .map(XmlTree::line)
        .reduce((first, second) -> second)
        .orElse(other);
  }

  private Issue.Page page(Element item) {
    String label = XmlTree.line(XmlTree.first(item, "ddd:nativePageNumber"));
    List<String> texts = texts(item);
    List<String> images =
        names(component(item, "image")).filter(name -> IMAGE.matcher(name).matches()).toList();
    int number = pages.indexOf(item) + 1;
    return new Issue.Page(
        label.isEmpty() ? Integer.toString(number) : label,
        texts,
        PageImages.candidates(images, texts));
  }

  private List<Issue.Division> divisions(Element about) {
    List<Issue.Division> divisions = new ArrayList<>();
    articles.forEach((id, items) -> divisions.add(division(id, items)));
    if (divisions.isEmpty() && pages.size() == 1) {
      String title = XmlTree.line(XmlTree.first(about, "dc:title"));
      Issue.Part whole = new Issue.Part(0, new Area.WholePage(), false);
      divisions.add(new Issue.Division("1", title, List.of(), "", "", url(root), List.of(whole)));
    }
    return divisions;
  }

  private Issue.Division division(String id, List<Element> items) {
    List<Issue.Part> parts = new ArrayList<>();
    String title = "";
    String subject = "";
    for (Element item : items) {
      title = title.isEmpty() ? XmlTree.line(XmlTree.first(item, "dc:title")) : title;
      subject = subject.isEmpty() ? XmlTree.line(XmlTree.first(item, "dc:subject")) : subject;
      int page = pages.indexOf(item.parent());
      for (Element area : page < 0 ? List.<Element>of() : XmlTree.all(item, "dcx:area")) {
        parts.add(new Issue.Part(page, rectangle(area), false));
      }
    }
    return new Issue.Division(
        id.substring(id.lastIndexOf(':') + 1),
        title,
        List.of(),
        section(subject),
        "",
        url(items.getFirst()),
        parts);
  }

  private static Area rectangle(Element area) {
    return new Area.Rectangle(
        Measures.number(area.attr("hpos")),
        Measures.number(area.attr("vpos")),
        Measures.number(area.attr("width")),
        Measures.number(area.attr("height")));
  }

  private static String section(String subject) {
    return switch (subject) {
      case "", "artikel" -> "";
      case "advertentie" -> "Advertisements";
      case "familiebericht" -> "Family notices";
      case "illustratie met onderschrift" -> "Illustrations";
      default -> subject;
    };
  }

  private static String url(Element item) {
    return XmlTree.all(item, "dc:identifier").stream()
        .map(id -> CleanText.line(id.text()))
        .filter(id -> URL.matcher(id).matches())
        .findFirst()
        .orElse("");
  }
}
