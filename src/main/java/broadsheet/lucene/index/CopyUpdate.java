package broadsheet.lucene.index;

import broadsheet.engine.ArrivalCopy;
import broadsheet.lucene.schema.ArrivalDocument;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.store.Directory;

/**
 * Updates the copy of the arrivals to a commit. There may be very many arrivals, so additions are
 * appended to a copy of the commit before; any other copy is rewritten.
 *
 * @param before the state of the arrivals in the commit before
 * @param directory the directory of the index
 */
record CopyUpdate(ArrivalCopy copy, String before, Directory directory) {

  /**
   * Called for each commit, even if nothing has changed: the process that made the last commit may
   * have been killed before it wrote the copy.
   *
   * @param state the state of the arrivals in the commit
   */
  void keep(ArrivalChanges changes, String state) throws IOException {
    if (!copy.isExpected() || copy.isAt(state)) {
      return;
    }
    if (!changes.isAnew() && copy.isAt(before)) {
      copy.append(state, changes.added());
    } else {
      List<ArrivalDocument> arrivals = CommittedArrivals.read(directory);
      copy.write(state, arrivals.stream().map(ArrivalDocument::record).toList());
    }
  }
}
