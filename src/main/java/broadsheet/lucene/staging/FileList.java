package broadsheet.lucene.staging;

import java.util.List;

/**
 * All files of a folder as they are kept in a {@link FileStore}. Immutable.
 *
 * @param id no other list has it
 * @param files those of all commits in the folder
 * @param shipment what the shards hold of them, see {@link
 *     broadsheet.lucene.index.Shipment#line()}; empty if unknown
 */
public record FileList(String id, List<StoredFile> files, String shipment) {
  public FileList {
    files = List.copyOf(files);
  }
}
