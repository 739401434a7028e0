package broadsheet.corpus.feed;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Prologue;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RSS, Atom and JSON Feed: each item is an article. A feed is read as a whole. */
public final class Feed extends WholeFormat {
  static final String NOT_A_FEED = "not a feed";

  /** The opening tag of a feed, anywhere in the text. */
  private static final Pattern ROOT =
      Pattern.compile(
          "<(?:\\w+:)?(?:rss(?=[^>]{0,2000}(?:version|xmlns))"
              + "|feed(?=[^>]{0,2000}(?:www\\.w3\\.org/2005/Atom|purl\\.org/atom))"
              + "|RDF(?=[^>]{0,2000}(?:purl\\.org/rss|netscape\\.com/rdf|purl\\.org/net/rss)))\\b");

  /** The same tag at the beginning, where it needs no namespace. */
  private static final Pattern FIRST =
      Pattern.compile("(?i)(?:<!DOCTYPE\\s+rss\\b[^>]*>\\s*)?<(?:rss|feed)[\\s>]");

  private static final Pattern JSON =
      Pattern.compile("\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/jsonfeed\\.org\\\\?/version");

  /** The export of a whole WordPress site is written as RSS, but is not a feed. */
  private static final String WORDPRESS_EXPORT = "wordpress.org/export/";

  /** The furthest into a file that a feed may begin if something else wraps it. */
  private static final int DEEPEST = 8 * 1024;

  public Feed(DateReader dates) {
    super("feed", dates, SECOND_REVISION);
  }

  @Override
  public Recognition recognise(Peek peek) {
    if (isJson(peek.head()) || (isXml(peek.head()) && !peek.head().contains(WORDPRESS_EXPORT))) {
      return Recognition.MINE;
    }
    return peek.hasExtension("rss", "atom")
        ? Recognition.noArticle(NOT_A_FEED)
        : Recognition.NOT_MINE;
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    String text = text(bytes, records);
    if (text.stripLeading().startsWith("{")) {
      new JsonFeed(records, dates).read(text);
    } else {
      new XmlFeed(records, dates).read(text);
    }
  }

  private static boolean isJson(String head) {
    return head.stripLeading().startsWith("{") && JSON.matcher(head).find();
  }

  private static boolean isXml(String head) {
    Matcher root = ROOT.matcher(head).useTransparentBounds(true);
    return root.region(0, Math.min(head.length(), DEEPEST)).find()
        || FIRST.matcher(Prologue.after(head)).lookingAt();
  }
}
