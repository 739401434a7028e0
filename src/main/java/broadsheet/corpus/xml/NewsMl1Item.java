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
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** A NewsML 1.x news item. Anything not stated is empty. */
final class NewsMl1Item {
  private static final String FORMAL_NAME = "FormalName";

  /** A content item with text. */
  private record Content(Element item, List<String> paragraphs) {
    int length() {
      return paragraphs.stream().mapToInt(String::length).sum();
    }
  }

  private final Element item;
  private final Element identifier;
  private final Element management;
  private final Optional<Content> content;

  /** The {@code NewsLines} around the text, the nearest first; all if these have no headline. */
  private final List<Element> lines;

  private final Element description;

  NewsMl1Item(Element item) {
    this.item = item;
    this.identifier = XmlTree.at(item, "Identification", "NewsIdentifier");
    this.management = XmlTree.at(item, "NewsManagement");
    this.content = content(item);
    List<Element> around =
        content.stream()
            .flatMap(text -> text.item().parents().stream())
            .flatMap(component -> XmlTree.children(component, "NewsLines"))
            .toList();
    boolean isHeaded = around.stream().anyMatch(l -> !XmlTree.lineAt(l, "HeadLine").isEmpty());
    this.lines = isHeaded ? around : XmlTree.all(item, "NewsLines");
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
    return line("HeadLine");
  }

  String standfirst() {
    return line("SubHeadLine");
  }

  String dateline() {
    return line("DateLine");
  }

  List<String> authors(List<String> paragraphs) {
    List<String> authors = Byline.people(line("ByLine"));
    return authors.isEmpty() ? Byline.inText(paragraphs) : authors;
  }

  String source() {
    Element administrative = XmlTree.first(item, "AdministrativeMetadata");
    return XmlTree.firstOf(
        formalName(XmlTree.at(administrative, "Provider", "Party")),
        line("CreditLine"),
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

  List<String> paragraphs() {
    return SignOff.removed(content.map(Content::paragraphs).orElse(List.of()));
  }

  private String line(String name) {
    return lines.stream()
        .map(part -> XmlTree.lineAt(part, name))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The main text or, if none is marked, the longest. */
  private static Optional<Content> content(Element item) {
    return XmlTree.all(item, "NewsComponent").stream()
        .filter(c -> formalName(XmlTree.at(c, "Role")).equalsIgnoreCase("Main"))
        .findFirst()
        .flatMap(NewsMl1Item::longest)
        .or(() -> longest(item));
  }

  private static Optional<Content> longest(Element component) {
    return XmlTree.all(component, "ContentItem").stream()
        .filter(NewsMl1Item::isText)
        .map(content -> new Content(content, text(content)))
        .filter(content -> !content.paragraphs().isEmpty())
        .max(Comparator.comparingInt(Content::length));
  }

  private static boolean isText(Element content) {
    String type = formalName(XmlTree.at(content, "MediaType"));
    return type.isEmpty() || type.equalsIgnoreCase("Text");
  }

  /** The text, which an encoding may wrap. */
  private static List<String> text(Element content) {
    Element encoding = XmlTree.at(content, "Encoding");
    return switch (encoding.attr("Notation").toLowerCase(Locale.ROOT)) {
      case "" -> data(XmlTree.at(content, "DataContent"));
      case "base64" ->
          Base64Text.decoded(XmlTree.at(encoding, "DataContent").wholeText())
              .map(Markup::paragraphs)
              .orElse(List.of());
      default -> List.of();
    };
  }

  /** NITF, text elements without an enclosing document, or escaped markup. */
  private static List<String> data(Element content) {
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
    return lines.stream()
        .flatMap(part -> XmlTree.children(part, "KeywordLine"))
        .flatMap(line -> Names.wordsBetweenCommas(XmlTree.line(line)).stream());
  }

  private static String formalName(Element element) {
    return XmlTree.attribute(element, FORMAL_NAME);
  }
}
