package broadsheet.web.story;

import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import broadsheet.article.PrintedPage;
import broadsheet.compare.Difference;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Reprint;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.names.Name;
import broadsheet.web.page.HitView;
import broadsheet.web.page.MarkedHtml;
import broadsheet.web.page.QueryView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole article. Component names are the JSON keys of {@code /article/{id}.json}; the article
 * page shows the same. Anything the article does not state is null or an empty list. Every {@code
 * …Html} is the plain text beside it with the query's matches marked.
 *
 * @param query the query whose matches are marked, and its interpretation
 * @param id its id in addresses
 * @param title the headline
 * @param titleHtml marked
 * @param standfirst the sentence or two under the headline
 * @param standfirstHtml marked
 * @param dateline the place and date it was filed, as printed
 * @param datelineHtml marked
 * @param paragraphs the body
 * @param paragraphsHtml marked
 * @param furniture what its source repeats in other articles, part of the paragraphs
 * @param captions the words under its pictures
 * @param captionsHtml marked
 * @param corrections notes on what was corrected
 * @param correctionsHtml marked
 * @param correctionOf the id of the article that it corrects
 * @param related headlines of other articles at its foot
 * @param relatedHtml marked
 * @param publishedAt ISO 8601, as precisely as known
 * @param source the outlet
 * @param section the part of the outlet
 * @param edition the edition of the outlet
 * @param collection the collection of the archive; null in the first
 * @param author one element a person or desk
 * @param topic subjects it is filed under
 * @param place places it is filed under
 * @param person people it is filed under
 * @param organisation organisations it is filed under
 * @param speaker those who speak in it, of a transcript
 * @param names the names found in its text, in the order of their first mention
 * @param language BCP 47
 * @param languageBasis the evidence for the language: stated, detected or assumed
 * @param url the address it was published at
 * @param pages the numbers of the pages it is printed on, as printed
 * @param scanQuality the mean confidence of the text recognition, in percent
 * @param locations the files, and the records in them, that it was read from
 * @param versions all versions of it, oldest first; empty if there is only one
 * @param reprints the other articles of its family, oldest first
 * @param similar similar articles, most similar first
 * @param similarNote says that some may be missing; null if all articles were looked at
 * @param valuesHtml the keyword values with matches in them, by the name of their facet
 */
