package broadsheet.corpus.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A kind of file that contains other files. Stateless. */
sealed interface Container permits Zip, Tar, WebArchive {
  /** Number of leading bytes that identify the kind. */
  int HEAD = 1024;

  /** All kinds. */
  List<Container> ALL = List.of(new Zip(), new WebArchive(), new Tar());

  /** The kind of a file with this beginning; empty if it is not a container. */
  static Optional<Container> of(byte[] head) {
    return ALL.stream().filter(kind -> kind.isBeginning(head)).findFirst();
  }

  boolean isBeginning(byte[] head);

  /**
   * Reads the entries one after another. A problem with one entry goes into the ledger, and reading
   * continues with the next.
   *
   * @throws IOException if reading cannot continue
   */
  void read(Entries entries) throws IOException;
}
