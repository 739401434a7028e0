package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.json.PublishingStatus;
import broadsheet.corpus.json.WordPress;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.BlankLines;
import broadsheet.corpus.text.HtmlBody;
import broadsheet.corpus.text.Names;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The export of a WordPress site (WXR): its published posts, of any post type. */
public final class Wxr extends XmlNews {
  private static final Pattern NOBODY = Pattern.compile("(?i)admin(?:istrator)?|\\S+@\\S+");

  public Wxr(DateReader dates) {
    super("wxr", dates, "item");
  }

  @Override
  public String revision() {
    return SECOND_REVISION;
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.mineIf(
        root.isOneOf("rss")
            && (root.tag().contains("//wordpress.org/export/")
                || peek.head().contains("<wp:wxr_version>")));
  }

  @Override
  Article article(Element post, XmlItem item) throws NotAnArticle {
    requirePublished(post);
    HtmlBody body = WordPressText.body(text(post, "content:encoded"));
    List<String> paragraphs = body.paragraphs();
    String title = XmlTree.lineAt(post, "title");
    NotAnArticle.requireText(title, paragraphs);
    Element channel = XmlTree.first(item.envelope(), "channel");
    List<String> categories = terms(post, "category").toList();
    String guid = XmlTree.lineAt(post, "guid");
    String link = address(XmlTree.lineAt(post, "link"), XmlTree.lineAt(channel, "link"));
    String changed = item.dates().read(changed(post)).date().iso();
    return item.article(guid, link, List.of(new ItemName(guid, "", changed, "", link)))
        .title(title)
        .standfirst(
            String.join(" ", WordPressText.body(text(post, "excerpt:encoded")).paragraphs()))
        .paragraphs(paragraphs)
        .captions(body.captions())
        .authors(authors(post, channel))
        .source(XmlTree.lineAt(channel, "title"))
        .section(categories.isEmpty() ? "" : categories.getFirst())
        .topics(Stream.concat(categories.stream(), terms(post, "post_tag")).distinct().toList())
        .language(LanguageTag.of(XmlTree.lineAt(channel, "language")))
        .publishedAt(
            item.date(XmlTree.lineAt(post, "wp:post_date"), XmlTree.lineAt(post, "pubDate")))
        .build();
  }

  /** Squarespace states the path alone. */
  private static String address(String link, String site) {
    boolean isPath = link.startsWith("/") && !link.startsWith("//");
    return isPath && !site.isEmpty() ? site.replaceFirst("/$", "") + link : link;
  }

  /** The time of the last change, in UTC where it is stated; zeros mean that it is not. */
  private static String changed(Element post) {
    String universal = XmlTree.lineAt(post, "wp:post_modified_gmt");
    return universal.isEmpty() || universal.startsWith("0000")
        ? XmlTree.lineAt(post, "wp:post_modified")
        : universal + "Z";
  }

  private static void requirePublished(Element post) throws NotAnArticle {
    boolean isProtected = !XmlTree.lineAt(post, "wp:post_password").isEmpty();
    WordPress.requirePost(XmlTree.lineAt(post, "wp:post_type"), isProtected);
    PublishingStatus.requireOneOf(XmlTree.lineAt(post, "wp:status"), "publish");
  }

  /** Those of a plug-in for several authors, if their names are known, otherwise the creator. */
  private static List<String> authors(Element post, Element channel) {
    List<String> several =
        people(terms(post, "author").map(key -> shown(key, channel)).map(WordPress::author));
    String login = XmlTree.lineAt(post, "dc:creator");
    return several.isEmpty() ? people(Stream.of(shown(login, channel))) : several;
  }

  private static List<String> people(Stream<String> names) {
    return names
        .map(Names::person)
        .filter(name -> !name.isEmpty() && !NOBODY.matcher(name).matches())
        .distinct()
        .toList();
  }

  /** The name that the export's head gives for a login, otherwise the login. */
  private static String shown(String login, Element channel) {
    return XmlTree.children(channel, "wp:author")
        .filter(author -> XmlTree.lineAt(author, "wp:author_login").equals(login))
        .map(author -> XmlTree.lineAt(author, "wp:author_display_name"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(login);
  }

  private static Stream<String> terms(Element post, String domain) {
    return XmlTree.children(post, "category")
        .filter(category -> category.attr("domain").equals(domain))
        .map(XmlTree::line)
        .filter(term -> !term.isEmpty());
  }

  private static String text(Element post, String name) {
    return XmlTree.at(post, name).wholeText();
  }

  /**
   * Makes paragraphs of WordPress content: HTML, shortcodes, and blank lines between paragraphs.
   */
  private static final class WordPressText {
    private static final String BLOCK_EDITOR = "<!-- wp:";

    /** {@code [dropcap]M[/dropcap]}. */
    private static final Pattern PAIR =
        Pattern.compile("\\[([A-Za-z][\\w-]*)\\b[^\\[\\]]*\\]([^\\[\\]]*)\\[/\\1\\]");

    /** {@code [gallery ids="1,2"]}, {@code [contact_form]}: not {@code [sic]}. */
    private static final Pattern SINGLE =
        Pattern.compile(
            "\\[/?(?:gallery|caption|embed|video|audio|playlist|more|[A-Za-z]+[_-][\\w-]+"
                + "|[A-Za-z][\\w-]*(?=\\s+[\\w-]+=))[^\\[\\]]*\\]");

    /** A picture with its caption, before there were blocks. */
    private static final Pattern CAPTION =
        Pattern.compile("\\[caption\\b[^\\]]*\\]([^\\[]*)\\[/caption\\]");

    private static final int DEEPEST_PAIR = 5;

    private WordPressText() {}

    static HtmlBody body(String stored) {
      String text = withoutShortCodes(stored);
      return HtmlBody.of(List.of(text.contains(BLOCK_EDITOR) ? text : BlankLines.html(text)));
    }

    private static String withoutShortCodes(String stored) {
      String text =
          stored.contains("[caption")
              ? CAPTION.matcher(stored).replaceAll("<figcaption>$1</figcaption>")
              : stored;
      for (int i = 0; i < DEEPEST_PAIR && text.contains("[/"); i++) {
        text = PAIR.matcher(text).replaceAll("$2");
      }
      return SINGLE.matcher(text).replaceAll("");
    }
  }
}
