package broadsheet.indexing;

import broadsheet.article.Article;
import broadsheet.corpus.record.FoundFile;
import broadsheet.corpus.record.Reception;
import broadsheet.engine.IndexingSession;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Passes the new and changed files of a corpus on to an index. A file is unchanged if its content
 * is; unchanged times are proof only if no program can set them back.
 *
 * @param session receives the files; knows none in a rebuild
 * @param isOurs whether the file of a path is passed on
 */
record Updating(IndexingSession session, Predicate<String> isOurs) implements Reception {

  @Override
  public boolean begin(FoundFile file) {
    FileRecord found = file.record();
    if (!isOurs.test(found.path())) {
      return false;
    }
    Optional<FileRecord> known = session.known(found.path());
    if (known.isPresent()
        && file.isReadAlike().test(known.get())
        && isUnchanged(file, known.get())) {
      return false;
    }
    session.begin(found.path());
    return true;
  }

  private boolean isUnchanged(FoundFile file, FileRecord known) {
    if (file.record().hasStampOf(known)) {
      session.keep(known);
      return true;
    }
    boolean maySame = file.record().bytes() == known.bytes() && !known.digest().isEmpty();
    Optional<FileRecord> digested = maySame ? file.withDigest() : Optional.empty();
    if (digested.isEmpty() || !digested.get().hasContentOf(known)) {
      return false;
    }
    session.keep(known.withStamp(digested.get().stamp()));
    return true;
  }

  @Override
  public void article(String path, Article article) {
    session.add(path, article);
  }

  @Override
  public void entry(String path, LedgerEntry entry) {
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
}
