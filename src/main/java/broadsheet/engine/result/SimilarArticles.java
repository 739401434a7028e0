package broadsheet.engine.result;

import broadsheet.article.PublicationDate;
import java.util.List;
import java.util.Optional;

/**
 * Articles on the same subject as another.
 *
 * @param articles the most similar first; at most one of each family of reprints
 * @param completeness whether all articles were looked at
 */
public record SimilarArticles(List<Similar> articles, Completeness completeness) {

  public SimilarArticles {
    articles = List.copyOf(articles);
  }

  /** Whether all articles were looked at. */
  public boolean isComplete() {
    return completeness == Completeness.WHOLE;
  }

  /** Says that there may be more; empty if all articles were looked at. */
  public Optional<Note> note() {
    return switch (completeness) {
      case WHOLE, PATTERNS_LEFT_OUT, PATTERNS_CUT -> Optional.empty();
      case TIME_UP -> Optional.of(Note.Plain.SIMILAR_CUT);
      case PART_UNREACHABLE -> Optional.of(Note.Plain.SIMILAR_PARTLY);
    };
  }

  /** No similar articles, after looking at all. */
  public static SimilarArticles none() {
    return new SimilarArticles(List.of(), Completeness.WHOLE);
  }

  /**
   * A similar article.
   *
   * @param id the article's
   * @param title the headline; the opening words of the text where there is none
   * @param source the outlet; empty if unknown
   * @param language BCP 47; empty if unknown
   * @param words distinctive words the two articles share, as printed in this one, the most
   *     distinctive first; a few
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
