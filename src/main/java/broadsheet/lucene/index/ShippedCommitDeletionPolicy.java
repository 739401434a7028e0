package broadsheet.lucene.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;

/**
 * The deletion policy that keeps the newest commit, and the one whose documents shards elsewhere
 * hold, until they hold a later one: see {@link Shipment}. Without shards only the newest.
 */
final class ShippedCommitDeletionPolicy extends IndexDeletionPolicy {

  private final Path folder;

  ShippedCommitDeletionPolicy(Path folder) {
    this.folder = folder;
  }

  @Override
  public void onInit(List<? extends IndexCommit> commits) throws IOException {
    onCommit(commits);
  }

  @Override
  public void onCommit(List<? extends IndexCommit> commits) throws IOException {
    OptionalLong shipped =
        Shipment.of(folder)
            .map(shipment -> OptionalLong.of(shipment.commit()))
            .orElse(OptionalLong.empty());
    for (IndexCommit commit : commits.subList(0, commits.size() - 1)) {
      if (shipped.isEmpty() || commit.getGeneration() != shipped.getAsLong()) {
        commit.delete();
      }
    }
  }
}
