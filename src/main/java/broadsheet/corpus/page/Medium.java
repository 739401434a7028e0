package broadsheet.corpus.page;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.HtmlBody;
import broadsheet.corpus.text.PageTitle;
import broadsheet.corpus.text.RepeatedTitle;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The pages of a Medium account's export. Its published posts are articles; its drafts, responses
 * and pages about the account are not. Source:
 * https://github.com/TryGhost/migrate/tree/main/packages/mg-medium-export.
 */
public final class Medium extends WholeFormat {
  private static final String POST = "<article class=\"h-entry\"";
  private static final String BODY = "data-field=\"body\"";

  /** The files beside the folder of posts. */
  private static final Pattern BESIDE_POSTS =
      Pattern.compile(
          "(?:.*/)?(?:ips|profile/(?:about|profile|publications|memberships|charges)"
              + "|interests/(?:publications|tags|topics|writers)|lists/[^/]+"
              + "|(?:blocks|bookmarks|claps|highlights|partner-program|pubs-following|sessions"
              + "|topics-following|twitter|users-following)/[a-z-]+-\\d{4})\\.html");

  private static final String HEAD =
      "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">";

  private static final String LEFT_OUT =
      ".graf--title, .graf--subtitle, .section-divider, .graf--mixtapeEmbed";

  public Medium(DateReader dates) {
    super("medium", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    if (peek.head().contains(POST) && peek.head().contains(BODY)) {
      return Recognition.MINE;
    }
    boolean isBesidePosts =
        BESIDE_POSTS.matcher(peek.file().location()).matches() && peek.head().contains(HEAD);
    return isBesidePosts
        ? Recognition.noArticle("about the account in a Medium export, not a post")
        : Recognition.NOT_MINE;
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    records.take(0, () -> article(bytes, records));
  }

  private Article article(byte[] bytes, Records records) throws NotAnArticle {
    Document page = Jsoup.parse(text(bytes, records));
    requirePublished(page, records.file().name());
    String title = line(page, ".p-name");
    requirePost(page, title);
    String url = page.select("footer .p-canonical").attr("href");
    HtmlBody body = HtmlBody.of(page.select(".e-content").outerHtml(), LEFT_OUT);
    NotAnArticle.requireText(title, body.paragraphs());
    return records
        .article(0, "", PageAddress.isAbsolute(url) ? url : "")
        .title(title)
        .standfirst(line(page, ".p-summary"))
        .paragraphs(RepeatedTitle.removed(title, body.paragraphs()))
        .captions(body.captions())
        .authors(PageByline.people(page.select("footer .p-author").eachText()))
        .source(PageAddress.host(url))
        .topics(page.select("footer .p-tags a").eachText())
        .publishedAt(
            records.remarked(0, dates.read(page.select("footer .dt-published").attr("datetime"))))
        .build();
  }

  private static String line(Document page, String selector) {
    return CleanText.line(page.select(selector).stream().findFirst().map(Element::text).orElse(""));
  }

  private static void requirePublished(Document page, String name) throws NotAnArticle {
    boolean isPublished = !page.select("footer .dt-published, footer .p-canonical").isEmpty();
    if (name.startsWith("draft_") || !isPublished) {
      throw NotAnArticle.skipped("not published", "draft");
    }
  }

  /** The title of a response is how its text begins, since its writer gave it none. */
  private static void requirePost(Document page, String title) throws NotAnArticle {
    Element first = page.selectFirst(".e-content .graf");
    boolean isUntitled =
        page.select(".e-content .graf--title, .p-summary").isEmpty()
            && first != null
            && first.nameIs("p")
            && PageTitle.folded(first.text()).startsWith(PageTitle.folded(title));
    if (isUntitled || !page.select(".u-in-reply-to").isEmpty()) {
      throw NotAnArticle.skipped("not a post", "response");
    }
  }
}
