package broadsheet.corpus.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A kind of file that holds files. Stateless. */
sealed interface Container permits Zip, Tar, WebArchive {
  /** Bytes that are looked at. */
  int HEAD = 1024;

  /** All kinds there are. */
  List<Container> ALL = List.of(new Zip(), new WebArchive(), new Tar());

  /** The kind of a file that begins so; empty if it is no container. */
  static Optional<Container> of(byte[] head) {
    return ALL.stream().filter(kind -> kind.isBeginning(head)).findFirst();
  }

  boolean isBeginning(byte[] head);

  /**
   * Hands over what is in it, one after another. What is wrong with one entry is entered in the
   * ledger, and the next is read.
   *
   * @throws IOException when it cannot be read on
   */
  void read(Entries entries) throws IOException;
}
