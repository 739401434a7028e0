package broadsheet.corpus.feed;

import broadsheet.corpus.page.PageAddress;
import broadsheet.corpus.text.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The XML of a feed, valid or not, whatever it is wrapped in. Entities that it declares are never
 * resolved. Immutable.
 *
 * @param root {@code rss}, {@code feed} or {@code rdf:RDF}
 * @param head the feed's own elements, such as its title
 * @param items complete ones only
 * @param isCutOff whether the feed ends too early
 */
record FeedTree(Element root, List<Element> head, List<Element> items, boolean isCutOff) {
  private static final int LONGEST_HEAD = 100;
  private static final int LONGEST_OF_HEAD = 2000;
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");
  private static final Set<String> ITEMS = Set.of("item", "entry");
  private static final Pattern ITEM =
      Pattern.compile("<(/?)(?:\\w+:)?(?:item|entry)(?:\\s[^>]*)?>");

  /** Empty if there is no feed in the text. */
  static Optional<FeedTree> of(String text) {
    return Jsoup.parse(text, "", Parser.xmlParser()).getAllElements().stream()
        .filter(e -> ROOTS.contains(localName(e)))
        .findFirst()
        .map(root -> of(root, text));
  }

  private static FeedTree of(Element root, String text) {
    List<Element> items = root.getAllElements().stream().filter(FeedTree::isItem).toList();
    boolean isCutOff = !text.contains("</" + root.tagName());
    boolean isLastWhole = !isCutOff || items.isEmpty() || endsWithItem(text);
    return new FeedTree(
        root, headOf(root), isLastWhole ? items : items.subList(0, items.size() - 1), isCutOff);
  }

  /** The elements beside the items, in the channel or, if there is none, in the root. */
  private static List<Element> headOf(Element root) {
    Element channel =
        root.children().stream()
            .filter(e -> localName(e).equals("channel"))
            .findFirst()
            .orElse(root);
    return channel.children().stream()
        .filter(e -> !ITEMS.contains(localName(e)) && isOwn(e, channel))
        .filter(e -> e.wholeText().length() <= LONGEST_OF_HEAD)
        .limit(LONGEST_HEAD)
        .toList();
  }

  /** The name without its prefix, in lower case. */
  static String localName(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  boolean isAtom() {
    return localName(root).equals("feed");
  }

  /** The elements of this name that describe the feed itself. */
  Stream<Element> head(String name) {
    return head.stream().filter(e -> localName(e).equals(name));
  }

  /** An item's elements of this name that are of the feed's own format and no extension. */
  static Stream<Element> own(Element item, String name) {
    return item.children().stream().filter(e -> localName(e).equals(name) && isOwn(e, item));
  }

  /** The text of the first of these elements that an item has; empty if it has none. */
  String text(Element item, String... names) {
    List<Element> children = item.children();
    return Stream.of(names)
        .flatMap(name -> children.stream().filter(e -> isNamed(e, item, name)))
        .map(Element::wholeText)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /**
   * The date of an item as written; for an Atom entry, the date of its last change as a last
   * resort.
   */
  String date(Element item) {
    return isAtom()
        ? text(item, "published", "issued", "date", "created", "updated", "modified")
        : text(item, "pubdate", "published", "date", "issued", "created");
  }

  /** The language of an item, or otherwise of the feed. */
  String language(Element item) {
    Stream<String> stated =
        Stream.of(item.attr("xml:lang"), text(item, "language"), root.attr("xml:lang"));
    return Stream.concat(stated, head("language").limit(1).map(Element::text))
        .filter(language -> !language.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The address of the feed's site; empty if not stated. */
  String link() {
    Stream<String> links =
        head("link")
            .filter(e -> !e.attr("rel").equals("self"))
            .map(e -> e.hasAttr("href") ? e.attr("href") : e.text());
    return links.map(CleanText::line).filter(PageAddress::isAbsolute).findFirst().orElse("");
  }

  /** Whether an element has this name, in the feed's own vocabulary or Dublin Core. */
  private static boolean isNamed(Element element, Element parent, String name) {
    return localName(element).equals(name)
        && (isOwn(element, parent) || element.tagName().startsWith("dc"));
  }

  /** It bears the prefix its parent does. */
  private static boolean isOwn(Element element, Element parent) {
    return prefix(element).equals(prefix(parent)) || prefix(element).equals("rss");
  }

  private static String prefix(Element element) {
    int colon = element.tagName().indexOf(':');
    return colon < 0 ? "" : element.tagName().substring(0, colon);
  }

  /** An item inside an item does not count: its source may be given as a feed. */
  private static boolean isItem(Element element) {
    return ITEMS.contains(localName(element))
        && element.parents().stream().noneMatch(e -> ITEMS.contains(localName(e)));
  }

  /** Whether the last item tag in the text is an end tag. */
  private static boolean endsWithItem(String text) {
    Matcher item = ITEM.matcher(text);
    boolean isEnd = false;
    while (item.find()) {
      isEnd = !item.group(1).isEmpty() || item.group().endsWith("/>");
    }
    return isEnd;
  }
}
