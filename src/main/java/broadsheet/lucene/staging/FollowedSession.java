package broadsheet.lucene.staging;

import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.ledger.Source;
import java.util.List;

/** An indexing session whose commit is followed by something else. */
final class FollowedSession extends ForwardingSession {

  private final Runnable next;

  /**
   * @param next done after a commit that succeeded
   */
  FollowedSession(IndexingSession session, Runnable next) {
    super(session);
    this.next = next;
  }

  @Override
  public IndexingReport commit(List<Source> sources) {
    IndexingReport report = super.commit(sources);
    next.run();
    return report;
  }
}
