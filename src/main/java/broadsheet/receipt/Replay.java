package broadsheet.receipt;

import broadsheet.article.ArticleRef;
import broadsheet.receipt.Receipt.Counts;
import java.util.List;
import java.util.Locale;

/**
 * The outcome of repeating the search of a receipt. The order of articles is not compared.
 * Immutable.
 *
 * @param verdict the name of a {@link Verdict} in small letters
 * @param madeAt when the receipt was made
 * @param replayedAt when the search was repeated
 * @param before the number of articles found then
 * @param today the number found now
 * @param difference the articles that differ
 * @param programs what made the receipt, and what repeated the search
 * @param causes sentences on what is not as it was, and may be why; of the archive, the query's
 *     lists and names
 */
public record Replay(
    String verdict,
    String madeAt,
    String replayedAt,
    long before,
    long today,
    Programs programs,
    Difference difference,
    List<String> causes) {

  /** The most new articles that are listed; the others are counted. */
  public static final int MOST_LISTED = 10_000;

  /** Whether a search finds what it found. */
  public enum Verdict {
    /** The same articles with the same texts. */
    SAME,
    /** Other articles or other texts. */
    DIFFERENT,
    /** Not all articles were looked at, then or now. */
    NOT_COMPARABLE;

    /** The verdict in JSON. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Versions and builds of the program, see {@link broadsheet.release.Release}.
   *
   * @param before what made the receipt
   * @param today what repeated the search
   * @param note a sentence that names both; empty if they are the same
   */
  public record Programs(String before, String today, String note) {
    static Programs of(String before, String today) {
      String note =
          before.equals(today)
              ? ""
              : "The receipt was made by %s; this is %s.".formatted(before, today);
      return new Programs(before, today, note);
    }
  }

  /**
   * The articles that differ, sorted by id. For a receipt that names none there are months instead.
   *
   * @param newCount the articles that are found now and were not
   * @param goneCount the articles that were found and are not
   * @param changedCount the articles whose text is another
   * @param newArticles the first {@value #MOST_LISTED} of the new ones
   * @param goneArticles with their ids of then
   * @param months the months whose articles differ
   */
  public record Difference(
      long newCount,
      long goneCount,
      long changedCount,
      List<ArticleRef> newArticles,
      List<ArticleRef> goneArticles,
      List<ChangedArticle> changedArticles,
      List<MonthChange> months) {

    public Difference {
      newArticles = List.copyOf(newArticles);
      goneArticles = List.copyOf(goneArticles);
      changedArticles = List.copyOf(changedArticles);
      months = List.copyOf(months);
    }

    private String sentence() {
      return months.isEmpty()
          ? String.format(
              Locale.ROOT,
              "Not the same: %,d new, %,d gone, %,d changed.",
              newCount,
              goneCount,
              changedCount)
          : "Not the same: the articles of %s differ."
              .formatted(months.size() == 1 ? "1 month" : months.size() + " months");
    }
  }

  /**
   * An article whose text is another.
   *
   * @param before its fingerprint then
   * @param today its fingerprint now
   */
  public record ChangedArticle(String id, String before, String today) {}

  /**
   * A month whose articles differ; where the counts are equal, their texts do.
   *
   * @param month see {@link ArticleSet.MonthSum}
   */
  public record MonthChange(String month, long before, long today) {}

  public Replay {
    causes = List.copyOf(causes);
  }

  /** The verdict. */
  public Verdict outcome() {
    return Verdict.valueOf(verdict.toUpperCase(Locale.ROOT));
  }

  /** The verdict in a sentence. */
  public String sentence() {
    return switch (outcome()) {
      case SAME -> "The same articles are found, with the same texts.";
      case DIFFERENT -> difference.sentence();
      case NOT_COMPARABLE -> "Not comparable: not all articles were looked at.";
    };
  }

  static Verdict verdict(Counts then, Counts today, ArticleComparison comparison) {
    if (!then.isComplete() || !today.isComplete()) {
      return Verdict.NOT_COMPARABLE;
    }
    return comparison.isSame() ? Verdict.SAME : Verdict.DIFFERENT;
  }
}
