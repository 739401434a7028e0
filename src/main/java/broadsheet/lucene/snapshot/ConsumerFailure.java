package broadsheet.lucene.snapshot;

import broadsheet.engine.result.NamedArticle;
import java.util.function.Consumer;

/** The caller's consumer failed, not the index. */
public final class ConsumerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RuntimeException failure;

  private ConsumerFailure(RuntimeException failure) {
    super(failure.getMessage(), failure, false, false);
    this.failure = failure;
  }

  /** The exception that the consumer threw. */
  public RuntimeException failure() {
    return failure;
  }

  /**
   * Wraps a consumer so that it throws only this exception.
   *
   * @param taker may throw any exception
   */
  public static Consumer<NamedArticle> of(Consumer<NamedArticle> taker) {
    return article -> {
      try {
        taker.accept(article);
      } catch (RuntimeException e) {
        throw new ConsumerFailure(e);
      }
    };
  }
}
