package broadsheet.web.link;

import broadsheet.address.QueryString;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The addresses of newspapers and their issues. */
public final class IssueAddress {
  public static final String PATH = "/issues";
  public static final String NEWSPAPER = "source";
  public static final String YEAR = "year";
  public static final String DAY = "date";

  private IssueAddress() {}

  /** The calendar of a newspaper. */
  public static String of(String newspaper) {
    return PATH + "?" + NEWSPAPER + "=" + QueryString.encode(newspaper);
  }

  /** The calendar of one of its years. */
  public static String of(String newspaper, int year) {
    return of(newspaper) + "&" + YEAR + "=" + year;
  }

  /** An issue. */
  public static String of(String newspaper, LocalDate day) {
    return of(newspaper) + "&" + DAY + "=" + day;
  }

  /** The issue that an article is printed in; null if it is not known. */
  public static @Nullable String of(Article article) {
    boolean isDay = article.publishedAt().precision().compareTo(PublicationDate.Precision.DAY) >= 0;
    return article.positions().isPrinted() && !article.source().isEmpty() && isDay
        ? of(article.source(), article.publishedAt().first().orElseThrow())
        : null;
  }
}
