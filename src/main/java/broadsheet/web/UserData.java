package broadsheet.web;

import broadsheet.desk.Desk;
import broadsheet.evaluate.Judgements;
import broadsheet.use.UseCounter;
import broadsheet.web.corpus.FolderIndexing;
import java.util.Optional;

/**
 * The data that readers change on the server; the server writes no other files.
 *
 * @param desk the data they keep of the archive
 * @param judgements the store of judgements; empty if judging is off
 * @param indexing adds folders to the index; empty if readers may add none
 * @param use counts what they do, by collection and month
 */
public record UserData(
    Desk desk, Optional<Judgements> judgements, Optional<FolderIndexing> indexing, UseCounter use) {

  /** Nothing is counted. */
  public UserData(Desk desk, Optional<Judgements> judgements, Optional<FolderIndexing> indexing) {
    this(desk, judgements, indexing, UseCounter.off());
  }

  /** Readers may add nothing to the index. */
  public UserData(Desk desk, Optional<Judgements> judgements) {
    this(desk, judgements, Optional.empty());
  }
}
