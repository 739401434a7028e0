package broadsheet.receipt;

import broadsheet.article.ArticleRef;
import java.util.List;

/**
 * A set of articles: few are named each, of many there is a digest for each month. Immutable.
 *
 * @param count the number of articles
 * @param digest identifies their texts, see {@link TextDigest}
 * @param articles the articles, sorted by id; empty if there are more than {@value #MOST_NAMED}
 * @param months their counts and digests by time, sorted; empty if the articles are named
 */
public record ArticleSet(
    long count, String digest, List<ArticleRef> articles, List<MonthSum> months) {

  /** The most articles that are named each. */
  public static final int MOST_NAMED = 10_000;

  /**
   * The articles of one month.
   *
   * @param month {@code 2015-03}; {@code 2015} for those known by their year alone; {@value
   *     #UNDATED} for those without a date
   * @param digest see {@link TextDigest}
   */
  public record MonthSum(String month, long count, String digest) {
    static final String UNDATED = "undated";

    private static final String FORM = "\\d{4}(-\\d{2})?|" + UNDATED;

    /**
     * @throws IllegalArgumentException when a value has not the stated form
     */
    public MonthSum {
      require(month.matches(FORM), "“" + month + "” is no month");
      require(count > 0, "a month without articles is not listed");
      requireDigest(digest);
    }
  }

  /**
   * @throws IllegalArgumentException when the values do not go together, as after damage
   */
  public ArticleSet {
    articles = List.copyOf(articles);
    months = List.copyOf(months);
    requireDigest(digest);
    if (count > MOST_NAMED) {
      long sum = months.stream().mapToLong(MonthSum::count).sum();
      require(articles.isEmpty() && sum == count, "the months do not add up to the count");
    } else {
      require(months.isEmpty() && articles.size() == count, "not as many articles as counted");
      require(digest.equals(digest(articles)), "the articles do not fit their digest");
    }
  }

  /** The same articles without naming them or their months. */
  private static String digest(List<ArticleRef> articles) {
    TextDigest digest = new TextDigest();
    articles.forEach(article -> digest.add(article.fingerprint()));
    return digest.hex();
  }

  private static void requireDigest(String digest) {
    require(digest.matches("[0-9a-f]{64}"), "a digest is not of 64 hexadecimal digits");
  }

  private static void require(boolean isRight, String otherwise) {
    if (!isRight) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
