package broadsheet.lucene.index;

import broadsheet.engine.IndexingReport;
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.lucene.schema.LatestVersions;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;

/**
 * Deduplicates and resolves the articles of an index before a commit, step by step; each step reads
 * the result of the one before. The steps decide which articles are withdrawn, which are identical,
 * which are earlier versions of others, which id each has, which language short articles are in,
 * what their sources repeat, and which are reprints. After an update only its changes are examined.
 * Immutable.
 *
 * @param index the index that is written
 * @param changes the changes of the session
 * @param naming looks for names where a language was not known before
 * @param furniture where furniture is set aside
 */
record Resolution(OpenedIndex index, ChangeSet changes, Naming naming, FurnitureState furniture) {

  /** A step over all articles in the writer's state. */
  private interface Step<T> {
    T on(DirectoryReader reader) throws IOException;
  }

  /**
   * The result of the steps.
   *
   * @param duplicates the number of articles merged into identical ones
   * @param superseded the number of articles that have a later version since the session
   */
  record Settled(Withdrawals.Counts withdrawn, long duplicates, long superseded) {

    /**
     * The report of the session.
     *
     * @param added the articles that it wrote
     * @param kept the articles that stay
     * @param removed the records that no longer give an article
     */
    IndexingReport report(long added, long kept, long removed) {
      return new IndexingReport(
          added - duplicates - withdrawn.hiddenNew() + withdrawn.shown(),
          Math.max(0, kept - withdrawn.keptApart()),
          removed + withdrawn.hidden(),
          duplicates,
          superseded);
    }
  }

  /** Takes the steps. */
  Settled settle() throws IOException {
    Withdrawals.Counts withdrawn = take(reader -> new Withdrawals(reader, index, changes).settle());
    return changes.isNothing() ? new Settled(withdrawn, 0, 0) : related(withdrawn);
  }

  private Settled related(Withdrawals.Counts withdrawn) throws IOException {
    DocumentRewriter rewriting = new DocumentRewriter(index, changes);
    long duplicates = take(reader -> new ExactDuplicates(reader, rewriting).merge(changes));
    long superseded = superseded();
    take(
        reader -> {
          new IdClaims(reader, rewriting).settle(changes);
          return 0;
        });
    take(
        reader -> {
          new AssumedLanguages(reader, rewriting, naming).settle();
          return 0;
        });
    take(
        reader -> {
          new FurnitureResolution(reader, rewriting, naming, changes, furniture).settle();
          return 0;
        });
    group();
    return new Settled(withdrawn, duplicates, superseded);
  }

  /** Takes the steps that relate articles, each of which is settled for itself. */
  Settled settleCopies() throws IOException {
    long superseded = superseded();
    group();
    return new Settled(Withdrawals.Counts.NONE, 0, superseded);
  }

  private long superseded() throws IOException {
    return take(reader -> new Supersession(reader, index.writer(), changes).settle());
  }

  private void group() throws IOException {
    take(
        reader -> {
          NearDuplicateGroups.settle(LatestVersions.of(reader), index, changes);
          return 0;
        });
  }

  private <T> T take(Step<T> step) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(index.writer())) {
      return step.on(reader);
    }
  }
}
