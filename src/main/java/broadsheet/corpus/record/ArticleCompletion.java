package broadsheet.corpus.record;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateInPlace;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageOfPlace;
import broadsheet.corpus.text.Outlets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes an article with facts from its surroundings that its record does not state: a date from
 * its address or the names of its file and folders, and a language from such a name. Removes the
 * outlet from the authors. Immutable.
 */
public final class ArticleCompletion {
  private static final Pattern SITE =
      Pattern.compile(
          "(?i)(?:www\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|info|[a-z]{2})");

  private static final Pattern ARTICLE = Pattern.compile("(?i)^the ");

  private static final Pattern SLUG = Pattern.compile("[a-z\\d]+(?:-[a-z\\d]+)+");

  private static final Pattern HOST =
      Pattern.compile("https?://(?:[\\w-]+\\.)*?(?<name>[\\w-]+)(?:\\.\\w{2,3})?\\.\\w{2,}[/:]");

  private static final Pattern SOURCE_SITE =
      Pattern.compile("(?i)(?:www\\.)?(?<name>[a-z]+)(?:\\.[a-z0-9-]+)+");
  private static final Pattern STARTS_WITH_ARTICLE =
      Pattern.compile("^(?:(?:The|Le|La|Les|El|Die|Der|Das|Het|Il) |L['’])");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]");

  private final DateInPlace dateInPlace;

  public ArticleCompletion(DateReader dates) {
    this.dateInPlace = new DateInPlace(dates);
  }

  /**
   * The completed article. Stated facts are kept.
   *
   * @param source the file it was read from
   */
  Article of(Article article, SourceFile source) {
    PublicationDate date =
        article.publishedAt().isKnown() ? article.publishedAt() : date(article, source);
    String language =
        article.language().isEmpty()
            ? LanguageOfPlace.of(file(article.locations().getFirst()))
            : article.language();
    List<String> authors =
        Outlets.without(
            article.authors().stream()
                .filter(author -> !isOutlet(author, article.source()))
                .filter(author -> !isLogin(author, article.url()))
                .toList());
    boolean isSame =
        date.equals(article.publishedAt())
            && language.equals(article.language())
            && authors.equals(article.authors());
    return isSame
        ? article
        : article.toBuilder().publishedAt(date).language(language).authors(authors).build();
  }

  /** Many systems write their outlet's name or site if no author is named. */
  private static boolean isOutlet(String author, String source) {
    return bare(author).equalsIgnoreCase(bare(source))
        || SITE.matcher(author).matches()
        || isNameOfSite(author, source);
  }

  /** {@code Le Figaro} of {@code www.lefigaro.fr}; a blog may have a person's name. */
  private static boolean isNameOfSite(String author, String source) {
    Matcher site = SOURCE_SITE.matcher(source);
    return site.matches()
        && STARTS_WITH_ARTICLE.matcher(author).find()
        && NOT_LETTERS.matcher(author).replaceAll("").equalsIgnoreCase(site.group("name"));
  }

  /** A slug such as {@code ada-rivers}, or the name of the site in its address. */
  private static boolean isLogin(String author, String url) {
    Matcher host = HOST.matcher(url);
    return SLUG.matcher(author).matches()
        || (host.lookingAt() && host.group("name").equalsIgnoreCase(author));
  }

  private static String bare(String name) {
    return ARTICLE.matcher(name).replaceFirst("");
  }

  /** The name of a web archive shows when its pages were fetched, not published. */
  private PublicationDate date(Article article, SourceFile source) {
    PublicationDate date = dateInPlace.ofUrl(article.url());
    boolean isTold = source.url().isEmpty() && isWholeFile(article);
    return date.isKnown() || !isTold ? date : dateInPlace.ofPath(article.locations().getFirst());
  }

  /** The name of a file of many articles shows at most when they were collected. */
  private static boolean isWholeFile(Article article) {
    return article.locations().getFirst().indexOf('#') < 0;
  }

  private static String file(String location) {
    int end = location.lastIndexOf('#');
    return end < 0 ? location : location.substring(0, end);
  }
}
