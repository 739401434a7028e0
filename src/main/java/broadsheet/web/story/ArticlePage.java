package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.article.Recording;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.HitPositions;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.scan.Scans;
import broadsheet.web.link.IssueAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.KeepForm;
import broadsheet.web.page.KeptMark;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.ScanDrawing;
import broadsheet.web.page.WritingDirection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of one article.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param text its text with marks
 * @param file the name of its file; empty unless it is a document
 * @param parts its pages or files, and those that are shown
 * @param scans the scans of its pages, with the matches marked; none if there is none to show
 * @param isScanUnshown whether there is a scan of a kind that cannot be shown
 * @param recording its recording; null if it was not spoken
 * @param issue the issue it is printed in; null if unknown
 * @param direction its writing direction, from {@link WritingDirection}
 * @param date its publication date
 * @param versions all versions of it, oldest first; none if there is only one
 * @param later the address of its latest version; null if it is that itself
 * @param reprints the other articles of its family, oldest first
 * @param similar similar articles
 * @param corrections the search for the articles that correct it; null if there are none
 * @param link the address it was published at, if it is safe to open
 * @param citation its citation
 * @param why the page that explains why it was found; null if there is no query
 * @param back the results it was found in, at its place; null if it was opened from elsewhere
 * @param neighbours the results beside it; null if it was opened from elsewhere
 * @param kept the reader's lists and read mark for it; null if this reader keeps nothing
 * @param keep the form that puts it on lists; null if this reader keeps nothing
 */
public record ArticlePage(
    PageFrame frame,
    ArticleView view,
    NumberedArticle text,
    String file,
    ArticleParts parts,
    List<ScanDrawing> scans,
    boolean isScanUnshown,
    @Nullable ArticleRecording recording,
    @Nullable String issue,
    String direction,
    DateLabel date,
    List<ArticleLink> versions,
    @Nullable String later,
    List<ArticleLink> reprints,
    List<ArticleLink> similar,
    @Nullable String corrections,
    @Nullable WebLink link,
    Citation citation,
    @Nullable String why,
    @Nullable String back,
    @Nullable AdjacentResults neighbours,
    @Nullable KeptMark kept,
    @Nullable KeepForm keep) {

  /** The pages of an article on more are counted, not named. */
  private static final int MOST_NAMED = 6;

  /** A link out of the archive, and the name of its site. */
  public record WebLink(String href, String host) {}

  static ArticlePage of(
      PageFrame frame,
      ArticleView view,
      MarkedArticle marked,
      List<ArticleVersion> versions,
      SimilarArticles similar,
      NameLinks names,
      @Nullable String corrections,
      SearchParameters parameters,
      Citation citation,
      Optional<AdjacentResults> neighbours,
      WantedPart part,
      Scans scans) {
    Article article = marked.article();
    List<PartStart> starts = PartStart.of(article);
    NumberedArticle text =
        NumberedArticle.of(
            marked,
            names,
            BodyParts.of(article.id(), starts, scans),
            isSpoken(article) ? List.of() : view.furniture());
    return new ArticlePage(
        frame,
        view,
        text,
        file(article),
        ArticleParts.of(marked, starts, part, parameters),
        ArticleScans.of(marked, text.firstNumbers(), part.number(), scans),
        ArticleScans.isUnshown(article.positions().pages(), scans),
        null,
        IssueAddress.of(article),
        WritingDirection.of(article.language()),
        DateLabel.of(article.publishedAt()),
        versions.stream().map(version -> ArticleLink.of(version, article, parameters)).toList(),
        later(article.id(), versions, parameters),
        marked.reprints().stream()
            .map(reprint -> ArticleLink.of(reprint, article, parameters))
            .toList(),
        similar.articles().stream().map(one -> ArticleLink.of(one, parameters)).toList(),
        corrections,
        webLink(article.url()),
        citation,
        ArticleAddress.why(article.id(), parameters),
        parameters.equals(SearchParameters.none())
            ? null
            : back(article.id(), parameters, neighbours.isPresent()),
        neighbours.orElse(null),
        null,
        null);
  }

  /** Its paragraphs are played, so none is folded. */
  private static boolean isSpoken(Article article) {
    return article.positions().parts().stream().anyMatch(Recording.class::isInstance);
  }

  private static String file(Article article) {
    return article.locations().stream()
        .findFirst()
        .map(at -> HitPositions.file(article.positions(), at))
        .orElse("");
  }

  /** A copy with its recording, and the reader's lists and read mark. */
  ArticlePage with(
      Optional<ArticleRecording> heard, Optional<KeptMark> mark, Optional<KeepForm> form) {
    return new ArticlePage(
        frame,
        view,
        text,
        file,
        parts,
        scans,
        isScanUnshown,
        heard.orElse(null),
        issue,
        direction,
        date,
        versions,
        later,
        reprints,
        similar,
        corrections,
        link,
        citation,
        why,
        back,
        neighbours,
        mark.orElse(null),
        form.orElse(null));
  }

  private static @Nullable String later(
      String id, List<ArticleVersion> versions, SearchParameters parameters) {
    boolean isLatest = versions.stream().anyMatch(each -> each.isLatest() && each.id().equals(id));
    return versions.stream()
        .filter(each -> each.isLatest() && !isLatest)
        .map(ArticleVersion::id)
        .findFirst()
        .map(latest -> parameters.toQueryString().after(ArticleAddress.path(latest)))
        .orElse(null);
  }

  private static String back(String id, SearchParameters parameters, boolean isListed) {
    String results = parameters.toQueryString().after("/search");
    return isListed ? results + "#" + HitEntry.anchor(id) : results;
  }

  /**
   * The value of {@code lang}. Empty if the language is only assumed, or is unknown and could be
   * mistaken for the page's own.
   */
  public String language() {
    String language = view.language();
    return language == null || ArticleView.ASSUMED.equals(view.languageBasis()) ? "" : language;
  }

  /** The part of the body that is shown. */
  public List<BodyBlock> body() {
    return BodyBlock.of(text.paragraphs().subList(parts.from(), parts.to()));
  }

  /** {@code Repeated in 214 articles of The Evening Lantern}. */
  public String label(RepeatedText repeated) {
    return view.source() == null ? repeated.label() : repeated.label() + " of " + view.source();
  }

  /** The search for the articles that repeat a text. */
  public String search(RepeatedText repeated) {
    return repeated.search(view.source() == null ? "" : view.source());
  }

  /** The pages it is printed on, such as {@code page 1, 4} or {@code 31 pages}; empty if none. */
  public String printedOn() {
    int pages = view.pages().size();
    String labels = "page " + String.join(", ", view.pages());
    String many = pages > MOST_NAMED ? FormattedCount.of(pages, "page") : labels;
    return pages == 0 ? "" : many;
  }

  /** Source and date in one line, as far as known. */
  public String from() {
    String source = view.source();
    return source == null ? date.text() : source + " · " + date.text();
  }

  /** The address as a link if it is a web address, and not something else a browser would run. */
  static @Nullable WebLink webLink(String url) {
    try {
      URI address = new URI(url);
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      boolean isWeb = List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
      return isWeb && address.getHost() != null ? new WebLink(url, address.getHost()) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
