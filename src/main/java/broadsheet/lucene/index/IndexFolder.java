package broadsheet.lucene.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The folder of an index that is written. Immutable.
 *
 * @param path the folder
 * @param form the form of its articles
 * @param opening opens it
 */
public record IndexFolder(Path path, ArticleForm form, Opening opening) {

  /** Opens folders with indexes. */
  public interface Opening {

    /** Opens a folder, which is created when missing. */
    Directory open(Path folder) throws IOException;
  }

  /** The folder of an index that is searched, with all its files. */
  public static IndexFolder searched(Path path) {
    return new IndexFolder(path, ArticleForm.SEARCHED, FSDirectory::open);
  }

  Directory open() throws IOException {
    return opening.open(path);
  }
}
