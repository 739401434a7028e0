package broadsheet.lucene.reader;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A lazily read value: the first thread that asks for it reads it while others wait. */
public final class ReadOnce<T> {

  /** Reads the value. */
  public interface Reading<T> {
    T read() throws IOException;
  }

  private final Reading<T> reading;
  private volatile @Nullable T value;
  private volatile boolean isUnderWay;

  public ReadOnce(Reading<T> reading) {
    this.reading = reading;
  }

  public T get() throws IOException {
    T known = value;
    return known != null ? known : read();
  }

  private synchronized T read() throws IOException {
    T known = value;
    if (known == null) {
      isUnderWay = true;
      try {
        known = reading.read();
        value = known;
      } finally {
        isUnderWay = false;
      }
    }
    return known;
  }

  /** Whether a thread reads it now. */
  public boolean isUnderWay() {
    return isUnderWay;
  }

  /** Whether it has been read. */
  public boolean isRead() {
    return value != null;
  }
}
