package broadsheet.corpus.xml;

import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.Names;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads the content of a NewsML-G2 news item. Anything not stated is empty. */
final class G2Item {
  private static final Pattern SUMMARY = Pattern.compile("(?i).*(?:summary|abstract|teaser)");
  private static final Pattern DOMAIN = Pattern.compile("[\\w-]+\\.[\\w.-]+");

  private static final Pattern HOST = Pattern.compile("^\\w+://(?:www\\.)?([^/]+).*$");

  private final Element item;
  private final Element about;
  private final Element content;
  private final Element envelope;

  G2Item(Element item, Element envelope) {
    this.item = item;
    this.about = XmlTree.at(item, "itemMeta");
    this.content = XmlTree.at(item, "contentMeta");
    this.envelope = envelope;
  }

  String id() {
    return XmlTree.attribute(item, "guid");
  }

  /** The item's own name in all its versions. */
  List<ItemName> names() {
    Element provider = XmlTree.at(about, "provider");
    String by =
        XmlTree.firstOf(
            XmlTree.attribute(provider, "qcode"),
            XmlTree.attribute(provider, "literal"),
            XmlTree.attribute(provider, "uri"),
            XmlTree.lineAt(provider, "name"));
    return List.of(new ItemName(id(), XmlTree.attribute(item, "version"), by, ""));
  }

  /** {@code usable}, {@code withheld}, {@code canceled}; stated as a code or as an address. */
  String status() {
    Element status = XmlTree.at(about, "pubStatus");
    String address = XmlTree.attribute(status, "uri");
    return XmlTree.firstOf(code(status), address.substring(address.lastIndexOf('/') + 1));
  }

  /** {@code text}, {@code picture}, {@code video} … */
  String itemClass() {
    return code(XmlTree.at(about, "itemClass"));
  }

  boolean isText() {
    return itemClass().isEmpty() || itemClass().equals("text");
  }

  String headline() {
    String main =
        XmlTree.children(content, "headline")
            .filter(headline -> !isSecond(headline))
            .map(XmlTree::line)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return XmlTree.firstOf(main, XmlTree.lineAt(about, "title"));
  }

  String standfirst(String title, G2Content text) {
    Stream<Element> second = XmlTree.children(content, "headline").filter(G2Item::isSecond);
    Stream<Element> summary = XmlTree.children(content, "description").filter(G2Item::isSummary);
    return Stream.of(
            summary.map(XmlTree::line), second.map(XmlTree::line), text.standfirst(title).stream())
        .flatMap(texts -> texts)
        .filter(s -> !s.isEmpty() && !s.equals(title) && !text.paragraphs().contains(s))
        .findFirst()
        .orElse("");
  }

  String dateline() {
    return XmlTree.lineAt(content, "dateline");
  }

  /** The authors in the byline, or else the creators that have a name. */
  List<String> authors(G2Content text, List<String> paragraphs) {
    List<String> stated = Byline.people(XmlTree.lineAt(content, "by"));
    List<String> authors = stated.isEmpty() ? text.authors(paragraphs) : stated;
    return authors.isEmpty()
        ? XmlTree.children(content, "creator")
            .map(creator -> XmlTree.lineAt(creator, "name"))
            .filter(name -> name.contains(" "))
            .map(Names::person)
            .distinct()
            .toList()
        : authors;
  }

  /** The provider, or another name for it if only a domain or reference is given. */
  String source() {
    Element provider = XmlTree.at(about, "provider");
    Element holder = XmlTree.at(item, "rightsInfo", "copyrightHolder");
    Element information = XmlTree.at(content, "infoSource");
    String literal = XmlTree.firstOf(XmlTree.attribute(provider, "literal"), code(provider));
    boolean isDomain = DOMAIN.matcher(literal).matches();
    return XmlTree.firstOf(
        XmlTree.lineAt(provider, "name"),
        isDomain ? "" : literal,
        XmlTree.lineAt(content, "creditline"),
        XmlTree.lineAt(holder, "name"),
        XmlTree.attribute(holder, "literal"),
        XmlTree.lineAt(information, "name"),
        XmlTree.attribute(information, "literal"),
        literal,
        XmlTree.line(XmlTree.first(envelope, "sender")),
        HOST.matcher(XmlTree.attribute(provider, "uri")).replaceFirst("$1"));
  }

  /** The language of the content, if it is only one, as BCP 47. */
  String language() {
    List<String> stated =
        XmlTree.children(content, "language").map(tag -> XmlTree.attribute(tag, "tag")).toList();
    String whole = stated.size() > 1 ? "" : XmlTree.attribute(item, "xml:lang");
    return XmlTree.firstOf(
        LanguageTag.only(stated.stream()),
        LanguageTag.of(XmlTree.attributes(item, "inlineXML", "xml:lang").findFirst().orElse("")),
        LanguageTag.of(whole));
  }

  G2Subjects subjects() {
    return new G2Subjects(item);
  }

  /** The dates of this version, most reliable first. */
  String[] dates() {
    return new String[] {
      XmlTree.lineAt(about, "versionCreated"),
      XmlTree.lineAt(about, "firstCreated"),
      XmlTree.lineAt(content, "contentCreated"),
      XmlTree.lineAt(content, "contentModified")
    };
  }

  private static boolean isSecond(Element headline) {
    return headline.attr("role").toLowerCase(Locale.ROOT).contains("sub");
  }

  private static boolean isSummary(Element description) {
    String role = description.attr("role");
    return role.isEmpty() || SUMMARY.matcher(role).matches();
  }

  /** The last part of a QCode: {@code text} in {@code ninat:text}. */
  static String code(Element element) {
    String code = XmlTree.attribute(element, "qcode");
    return code.substring(code.indexOf(':') + 1);
  }
}
