package broadsheet.corpus.feed;

import broadsheet.corpus.page.PageAddress;
import broadsheet.corpus.text.CleanText;
import java.net.URI;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Finds the address of a feed item, which may be relative, or that of a tracking service.
 *
 * @param address the address of the feed itself; empty if unknown
 */
record FeedLinks(FeedTree feed, String address) {
  /**
   * The address of an item: the original one, otherwise its link, otherwise its permanent id.
   *
   * @return absolute; empty if there is none
   */
  String url(Element item) {
    return Stream.of(original(item), link(item), permanent(item))
        .map(address -> absolute(address, item))
        .filter(PageAddress::isAbsolute)
        .findFirst()
        .orElse("");
  }

  /** The target of a FeedBurner link. */
  private static String original(Element item) {
    return line(item.children().stream().filter(e -> FeedTree.localName(e).equals("origlink")));
  }

  private String link(Element item) {
    Stream<Element> links = FeedTree.own(item, "link");
    return feed.isAtom()
        ? links
            .filter(e -> e.attr("rel").isBlank() || e.attr("rel").equals("alternate"))
            .map(e -> CleanText.line(e.attr("href")))
            .findFirst()
            .orElse("")
        : line(links);
  }

  private static String permanent(Element item) {
    return line(
        item.children().stream()
            .filter(e -> FeedTree.localName(e).equals("guid"))
            .filter(e -> !e.attr("isPermaLink").equals("false")));
  }

  private static String line(Stream<Element> elements) {
    return elements.map(e -> CleanText.line(e.text())).findFirst().orElse("");
  }

  private String absolute(String link, Element item) {
    if (link.isEmpty() || PageAddress.isAbsolute(link)) {
      return link;
    }
    try {
      return URI.create(base(item)).resolve(link).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private String base(Element item) {
    Stream<String> stated =
        Stream.concat(Stream.of(item), item.parents().stream()).map(e -> e.attr("xml:base"));
    return Stream.concat(stated, Stream.of(feed.link(), address))
        .filter(PageAddress::isAbsolute)
        .findFirst()
        .orElse("");
  }
}
