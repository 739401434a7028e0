package broadsheet.corpus.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files around a file: on disk those around it, in an archive the other entries. No other files
 * can be reached.
 */
public interface Siblings {

  /** The siblings of a file that has none. */
  Siblings NONE =
      new Siblings() {
        @Override
        public Optional<byte[]> read(String address) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> onDisk(String address) {
          return Optional.empty();
        }

        @Override
        public Optional<String> ownerOf(String address) {
          return Optional.empty();
        }
      };

  /**
   * The bytes of another file, unpacked if it is compressed; empty if there is no such file.
   *
   * @param address relative to this file, as in {@code ../ocr/1.xml}
   * @throws IOException if it cannot be read, is damaged, or longer than {@link
   *     Records#LONGEST_RECORD}
   */
  Optional<byte[]> read(String address) throws IOException;

  /**
   * Opens another file that is on disk, of whatever length, as it is; empty if there is none.
   *
   * @throws IOException if it cannot be read
   */
  default Optional<InputStream> open(String address) throws IOException {
    return Optional.empty();
  }

  /**
   * The name of a file that has the text of this one, if this is a picture of a page: one of the
   * same name, or the METS of the issue in whose folders it lies; empty if there is none.
   */
  default Optional<String> textOfPicture() {
    return Optional.empty();
  }

  /** The name of the transcript of this file, if this is a recording; empty if there is none. */
  default Optional<String> transcript() {
    return Optional.empty();
  }

  /** The path of another file if it is on disk and may be read. */
  Optional<Path> onDisk(String address);

  /**
   * The name of the file whose articles include the content of a file, such as the METS of a page;
   * empty if there is none.
   *
   * @param address relative to this file; empty for this file itself
   */
  Optional<String> ownerOf(String address);

  /** The other files that a file consists of. */
  record Parts(List<String> addresses, boolean hasArticles) {
    public static final Parts NONE = new Parts(List.of(), false);

    public Parts {
      addresses = List.copyOf(addresses);
    }
  }
}
