package broadsheet.corpus.pack;

import broadsheet.corpus.record.ContentDigest;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/**
 * A file that reports to the ledger how much of it has been read, and computes the digest of its
 * bytes.
 */
public final class CountedInput extends BlockInput {

  /** The most bytes of an unread rest of a file that are read for the digest. */
  private static final long REST = 64L * 1024 * 1024;

  private final InputStream in;
  private final Ledger ledger;
  private final ContentDigest digest = new ContentDigest();
  private long uncounted;
  private boolean isAtEnd;
  private boolean isBroken;

  public CountedInput(SourceFile file, Ledger ledger) throws IOException {
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
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = readBelow(target, offset, length);
    isAtEnd |= read < 0;
    if (read > 0) {
      digest.update(target, offset, read);
    }
    count(Math.max(read, 0));
    return read;
  }

  private int readBelow(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException e) {
      isBroken = true;
      throw e;
    }
  }

  /**
   * Whether a system error kept the file from being read to its end, even if the format ignored the
   * error.
   */
  public boolean isBroken() {
    return isBroken;
  }

  /** The digest of the file; empty if much of it was left unread. Use once. */
  public String digest() throws IOException {
    byte[] buffer = new byte[ContentDigest.BUFFER];
    long rest = 0;
    while (!isAtEnd && !isBroken && rest < REST) {
      rest += Math.max(0, read(buffer));
    }
    return isAtEnd ? digest.hex() : "";
  }

  /** Counts the unread rest as well, since the file is finished. */
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
