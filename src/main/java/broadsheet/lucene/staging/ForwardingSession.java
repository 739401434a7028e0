package broadsheet.lucene.staging;

import broadsheet.article.Article;
import broadsheet.engine.FurnitureChange;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Source;
import broadsheet.ledger.SourceLoss;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An indexing session that does what another one does, and may do more. */
abstract class ForwardingSession implements IndexingSession {

  private final IndexingSession session;

  ForwardingSession(IndexingSession session) {
    this.session = session;
  }

  @Override
  public IndexingReport commit(List<Source> sources) {
    return session.commit(sources);
  }

  @Override
  public void treat(FurnitureChange change) {
    session.treat(change);
  }

  @Override
  public Optional<FileRecord> known(String path) {
    return session.known(path);
  }

  @Override
  public List<Source> sources() {
    return session.sources();
  }

  @Override
  public void keep(FileRecord file) {
    session.keep(file);
  }

  @Override
  public void begin(String path) {
    session.begin(path);
  }

  @Override
  public void add(String path, Article article) {
    session.add(path, article);
  }

  @Override
  public void enter(String path, LedgerEntry entry) {
    session.enter(path, entry);
  }

  @Override
  public void end(FileRecord file) {
    session.end(file);
  }

  @Override
  public void endUnread(FileRecord file) {
    session.endUnread(file);
  }

  @Override
  public void removeUnseen(String path) {
    session.removeUnseen(path);
  }

  @Override
  public List<SourceLoss> losses() {
    return session.losses();
  }

  @Override
  public Map<String, String> rejected() {
    return session.rejected();
  }

  @Override
  public void close() {
    session.close();
  }
}
