package broadsheet.lucene.index;

import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexedArticle;
import java.io.IOException;

/** Decides the published state that each article of a session is {@link Added} in. Thread-safe. */
interface AddedNumbers extends AutoCloseable {

  /** The number of the state that the session publishes. */
  long state();

  /** The article with the number of its state. */
  IndexedArticle numbered(IndexedArticle article) throws IOException;

  /** Gives the articles that are in the index already those that they had, if any is known. */
  default void giveTo(OpenedIndex index, ChangeSet changes) throws IOException {
    // none is known
  }

  @Override
  default void close() throws IOException {
    // nothing is open
  }

  /** Gives no numbers, for a part of an archive. */
  static AddedNumbers none() {
    return new AddedNumbers() {
      @Override
      public long state() {
        return Added.NONE;
      }

      @Override
      public IndexedArticle numbered(IndexedArticle article) {
        return article;
      }
    };
  }

  /**
   * Those of an update: an article whose text the index had keeps its number; any other one, also
   * one that was corrected or withdrawn, is new.
   *
   * @param state the number of the state that the update publishes
   */
  record OfUpdate(PriorIndex prior, long state) implements AddedNumbers {
    OfUpdate(PriorIndex prior) {
      this(prior, Added.next(prior.format().state()));
    }

    @Override
    public IndexedArticle numbered(IndexedArticle article) throws IOException {
      return article.addedIn(prior.added(Fingerprint.of(article)).orElse(state));
    }
  }
}
