package broadsheet.lucene.snapshot;

import broadsheet.article.Article;
import java.util.function.Consumer;

/** What was handed over could not be taken: a failure of who asked, and none of the index. */
public final class TakerFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RuntimeException failure;

  private TakerFailed(RuntimeException failure) {
    super(failure.getMessage(), failure, false, false);
    this.failure = failure;
  }

  /** What the taker threw. */
  public RuntimeException failure() {
    return failure;
  }

  /**
   * The same taker, but that it throws only this.
   *
   * @param taker throws whatever it likes
   */
  public static Consumer<Article> of(Consumer<Article> taker) {
    return article -> {
      try {
        taker.accept(article);
      } catch (RuntimeException e) {
        throw new TakerFailed(e);
      }
    };
  }
}
