package broadsheet.corpus.pack;

import broadsheet.corpus.record.Budget;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SourceFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The bytes of one file, or the output of one compression or container. Every failure below is
 * rethrown as {@link Damage}, always the same one, or as {@link LimitExceeded}. Supports marks.
 * Closing it does nothing, since the stream below is still being read. Not thread-safe.
 */
public final class Layer extends BufferedInputStream {
  private static final int DISK_BUFFER = 128 * 1024;
  private static final int BUFFER = 16 * 1024;

  /** Receives the number of bytes read. */
  interface Meter {
    void count(long bytes) throws IOException;
  }

  /** A stream in pieces, which can continue after one is damaged. */
  interface Resumable {
    /** The fault that ended it, if that was not its proper end. */
    Optional<Damage> brokenOff();

    /** Moves to the next piece that looks sound; false if there is none. */
    boolean resume() throws IOException;
  }

  private final Checked checked;

  private Layer(Checked checked, int buffer) {
    super(checked, buffer);
    this.checked = checked;
  }

  /** A file on disk. */
  public static Layer ofDisk(InputStream file) {
    return new Layer(new Checked(file, bytes -> {}, false), DISK_BUFFER);
  }

  /** A part of another layer, unchanged. */
  public static Layer ofPart(InputStream part) {
    return new Layer(new Checked(part, bytes -> {}, true), BUFFER);
  }

  /** The output of a decompressor. */
  public static Layer ofUnpacked(InputStream unpacked, SourceFile file, Budget budget) {
    return new Layer(new Checked(unpacked, n -> budget.unpacked(file, n), true), BUFFER);
  }

  /** Reads bytes of a layer, or of a stream made from one; fewer if it ends or is damaged. */
  public static byte[] readSound(InputStream in, int length) throws IOException {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    byte[] part = new byte[Math.min(length, BUFFER)];
    try {
      int read = in.read(part, 0, part.length);
      while (read > 0) {
        sound.write(part, 0, read);
        read = in.read(part, 0, Math.min(part.length, length - sound.size()));
      }
    } catch (Damage e) {
      return sound.toByteArray();
    }
    return sound.toByteArray();
  }

  /** A file that is one record, as a whole; empty, and entered as failed, if it is too long. */
  public static Optional<byte[]> whole(InputStream in, Records records) throws IOException {
    byte[] bytes = readSound(in, Records.LONGEST_RECORD + 1);
    if (bytes.length > Records.LONGEST_RECORD) {
      records.fail(0, Records.TOO_LONG, "");
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  /** The next bytes, without consuming them; fewer if it ends or is damaged. */
  public byte[] peek(int length) throws IOException {
    mark(length);
    byte[] head = readSound(this, length);
    reset();
    return head;
  }

  /** The fault found so far. */
  public Optional<Damage> damage() {
    return checked.damage();
  }

  /** Continues after a fault, if possible; see {@link Resumable}. */
  public boolean resume() throws LimitExceeded {
    try {
      return checked.resume();
    } catch (LimitExceeded e) {
      throw e;
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads and drops the rest; a fault is kept, not thrown. */
  public void drain() throws LimitExceeded {
    try {
      transferTo(OutputStream.nullOutputStream());
    } catch (LimitExceeded e) {
      throw e;
    } catch (IOException e) {
      checked.keep(e);
    }
  }

  @Override
  public void close() {}

  /** Turns every failure into a {@link Damage}. */
  private static final class Checked extends BlockInput {
    private final InputStream in;
    private final Meter meter;
    private final boolean isPacked;
    private Optional<Damage> damage = Optional.empty();

    Checked(InputStream in, Meter meter, boolean isPacked) {
      this.in = in;
      this.meter = meter;
      this.isPacked = isPacked;
    }

    Optional<Damage> damage() {
      return damage.isEmpty() && in instanceof Resumable pieces ? pieces.brokenOff() : damage;
    }

    boolean resume() throws IOException {
      boolean isResumed = in instanceof Resumable pieces && pieces.resume();
      damage = isResumed ? Optional.empty() : damage;
      return isResumed;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (damage.isPresent()) {
        throw damage.get();
      }
      int read = readBelow(target, offset, length);
      meter.count(Math.max(read, 0));
      return read;
    }

    /** Decompressors fail in many ways, including for lack of an optional library. */
    private int readBelow(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (LimitExceeded e) {
        throw e;
      } catch (IOException | RuntimeException | LinkageError e) {
        throw keep(e);
      }
    }

    Damage keep(Throwable cause) {
      Damage kept =
          switch (cause) {
            case Damage known -> known;
            case IOException e when !isPacked -> new Damage(Damage.reason(e), Damage.detail(e), e);
            default -> Damage.unpacking(cause);
          };
      damage = Optional.of(kept);
      return kept;
    }
  }
}
