package broadsheet.corpus.pack;

import broadsheet.corpus.record.Peek;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The content of consecutive gzip members as one stream. Zeros after the last are padding; after
 * anything else, or after a damaged member, reading can continue at the next member. Not
 * thread-safe.
 */
final class GzipMembers extends BlockInput implements Layer.Resumable {
  private static final int HEADER = 4;
  private static final int FIRST_BYTE = 0x1f;
  private static final int RESERVED_FLAGS = 0xe0;

  /** The part of a header that all members have. Source: RFC 1952, 2.3. */
  private static final int FIXED_HEADER = 10;

  private static final int FLAGS = 3;
  private static final int HEADER_CHECKSUM = 0x02;
  private static final int EXTRA_FIELD = 0x04;

  private final InputStream packed;
  private InputStream member = InputStream.nullInputStream();
  private Optional<Damage> brokenOff = Optional.empty();

  /**
   * @param packed must support marks; positioned at a member
   */
  GzipMembers(InputStream packed) {
    this.packed = packed;
  }

  /** Whether a gzip member has this beginning. */
  static boolean isHeader(byte[] head) {
    return head.length >= HEADER
        && head[0] == FIRST_BYTE
        && (head[1] & 0xff) == 0x8b
        && head[2] == 8
        && (head[3] & RESERVED_FLAGS) == 0;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = member.read(target, offset, length);
    while (read < 0 && next()) {
      read = member.read(target, offset, length);
    }
    return read;
  }

  /** Opens the member at this position; false at the end. */
  private boolean next() throws IOException {
    if (brokenOff.isPresent()) {
      return false;
    }
    byte[] head = head();
    if (isHeader(head)) {
      open();
      return true;
    }
    if (!isPadding(head)) {
      brokenOff = Optional.of(new Damage(Damage.DAMAGED, "other data follows the gzip data"));
    }
    return false;
  }

  private void open() throws IOException {
    member.close();
    member = new GzipCompressorInputStream(new Member(header(), packed));
  }

  /**
   * Reads the fixed part of a header and leaves out the extra field, which nobody needs: that of
   * archives that Wget made in 2012 and 2013 has no length, and gzip reads over it. A header with a
   * checksum stays as it is.
   */
  private byte[] header() throws IOException {
    byte[] header = packed.readNBytes(FIXED_HEADER);
    boolean isWhole = header.length == FIXED_HEADER;
    if (isWhole && (header[FLAGS] & (EXTRA_FIELD | HEADER_CHECKSUM)) == EXTRA_FIELD) {
      header[FLAGS] &= ~EXTRA_FIELD;
      int low = packed.read();
      packed.skipNBytes(low | (Math.max(0, packed.read()) << Byte.SIZE));
    }
    return header;
  }

  /** Whether only zeros, or nothing, remain; skips them. */
  private boolean isPadding(byte[] head) throws IOException {
    byte[] part = head;
    while (part.length > 0) {
      for (byte b : part) {
        if (b != 0) {
          return false;
        }
      }
      packed.mark(Peek.LENGTH);
      part = packed.readNBytes(Peek.LENGTH);
    }
    return true;
  }

  @Override
  public Optional<Damage> brokenOff() {
    return brokenOff;
  }

  /** The decompressor reads ahead, so its last mark shows where that began. */
  @Override
  public boolean resume() throws IOException {
    brokenOff = Optional.empty();
    member.close();
    member = InputStream.nullInputStream();
    packed.reset();
    int next = packed.read();
    while (next >= 0) {
      packed.mark(HEADER);
      next = packed.read();
      if (next == FIRST_BYTE) {
        packed.reset();
        if (isHeader(head())) {
          return true;
        }
        next = packed.read();
      }
    }
    return false;
  }

  private byte[] head() throws IOException {
    packed.mark(HEADER);
    byte[] head = packed.readNBytes(HEADER);
    packed.reset();
    return head;
  }

  /**
   * A header and what follows it, whose marks are those of that stream. Closing it does nothing.
   */
  private static final class Member extends FilterInputStream {
    private final byte[] header;
    private int read;

    Member(byte[] header, InputStream rest) {
      super(rest);
      this.header = header;
    }

    @Override
    public int read() throws IOException {
      return read < header.length ? header[read++] & 0xff : super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (read == header.length || length == 0) {
        return super.read(target, offset, length);
      }
      target[offset] = header[read++];
      return 1;
    }

    @Override
    public void close() {}
  }
}
