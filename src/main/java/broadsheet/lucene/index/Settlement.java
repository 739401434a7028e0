package broadsheet.lucene.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;

/**
 * Settles how the articles of an index relate before a commit, step by step, each step on a reader
 * of what the one before left: which are identical, which id each has, which language those are in
 * that are too short to show it, which are reprints. After an update only what it changed is looked
 * at. Immutable.
 *
 * @param writer of the index
 * @param changes of the session
 * @param prior the index before it
 */
record Settlement(IndexWriter writer, ChangeSet changes, PriorIndex prior) {

  /** A step over all articles as the writer has them. */
  private interface Step {
    long on(DirectoryReader reader) throws IOException;
  }

  /**
   * Takes the steps.
   *
   * @return how many articles were merged into identical ones
   */
  long settle() throws IOException {
    if (changes.isNothing()) {
      return 0;
    }
    Rewriting rewriting = new Rewriting(writer, changes);
    long duplicates = take(reader -> new Duplicates(reader, rewriting).merge(changes));
    take(
        reader -> {
          new IdClaims(reader, rewriting).settle(changes);
          return 0;
        });
    take(
        reader -> {
          new AssumedLanguages(reader, rewriting).settle();
          return 0;
        });
    take(
        reader -> {
          new Families(reader, writer).settle(changes, prior);
          return 0;
        });
    return duplicates;
  }

  private long take(Step step) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return step.on(reader);
    }
  }
}
