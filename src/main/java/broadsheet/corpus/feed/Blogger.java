package broadsheet.corpus.feed;

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
      String name = FeedTree.localName(element).toLowerCase(Locale.ROOT);
      String value = element.ownText().strip().toLowerCase(Locale.ROOT);
      boolean isDraft =
          (name.equals("draft") && value.equals("yes"))
              || (element.tagName().equals("blogger:status") && !value.equals("live"));
      if (isDraft) {
        throw NotAnArticle.skipped("not published", value.equals("yes") ? "draft" : value);
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
