package broadsheet.corpus.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A fixed number of bytes of a stream; damaged if there are fewer. Not thread-safe. */
public final class Slice extends BlockInput {
  private final InputStream in;
  private long left;
  private Optional<Damage> cutOff = Optional.empty();

  public Slice(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0 || length == 0) {
      return length == 0 ? 0 : -1;
    }
    int read = in.read(target, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw cutOff();
    }
    left -= read;
    return read;
  }

  /** Always the same fault, so that it is entered once. */
  private Damage cutOff() {
    Damage damage = cutOff.orElseGet(() -> new Damage(Damage.CUT_OFF, left + " bytes are missing"));
    cutOff = Optional.of(damage);
    return damage;
  }

  /** Skips the unread rest. */
  public void skipRest() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }
}
