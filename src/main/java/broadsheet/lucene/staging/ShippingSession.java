package broadsheet.lucene.staging;

import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.ledger.Source;
import java.util.List;
import java.util.Optional;

/**
 * An indexing session that first commits to a working copy, keeps that for all machines, and then
 * sends the changed documents to the shards. An update that was killed goes on where it was. When
 * the shards hold another state than the one that was sent last, all documents are sent.
 */
public final class ShippingSession extends ForwardingSession {

  /** The archive in shards that receives the documents. */
  public interface Target {

    /** The state of the working copy that the shards hold; empty where they hold none. */
    Optional<String> state();

    /** Whether they show as many documents as a working copy has whose state they hold. */
    boolean isWhole(WorkingCopy copy);

    /** Replaces the archive with the documents of a working copy. Atomic for searches. */
    void replace(WorkingCopy copy);

    /**
     * Brings the archive from one state of the working copy to another. Atomic for searches. What
     * was sent on the way to another state than this one is dropped first.
     *
     * @throws IncompleteArchiveException when the shards do not hold all documents afterwards
     */
    void change(WorkingCopy before, WorkingCopy after, Progress progress);

    /**
     * Deletes the documents that are shown no more, once nobody reads them. If that fails, the next
     * change does it.
     */
    default void tidy() {}
  }

  /** The number of changes between two states that the shards have confirmed, in their order. */
  public interface Progress {

    /** The number confirmed by an earlier try; they need not be sent again. */
    long confirmed();

    /** Notes that so many are confirmed. */
    void confirm(long changes);
  }

  private final SharedFolder folder;
  private final Optional<WorkingCopy> before;
  private final Target target;
  private final Runnable end;
  private boolean isShown;

  private ShippingSession(
      IndexingSession session,
      SharedFolder folder,
      Optional<WorkingCopy> before,
      Target target,
      Runnable end) {
    super(session);
    this.folder = folder;
    this.before = before;
    this.target = target;
    this.end = end;
  }

  /**
   * A rebuild.
   *
   * @param session the session that writes the working copy
   * @param folder the folder of the working copy
   * @param end runs when the session is closed
   */
  public static ShippingSession rebuilding(
      IndexingSession session, SharedFolder folder, Target target, Runnable end) {
    return new ShippingSession(session, folder, Optional.empty(), target, end);
  }

  /**
   * An update. First completes one that was killed while it sent its changes.
   *
   * @param session the session that writes the working copy
   * @param folder the folder of the working copy
   * @param end runs when the session is closed
   */
  public static ShippingSession updating(
      IndexingSession session, SharedFolder folder, Target target, Runnable end) {
    try {
      new Shipping(folder, target).resume();
      return new ShippingSession(session, folder, Optional.of(folder.newest()), target, end);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public IndexingReport commit(List<Source> sources) {
    IndexingReport report = super.commit(sources);
    new Shipping(folder, target).send(before);
    isShown = true;
    return report;
  }

  @Override
  public void close() {
    try {
      before.ifPresent(WorkingCopy::close);
    } finally {
      try {
        super.close();
        if (isShown) {
          target.tidy();
        }
      } finally {
        end.run();
      }
    }
  }
}
