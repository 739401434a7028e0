package broadsheet.lucene;

import broadsheet.engine.EngineException;
import broadsheet.engine.PinnedIndex;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.lucene.semantic.VectorIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The newest commit of an index, and of its vectors, with their files kept open. */
final class PinnedCommit implements PinnedIndex {

  /** The folder of vectors within that of the index; it has an index for each model. */
  private static final String VECTORS = "semantic";

  private final Path index;
  private final List<Part> parts = new ArrayList<>();

  /**
   * @param name the name of its folder within that of the index
   */
  private record Part(String name, FSDirectory directory, CommitFiles.Pinned files) {}

  /**
   * Pins the newest commit.
   *
   * @throws EngineException when it cannot be read
   */
  PinnedCommit(Path index) {
    this.index = index;
    if (!LuceneSearchEngine.hasIndex(index)) {
      throw UnreadableIndex.missing(index);
    }
    try {
      pin("");
      for (String model : VectorIndex.models(index)) {
        String vectors = VECTORS + "/" + model;
        if (LuceneSearchEngine.hasIndex(index.resolve(vectors))) {
          pin(vectors);
        }
      }
    } catch (IOException e) {
      close();
      throw UnreadableIndex.because(e, index);
    }
  }

  private void pin(String name) throws IOException {
    FSDirectory directory = FSDirectory.open(index.resolve(name));
    try {
      parts.add(new Part(name, directory, CommitFiles.pin(directory)));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public void copyTo(Path folder) {
    for (Part part : parts) {
      try (Directory copy = FSDirectory.open(folder.resolve(part.name()))) {
        part.files().copyTo(copy);
        CommitFiles.verifyAll(copy);
      } catch (IOException e) {
        requireSound(part);
        throw new EngineException(
            "The index could not be copied to %s (%s). Check disk space and permissions, then try again."
                .formatted(folder, UnreadableIndex.reason(e)),
            e);
      }
    }
  }

  /** If the original is damaged, that is the reason why a copy is. */
  private void requireSound(Part part) {
    try {
      part.files().verify();
    } catch (IOException e) {
      throw UnreadableIndex.damaged(index.resolve(part.name()), e);
    }
  }

  @Override
  public void close() {
    for (Part part : parts) {
      part.files().close();
      try {
        part.directory().close();
      } catch (IOException e) {
        // nothing was written there
      }
    }
    parts.clear();
  }
}
