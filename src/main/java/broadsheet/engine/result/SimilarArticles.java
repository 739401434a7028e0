package broadsheet.engine.result;

import broadsheet.article.PublicationDate;
import java.util.List;

/**
 * Articles about the same as another.
 *
 * @param articles the most similar first; of each family of reprints at most one
 * @param completeness whether all articles were looked at; if not, the time was up before
 */
public record SimilarArticles(List<Similar> articles, Completeness completeness) {

  public SimilarArticles {
    articles = List.copyOf(articles);
  }

  /** Whether all was looked at. */
  public boolean isComplete() {
    return completeness == Completeness.WHOLE;
  }

  /** None, though all were looked at. */
  public static SimilarArticles none() {
    return new SimilarArticles(List.of(), Completeness.WHOLE);
  }

  /**
   * One of them.
   *
   * @param id the article's
   * @param title the headline; the opening words of the text where there is none
   * @param source the outlet; empty if unknown
   * @param language BCP 47; empty if unknown
   * @param words telling words of the other article that are in this one too, as that prints them,
   *     the most telling first; a few
   */
  public record Similar(
      String id,
      String title,
      String source,
      String language,
      PublicationDate publishedAt,
      List<String> words) {
    public Similar {
      words = List.copyOf(words);
    }
  }
}
