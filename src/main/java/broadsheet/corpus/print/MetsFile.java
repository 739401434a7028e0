package broadsheet.corpus.print;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The issue that a METS file describes, in the ways of many libraries. Immutable. */
final class MetsFile implements IssueFormat.Description {
  /** Types of divisions that are an article each. */
  private static final Pattern ARTICLE =
      Pattern.compile(
          "article|ad|advert|advertise?ments?|advertising|obituary|death_?notice|notice|weather|letter"
              + "|poem|comic|puzzle|announcement|correction|editorial|review|interview|report");

  private static final Pattern ADVERTISEMENT = Pattern.compile("ad|advert.*");
  private static final Pattern HEADING =
      Pattern.compile("heading|title|subtitle|overline|headline|subheadline");

  private final Element root;
  private final MetsPages pages;
  private final MetsDescriptions descriptions;
  private final List<Element> divisions = new ArrayList<>();

  MetsFile(Element root) {
    this.root = root;
    pages = new MetsPages(root);
    descriptions = new MetsDescriptions(root);
    for (Element map : XmlTree.all(root, "structMap")) {
      if (map.attr("TYPE").equalsIgnoreCase("logical")) {
        divisions.addAll(articles(map));
      }
    }
  }

  private static List<Element> articles(Element map) {
    return XmlTree.all(map, "div").stream().filter(MetsFile::isArticle).toList();
  }

  private static boolean isArticle(Element division) {
    return ARTICLE.matcher(type(division)).matches()
        && division.parents().stream().noneMatch(p -> ARTICLE.matcher(type(p)).matches());
  }

  /** The type of a division without its prefix, in lower case with underscores. */
  static String type(Element division) {
    String type = division.attr("TYPE");
    return type.substring(type.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT).replace("-", "_");
  }

  @Override
  public boolean hasDivisions() {
    return !divisions.isEmpty();
  }

  @Override
  public List<String> files() {
    return pages.textFiles();
  }

  @Override
  public Issue issue(IssueFacts facts) {
    List<Element> wholes = XmlTree.all(root, "div").stream().filter(MetsFile::isWhole).toList();
    List<Element> described = wholes.stream().flatMap(descriptions::of).distinct().toList();
    List<String> dates = new ArrayList<>(MetsDescriptions.dates(described));
    wholes.forEach(division -> dates.add(division.attr("LABEL")));
    return new Issue(
        facts.newspaper(MetsNewspaper.of(root, wholes, described)),
        facts.date(dates),
        MetsDescriptions.language(described, "languageTerm", "dc:language"),
        stableId(),
        pages.all(),
        issueDivisions());
  }

  /** Whether a division is the whole issue or newspaper. */
  private static boolean isWhole(Element division) {
    return switch (type(division)) {
      case "newspaper", "volume", "issue", "physsequence", "periodical" -> true;
      default -> false;
    };
  }

  private String stableId() {
    String id = root.attr("OBJID");
    int ark = id.indexOf("ark:/");
    return ark < 0 ? "" : id.substring(ark + "ark:/".length());
  }

  private List<Issue.Division> issueDivisions() {
    Map<String, List<Element>> linked = new MetsLinks(root).physical();
    return divisions.stream().map(division -> division(division, linked)).toList();
  }

  private Issue.Division division(Element division, Map<String, List<Element>> linked) {
    List<Element> described = descriptions.of(division).toList();
    String label = CleanText.line(XmlTree.attribute(division, "LABEL"));
    String title = MetsTitles.isUntitled(label) ? MetsTitles.joined(described) : label;
    return new Issue.Division(
        division.attr("ID"),
        MetsTitles.isUntitled(title) ? "" : title,
        MetsDescriptions.authors(described),
        section(division),
        MetsDescriptions.language(described, "languageTerm"),
        "",
        parts(division, linked.getOrDefault(division.attr("ID"), List.of())));
  }

  private static String section(Element division) {
    for (Element around : division.parents()) {
      if (type(around).equals("section") && !around.attr("LABEL").isBlank()) {
        return CleanText.line(XmlTree.attribute(around, "LABEL"));
      }
    }
    return ADVERTISEMENT.matcher(type(division)).matches() ? "Advertisements" : "";
  }

  /** The parts of pages that belong to a division: its own areas, then those linked to it. */
  private List<Issue.Part> parts(Element division, List<Element> linked) {
    List<Issue.Part> parts = new ArrayList<>();
    addParts(division, false, parts);
    for (Element physical : linked) {
      if (MetsPages.isPage(physical)) {
        parts.add(new Issue.Part(pages.indexOf(physical), new Area.WholePage(), false));
      } else {
        addParts(physical, false, parts);
      }
    }
    return parts;
  }

  /** The areas of a division in their order, with those of its heading marked. */
  private void addParts(Element element, boolean isHeading, List<Issue.Part> parts) {
    for (Element child : element.children()) {
      if (XmlTree.isNamed(child, "area")) {
        addPart(child, isHeading, parts);
      } else {
        boolean isInHeading = isHeading || HEADING.matcher(type(child)).matches();
        addParts(child, isInHeading, parts);
      }
    }
  }

  private void addPart(Element area, boolean isHeading, List<Issue.Part> parts) {
    Optional<Integer> page = pages.ofText(area.attr("FILEID"));
    String first = area.attr("BEGIN");
    if (page.isEmpty() || first.isEmpty()) {
      return;
    }
    String last = area.attr("END");
    boolean isBlock = last.isEmpty() || last.equals(first);
    Area its = isBlock ? new Area.Block(first) : new Area.Words(first, last);
    parts.add(new Issue.Part(page.get(), its, isHeading));
  }
}
