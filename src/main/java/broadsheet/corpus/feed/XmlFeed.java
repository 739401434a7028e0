package broadsheet.corpus.feed;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.page.PageByline;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Base64Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** An RSS or Atom feed of any version. */
record XmlFeed(Records records, DateReader dates) {
  /** Media that Atom carries in Base64. Source: RFC 4287, 4.1.3.3. */
  private static final Pattern MEDIA =
      Pattern.compile("(?i)(?:application|image|audio|video)/(?!.*(?:\\+|/)xml\\s*(?:;.*)?$).+");

  /** Passes on the articles of a feed; problems are entered in the ledger. */
  void read(String text) {
    Optional<FeedTree> found = FeedTree.of(text);
    if (found.isEmpty()) {
      records.skip(0, Feed.NOT_A_FEED);
      return;
    }
    FeedTree feed = found.get();
    Set<String> repeated = repeated(feed);
    long number = 0;
    for (Element item : feed.items()) {
      long at = ++number;
      records.take(
          at,
          () -> {
            Blogger.requirePost(item);
            return item(feed, item, repeated).article(records, at, dates);
          });
    }
    if (feed.isCutOff()) {
      records.fail(number + 1, Damage.CUT_OFF, "");
    } else if (number == 0) {
      records.skip(0, "a feed without items");
    }
  }

  /**
   * Ids that several items of an RSS feed have, which name none of them: some feeds give all items
   * the address of the site. In Atom, entries with one id are versions of one.
   */
  private static Set<String> repeated(FeedTree feed) {
    Set<String> met = new HashSet<>();
    return feed.isAtom()
        ? Set.of()
        : feed.items().stream()
            .map(item -> id(feed, item))
            .filter(id -> !met.add(id))
            .collect(Collectors.toSet());
  }

  private static String id(FeedTree feed, Element item) {
    return feed.text(item, "guid", "id");
  }

  private FeedItem item(FeedTree feed, Element item, Set<String> repeated) {
    boolean isAtom = feed.isAtom();
    return new FeedItem(
        id(feed, item),
        !repeated.contains(id(feed, item)),
        new FeedLinks(feed, records.file().url()).url(item),
        first(FeedTree.own(item, "title")),
        summary(item, isAtom),
        isAtom ? first(FeedTree.own(item, "content")) : content(item),
        feed.date(item),
        feed.text(item, "updated", "modified"),
        authors(feed, item),
        topics(feed, item),
        feed.language(item),
        origin(item, isAtom).isEmpty() ? first(feed.head("title")) : origin(item, isAtom),
        described(item).filter(caption -> !caption.equals(summary(item, isAtom))).toList());
  }

  /** The summary; of a video without one, the description of its file. */
  private static String summary(Element item, boolean isAtom) {
    String own = first(FeedTree.own(item, isAtom ? "summary" : "description"));
    return own.isBlank() && !hasContent(item) ? described(item).findFirst().orElse("") : own;
  }

  private static boolean hasContent(Element item) {
    return FeedTree.own(item, "content").findAny().isPresent()
        || module(item, "content:encoded").findAny().isPresent();
  }

  /** The whole text; podcasts' hosts also put it in the description, and a part of it here. */
  private static String content(Element item) {
    String encoded = first(module(item, "content:encoded"));
    String described = first(FeedTree.own(item, "description"));
    return FeedItem.prose(encoded).isEmpty() || isPartOf(encoded, described) ? "" : encoded;
  }

  private static boolean isPartOf(String encoded, String described) {
    String all = FeedItem.prose(described);
    return all.length() > FeedItem.prose(encoded).length()
        && all.startsWith(FeedItem.prose(encoded));
  }

  /** The title of the feed that an item was taken from; empty if it is this feed's own. */
  private static String origin(Element item, boolean isAtom) {
    Stream<Element> source = FeedTree.own(item, "source");
    return first(isAtom ? source.flatMap(feed -> FeedTree.own(feed, "title")) : source).strip();
  }

  /** Descriptions of pictures. Source: https://www.rssboard.org/media-rss. */
  private static Stream<String> described(Element item) {
    return item.getAllElements().stream()
        .filter(e -> e.tagName().equals("media:description"))
        .filter(e -> e.parent() != null && !e.parent().equals(item))
        .map(XmlFeed::value);
  }

  /** The authors of the item; in Atom, those of the feed if the item has none. */
  private static List<String> authors(FeedTree feed, Element item) {
    Stream<String> creators = module(item, "dc:creator").map(XmlFeed::value);
    Stream<Stream<String>> stated =
        feed.isAtom()
            ? Stream.of(names(FeedTree.own(item, "author")), creators, names(feed.head("author")))
            : Stream.of(
                Stream.concat(creators, FeedTree.own(item, "author").limit(1).map(XmlFeed::value)));
    return stated
        .map(names -> names.map(PageByline::ofMail).filter(n -> !n.isBlank()).distinct().toList())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Stream<String> names(Stream<Element> people) {
    return people.map(
        person ->
            person.children().stream()
                .filter(e -> FeedTree.localName(e).equals("name"))
                .map(Element::wholeText)
                .findFirst()
                .orElse(""));
  }

  private static List<String> topics(FeedTree feed, Element item) {
    Stream<String> categories =
        FeedTree.own(item, "category")
            .map(e -> feed.isAtom() ? e.attr(e.hasAttr("label") ? "label" : "term") : value(e));
    return Stream.concat(
            categories.filter(c -> !c.isBlank()).distinct(),
            module(item, "dc:subject").map(XmlFeed::value))
        .toList();
  }

  private static Stream<Element> module(Element item, String name) {
    return item.children().stream().filter(e -> e.tagName().equals(name));
  }

  private static String first(Stream<Element> elements) {
    return elements.findFirst().map(XmlFeed::value).orElse("");
  }

  /** Markup inside becomes text, as it would be if it had been escaped. */
  private static String value(Element element) {
    boolean isMedia =
        MEDIA.matcher(element.attr("type")).matches() && Base64Text.is(element.wholeText());
    if (isMedia || element.attr("mode").equals("base64")) {
      return Base64Text.decoded(element.wholeText()).orElse("");
    }
    return element.childrenSize() == 0
        ? element.wholeText()
        : element.html().replace("<xhtml:", "<").replace("</xhtml:", "</");
  }
}
