package broadsheet.corpus.xml;

import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.text.Base64Text;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.SignOff;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** A NewsML 1.x news item. Anything not stated is empty. */
final class NewsMl1Item {
  private static final String FORMAL_NAME = "FormalName";

  private final Element item;
  private final Element identifier;
  private final Element management;
  private final Element lines;
  private final Element description;

  NewsMl1Item(Element item) {
    this.item = item;
    this.identifier = XmlTree.at(item, "Identification", "NewsIdentifier");
    this.management = XmlTree.at(item, "NewsManagement");
    this.lines = XmlTree.first(item, "NewsLines");
    this.description = XmlTree.first(item, "DescriptiveMetadata");
  }

  /** The public identifier, which includes the revision; otherwise the item's own. */
  String id() {
    return XmlTree.firstOf(
        XmlTree.lineAt(identifier, "PublicIdentifier"), XmlTree.lineAt(identifier, "NewsItemId"));
  }

  /** The public identifier without the revision, which is unique among all providers. */
  List<ItemName> names() {
    String provider = XmlTree.lineAt(identifier, "ProviderId");
    String date = XmlTree.lineAt(identifier, "DateId");
    String name = XmlTree.lineAt(identifier, "NewsItemId");
    boolean isWhole = !provider.isEmpty() && !date.isEmpty() && !name.isEmpty();
    String unique = isWhole ? String.join(":", "urn:newsml", provider, date, name) : name;
    return List.of(new ItemName(unique, XmlTree.lineAt(identifier, "RevisionId"), provider, ""));
  }

  String status() {
    return formalName(XmlTree.at(management, "Status"));
  }

  String title() {
    return XmlTree.lineAt(lines, "HeadLine");
  }

  String standfirst() {
    return XmlTree.lineAt(lines, "SubHeadLine");
  }

  String dateline() {
    return XmlTree.lineAt(lines, "DateLine");
  }

  List<String> authors(List<String> paragraphs) {
    List<String> authors = Byline.people(XmlTree.lineAt(lines, "ByLine"));
    return authors.isEmpty() ? Byline.inText(paragraphs) : authors;
  }

  String source() {
    Element administrative = XmlTree.first(item, "AdministrativeMetadata");
    return XmlTree.firstOf(
        formalName(XmlTree.at(administrative, "Provider", "Party")),
        XmlTree.lineAt(lines, "CreditLine"),
        formalName(XmlTree.at(administrative, "Source", "Party")),
        XmlTree.lineAt(identifier, "ProviderId"));
  }

  /**
   * Subjects by the names that the item gives for their codes, preferably English; then keywords.
   */
  List<String> topics() {
    Stream<String> subjects =
        XmlTree.all(description, "Subject", "SubjectMatter", "SubjectDetail").stream()
            .map(subject -> named(formalName(subject)));
    Stream<String> keywords = Stream.concat(properties("Keyword"), keywordLines());
    return Names.distinct(Stream.concat(subjects, keywords));
  }

  List<String> places() {
    return Names.distinct(
        Stream.of("City", "Country", "CountryArea")
            .flatMap(this::properties)
            .filter(place -> place.length() > 3));
  }

  String language() {
    return XmlTree.firstOf(
        formalName(XmlTree.at(description, "Language")), XmlTree.attribute(item, "xml:lang"));
  }

  /** The dates of this revision, most reliable first. */
  String[] dates() {
    return new String[] {
      XmlTree.lineAt(management, "ThisRevisionCreated"),
      XmlTree.lineAt(management, "FirstCreated"),
      XmlTree.lineAt(identifier, "DateId")
    };
  }

  boolean hasOtherMedia() {
    return XmlTree.attributes(item, "MediaType", FORMAL_NAME)
        .anyMatch(type -> !type.equalsIgnoreCase("Text"));
  }

  /** The main text or, if none is marked, the longest. */
  List<String> paragraphs() {
    List<Element> main =
        XmlTree.all(item, "NewsComponent").stream()
            .filter(c -> formalName(XmlTree.at(c, "Role")).equalsIgnoreCase("Main"))
            .toList();
    List<String> text = main.isEmpty() ? List.of() : longest(main.getFirst());
    return SignOff.removed(text.isEmpty() ? longest(item) : text);
  }

  private static List<String> longest(Element component) {
    return XmlTree.all(component, "ContentItem").stream()
        .filter(NewsMl1Item::isText)
        .map(NewsMl1Item::content)
        .max(Comparator.comparingInt(text -> text.stream().mapToInt(String::length).sum()))
        .orElse(List.of());
  }

  private static boolean isText(Element content) {
    String type = formalName(XmlTree.at(content, "MediaType"));
    return type.isEmpty() || type.equalsIgnoreCase("Text");
  }

  /** The text, which an encoding may wrap. */
  private static List<String> content(Element content) {
    Element encoding = XmlTree.at(content, "Encoding");
    return switch (encoding.attr("Notation").toLowerCase(Locale.ROOT)) {
      case "" -> text(XmlTree.at(content, "DataContent"));
      case "base64" ->
          Base64Text.decoded(XmlTree.at(encoding, "DataContent").wholeText())
              .map(Markup::paragraphs)
              .orElse(List.of());
      default -> List.of();
    };
  }

  /** NITF, text elements without an enclosing document, or escaped markup. */
  private static List<String> text(Element content) {
    List<Element> nitf = XmlTree.all(content, "nitf");
    if (!nitf.isEmpty()) {
      return new NitfBody(nitf.getFirst()).paragraphs();
    }
    return content.childrenSize() > 0
        ? XmlBlocks.paragraphs(content)
        : Markup.paragraphs(content.wholeText());
  }

  private String named(String code) {
    List<Element> names =
        XmlTree.all(item, "Topic").stream()
            .filter(topic -> XmlTree.lineAt(topic, FORMAL_NAME).equals(code))
            .flatMap(topic -> XmlTree.children(topic, "Description"))
            .filter(name -> name.attr("Variant").equals("Name"))
            .toList();
    return names.stream()
        .filter(name -> name.attr("xml:lang").startsWith("en"))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .map(XmlTree::line)
        .orElse(code);
  }

  private Stream<String> properties(String name) {
    return XmlTree.all(description, "Property").stream()
        .filter(property -> formalName(property).equals(name))
        .map(property -> XmlTree.attribute(property, "Value"));
  }

  private Stream<String> keywordLines() {
    return XmlTree.children(lines, "KeywordLine")
        .flatMap(line -> Names.wordsBetweenCommas(XmlTree.line(line)).stream());
  }

  private static String formalName(Element element) {
    return XmlTree.attribute(element, FORMAL_NAME);
  }
}
