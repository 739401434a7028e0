package broadsheet.corpus.page;

import broadsheet.corpus.json.JsonLd;
import broadsheet.corpus.json.JsonLdArticle;
import broadsheet.corpus.text.ErrorPage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;

/**
 * Recognizes pages without an article, such as front pages and lists of articles. A page that says
 * it is an article is believed; among the others, only clear cases are rejected.
 *
 * @param isStated whether the page says that it is an article
 * @param isError whether its title is that of an error page
 * @param isStatedList whether it says that it is a list, and not an article
 * @param isFrontPage whether its address is that of its site
 * @param headlineLength characters of linked headings, before the page was cleaned
 */
record PageKind(
    boolean isStated,
    boolean isError,
    boolean isStatedList,
    boolean isFrontPage,
    int headlines,
    int headlineLength) {
  private static final Set<String> LISTS =
      Set.of("collectionpage", "searchresultspage", "profilepage");

  private static final String HEADLINE =
      "h1 a, h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4, a:has(> h1)";

  private static final String NO_TEXT = "no text in it";
  private static final int MANY_HEADLINES = 12;
  private static final int LITTLE_TEXT = 250;

  static PageKind of(Document page, MetaTags meta, JsonLd json, String url) {
    boolean isStated =
        meta.content("og:type").toLowerCase(Locale.ROOT).contains("article")
            || !meta.content("article:published_time").isEmpty()
            || !page.select("[itemprop~=(?i)\\barticleBody\\b]").isEmpty()
            || new Microdata(page).hasArticle()
            || json.objects().stream().filter(JsonLdArticle::isArticle).count() == 1;
    List<String> headlines = page.select(HEADLINE).eachText();
    return new PageKind(
        isStated,
        !isStated && ErrorPage.isTitle(page.title()),
        !isStated && json.objects().stream().anyMatch(PageKind::isList),
        PageAddress.isFrontPage(url),
        headlines.size(),
        headlines.stream().mapToInt(String::length).sum());
  }

  private static boolean isList(ObjectNode object) {
    return JsonLdArticle.types(object).anyMatch(LISTS::contains);
  }

  /** Why the page contains no article; empty if it may. */
  Optional<String> whyNone(String title, List<String> paragraphs) {
    int length = paragraphs.stream().mapToInt(String::length).sum();
    boolean isList = headlines >= MANY_HEADLINES && headlineLength > 2 * length;
    if (isStated) {
      return paragraphs.isEmpty() && title.isEmpty() ? Optional.of(NO_TEXT) : Optional.empty();
    }
    if (isError && length < ErrorPage.LONGEST) {
      return Optional.of("an error page");
    }
    if (isFrontPage && (isList || length < LITTLE_TEXT)) {
      return Optional.of("a front page, not an article");
    }
    if (isList || (isStatedList && headlines > 1)) {
      return Optional.of("a list of articles, not an article");
    }
    return paragraphs.isEmpty() ? Optional.of(NO_TEXT) : Optional.empty();
  }
}
