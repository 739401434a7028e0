package broadsheet.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** A file that tells the ledger how far it has been read, and takes the digest of its bytes. */
final class CountedInput extends InputStream {

  /** Of what a format leaves unread at a file's end, so much is read for the digest. */
  private static final long REST = 64L * 1024 * 1024;

  private final InputStream in;
  private final Ledger ledger;
  private final ContentDigest digest = new ContentDigest();
  private long uncounted;
  private boolean isAtEnd;

  CountedInput(SourceFile file, Ledger ledger) throws IOException {
    this.ledger = ledger;
    this.uncounted = file.size();
    this.in = opened(file);
  }

  private InputStream opened(SourceFile file) throws IOException {
    try {
      return Files.newInputStream(file.path());
    } catch (IOException e) {
      ledger.read(uncounted);
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    isAtEnd |= value < 0;
    if (value >= 0) {
      digest.update((byte) value);
    }
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    isAtEnd |= read < 0;
    if (read > 0) {
      digest.update(target, offset, read);
    }
    count(Math.max(read, 0));
    return read;
  }

  /** The digest of the file; empty where much of it was left unread. Use once. */
  String digest() throws IOException {
    byte[] buffer = new byte[ContentDigest.BUFFER];
    long rest = 0;
    while (!isAtEnd && rest < REST) {
      rest += Math.max(0, read(buffer));
    }
    return isAtEnd ? digest.hex() : "";
  }

  /** Counts what was left unread as well: the file is done with. */
  @Override
  public void close() throws IOException {
    count(uncounted);
    in.close();
  }

  private void count(long read) {
    long counted = Math.min(read, uncounted);
    uncounted -= counted;
    ledger.read(counted);
  }
}
