package broadsheet.corpus.feed;

import broadsheet.corpus.json.PublishingStatus;
import broadsheet.corpus.record.NotAnArticle;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Filters the feed of a Blogger export: only its published posts are articles, not its pages,
 * comments, templates and settings.
 */
final class Blogger {
  private static final String KIND = "http://schemas.google.com/blogger/2008/kind#";

  private Blogger() {}

  /**
   * Requires that an entry is a published post, if it states its kind.
   *
   * @throws NotAnArticle if it says that it is not
   */
  static void requirePost(Element entry) throws NotAnArticle {
    String kind = kind(entry);
    if (!kind.isEmpty() && !kind.equals("post")) {
      throw NotAnArticle.skipped("not a post", kind);
    }
    for (Element element : entry.getAllElements()) {
      String value = element.ownText().strip();
      if (FeedTree.localName(element).equalsIgnoreCase("draft") && value.equalsIgnoreCase("yes")) {
        throw NotAnArticle.skipped("not published", "draft");
      }
      if (element.tagName().equals("blogger:status")) {
        PublishingStatus.requireOneOf(value, "live");
      }
    }
  }

  private static String kind(Element entry) {
    for (Element child : entry.children()) {
      if (child.tagName().equals("blogger:type")) {
        return child.ownText().strip().toLowerCase(Locale.ROOT);
      }
      String term = child.attr("term");
      if (FeedTree.localName(child).equals("category") && term.startsWith(KIND)) {
        return term.substring(KIND.length());
      }
    }
    return "";
  }
}