public record ArticleView(
    QueryView query,
    String id,
    @Nullable String title,
    @Nullable String titleHtml,
    @Nullable String standfirst,
    @Nullable String standfirstHtml,
    @Nullable String dateline,
    @Nullable String datelineHtml,
    List<String> paragraphs,
    List<String> paragraphsHtml,
    List<RepeatedText> furniture,
    List<String> captions,
    List<String> captionsHtml,
    List<String> corrections,
    List<String> correctionsHtml,
    @Nullable String correctionOf,
    List<String> related,
    List<String> relatedHtml,
    @Nullable String publishedAt,
    @Nullable String source,
    @Nullable String section,
    @Nullable String edition,
    @Nullable String collection,
    List<String> author,
    List<String> topic,
    List<String> place,
    List<String> person,
    List<String> organisation,
    List<String> speaker,
    List<FoundName> names,
    @Nullable String language,
    @Nullable String languageBasis,
    @Nullable String url,
    List<String> pages,
    @Nullable Integer scanQuality,
    List<String> locations,
    List<VersionView> versions,
    List<ReprintView> reprints,
    List<SimilarView> similar,
    @Nullable String similarNote,
    Map<String, List<String>> valuesHtml) {

  /** The basis of a language that the source does not state and the text does not show. */
  static final String ASSUMED = printed(LanguageBasis.ASSUMED);

  /** A name, and the kind of thing it stands for: {@code person}. */
  public record FoundName(String kind, String name) {
    static FoundName of(Name name) {
      return new FoundName(name.kind().label(), name.text());
    }
  }

  /**
   * A version of the article, the article itself included.
   *
   * @param version the version as its provider counts it
   * @param changedAt when it was made, ISO 8601
   * @param isLatest whether it is the one that searches find
   */
  public record VersionView(
      String id,
      String title,
      @Nullable String version,
      @Nullable String changedAt,
      @Nullable String publishedAt,
      boolean isLatest) {
    static VersionView of(ArticleVersion version) {
      return new VersionView(
          version.id(),
          version.title(),
          HitView.filledOrNull(version.version().version()),
          HitView.filledOrNull(version.version().changedAt()),
          HitView.filledOrNull(version.publishedAt().iso()),
          version.isLatest());
    }
  }

  /**
   * A reprint of the article, or an earlier or later version of it.
   *
   * @param difference the difference of standfirst and body; null if there was no time to compare
   */
  public record ReprintView(
      String id,
      String title,
      @Nullable String source,
      @Nullable String publishedAt,
      @Nullable Difference difference) {
    static ReprintView of(Reprint reprint) {
      return new ReprintView(
          reprint.id(),
          reprint.title(),
          HitView.filledOrNull(reprint.source()),
          HitView.filledOrNull(reprint.publishedAt().iso()),
          reprint.difference().orElse(null));
    }
  }

  /**
   * A similar article.
   *
   * @param words unusual words that both share, as printed in this article
   */
  public record SimilarView(
      String id,
      String title,
      @Nullable String source,
      @Nullable String publishedAt,
      @Nullable String language,
      List<String> words) {
    static SimilarView of(Similar similar) {
      return new SimilarView(
          similar.id(),
          similar.title(),
          HitView.filledOrNull(similar.source()),
          HitView.filledOrNull(similar.publishedAt().iso()),
          HitView.filledOrNull(similar.language()),
          similar.words());
    }
  }

  static ArticleView of(
      QueryView query,
      MarkedArticle marked,
      NameLinks names,
      List<ArticleVersion> versions,
      SimilarArticles similar,
      List<RepeatedText> furniture) {
    Article article = marked.article();
    return new ArticleView(
        query,
        article.id(),
        HitView.filledOrNull(article.title()),
        HitView.filledOrNull(MarkedHtml.of(marked.title())),
        HitView.filledOrNull(article.standfirst()),
        HitView.filledOrNull(MarkedHtml.of(marked.standfirst())),
        HitView.filledOrNull(article.dateline()),
        HitView.filledOrNull(MarkedHtml.of(marked.dateline())),
        article.paragraphs(),
        MarkedHtml.of(marked.paragraphs()),
        furniture,
        article.captions(),
        MarkedHtml.of(marked.captions()),
        article.corrections(),
        MarkedHtml.of(marked.corrections()),
        HitView.filledOrNull(article.correctionOf()),
        article.related(),
        MarkedHtml.of(marked.related()),
        HitView.filledOrNull(article.publishedAt().iso()),
        HitView.filledOrNull(article.source()),
        HitView.filledOrNull(article.section()),
        HitView.filledOrNull(article.edition()),
        HitView.filledOrNull(article.collection()),
        article.authors(),
        article.topics(),
        article.places(),
        article.people(),
        article.organisations(),
        article.speakers(),
        names.names().stream().map(FoundName::of).toList(),
        HitView.filledOrNull(article.language()),
        languageBasis(article),
        HitView.filledOrNull(WebAddress.of(article.url())),
        article.positions().pages().stream().map(PrintedPage::label).toList(),
        HitView.quality(article.positions().quality()),
        article.locations(),
        versions.stream().map(VersionView::of).toList(),
        marked.reprints().stream().map(ReprintView::of).toList(),
        similar.articles().stream().map(SimilarView::of).toList(),
        similar.note().map(Note::text).orElse(null),
        HitView.marked(marked.values()));
  }

  private static String printed(LanguageBasis basis) {
    return basis.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String languageBasis(Article article) {
    return article.languageBasis() == LanguageBasis.UNKNOWN
        ? null
        : printed(article.languageBasis());
  }
}
