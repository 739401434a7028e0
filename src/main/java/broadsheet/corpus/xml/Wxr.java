package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.BlankLines;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Names;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The export of a WordPress site (WXR): its published posts, of any post type. */
public final class Wxr extends XmlNews {
  /** Types that WordPress and common plug-ins store as posts but that are not. */
  private static final Set<String> NOT_POSTS =
      Set.of(
          ("page attachment revision nav_menu_item custom_css customize_changeset"
                  + " oembed_cache user_request feedback amp_validated_url product"
                  + " product_variation shop_order shop_coupon")
              .split(" ", -1));

  private static final Pattern ADMINISTRATOR = Pattern.compile("(?i)admin(?:istrator)?");

  public Wxr(DateReader dates) {
    super("wxr", dates, "item");
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
    List<String> paragraphs = WordPressText.paragraphs(text(post, "content:encoded"));
    String title = XmlTree.lineAt(post, "title");
    NotAnArticle.requireText(title, paragraphs);
    Element channel = XmlTree.first(item.envelope(), "channel");
    List<String> categories = terms(post, "category").toList();
    String guid = XmlTree.lineAt(post, "guid");
    String link = XmlTree.lineAt(post, "link");
    String changed = item.dates().read(changed(post)).date().iso();
    return item.article(guid, link, List.of(new ItemName(guid, "", changed, "", link)))
        .title(title)
        .standfirst(String.join(" ", WordPressText.paragraphs(text(post, "excerpt:encoded"))))
        .paragraphs(paragraphs)
        .authors(authors(post, channel))
        .source(XmlTree.lineAt(channel, "title"))
        .section(categories.isEmpty() ? "" : categories.getFirst())
        .topics(Stream.concat(categories.stream(), terms(post, "post_tag")).distinct().toList())
        .language(LanguageTag.of(XmlTree.lineAt(channel, "language")))
        .publishedAt(
            item.date(XmlTree.lineAt(post, "wp:post_date"), XmlTree.lineAt(post, "pubDate")))
        .build();
  }

  /** The time of the last change, in UTC where it is stated; zeros mean that it is not. */
  private static String changed(Element post) {
    String universal = XmlTree.lineAt(post, "wp:post_modified_gmt");
    return universal.isEmpty() || universal.startsWith("0000")
        ? XmlTree.lineAt(post, "wp:post_modified")
        : universal + "Z";
  }

  private static void requirePublished(Element post) throws NotAnArticle {
    String type = XmlTree.lineAt(post, "wp:post_type").toLowerCase(Locale.ROOT);
    String status = XmlTree.lineAt(post, "wp:status").toLowerCase(Locale.ROOT);
    if (NOT_POSTS.contains(type) || type.startsWith("wp_") || type.startsWith("acf-")) {
      throw NotAnArticle.skipped("not a post", type);
    }
    if (!status.isEmpty() && !status.equals("publish")) {
      throw NotAnArticle.skipped("not published", status);
    }
  }

  /** By display name, which the export's head gives for each login. */
  private static List<String> authors(Element post, Element channel) {
    String login = XmlTree.lineAt(post, "dc:creator");
    String shown =
        XmlTree.children(channel, "wp:author")
            .filter(author -> XmlTree.lineAt(author, "wp:author_login").equals(login))
            .map(author -> XmlTree.lineAt(author, "wp:author_display_name"))
            .findFirst()
            .orElse("");
    String name = Names.person(XmlTree.firstOf(shown, login));
    return name.isEmpty() || ADMINISTRATOR.matcher(name).matches() ? List.of() : List.of(name);
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

    private static final int DEEPEST_PAIR = 5;

    private WordPressText() {}

    static List<String> paragraphs(String stored) {
      String text = withoutShortCodes(stored);
      return text.contains(BLOCK_EDITOR) ? Markup.paragraphs(text) : BlankLines.paragraphs(text);
    }

    private static String withoutShortCodes(String stored) {
      String text = stored;
      for (int i = 0; i < DEEPEST_PAIR && text.contains("[/"); i++) {
        text = PAIR.matcher(text).replaceAll("$2");
      }
      return SINGLE.matcher(text).replaceAll("");
    }
  }
}
