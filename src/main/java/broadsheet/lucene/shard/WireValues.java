package broadsheet.lucene.shard;

import broadsheet.article.WordPlaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The forms of values that have no parts: numbers, texts, bytes, days and moments. Stateless. */
final class WireValues {

  /** Writes a value that is there. */
  private interface Writing<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  /** Reads a value that is there. */
  interface Reading<T> {
    T read(ByteArrayDataInput in) throws IOException;
  }

  /** The form of values that are there. */
  private record Present<T>(Writing<T> writing, Reading<? extends T> reading) implements WireForm {
    @Override
    @SuppressWarnings("unchecked") // values are of the declared type
    public void write(@Nullable Object value, DataOutput out) throws IOException {
      writing.write((T) Objects.requireNonNull(value), out);
    }

    @Override
    public Object read(ByteArrayDataInput in) throws IOException {
      return Objects.requireNonNull(reading.read(in));
    }
  }

  /** The form of values that may be missing: a byte says so. */
  record Maybe(WireForm present) implements WireForm {
    @Override
    public void write(@Nullable Object value, DataOutput out) throws IOException {
      out.writeByte((byte) (value == null ? 0 : 1));
      if (value != null) {
        present.write(value, out);
      }
    }

    @Override
    public @Nullable Object read(ByteArrayDataInput in) throws IOException {
      return in.readByte() == 0 ? null : present.read(in);
    }
  }

  private static final WireForm INT = of(DataOutput::writeZInt, ByteArrayDataInput::readZInt);
  private static final WireForm LONG = of(DataOutput::writeZLong, ByteArrayDataInput::readZLong);
  private static final WireForm MAYBE_INT = new Maybe(INT);
  private static final WireForm MAYBE_LONG = new Maybe(LONG);

  private static final Map<Class<?>, WireForm> SIMPLE = simple();

  private WireValues() {}

  /** The form of a class; null if its values have parts. */
  static @Nullable WireForm of(Class<?> type) {
    return SIMPLE.get(type);
  }

  /** Writes to an output. */
  interface Output<T> {
    void write(DataOutput out, T value) throws IOException;
  }

  static <T> WireForm of(Output<T> writing, Reading<T> reading) {
    return new Present<T>((value, out) -> writing.write(out, value), reading);
  }

  private static Map<Class<?>, WireForm> simple() {
    Map<Class<?>, WireForm> simple = new LinkedHashMap<>();
    simple.put(int.class, INT);
    simple.put(Integer.class, INT);
    simple.put(long.class, LONG);
    simple.put(Long.class, LONG);
    WireForm truth =
        WireValues.<Boolean>of(
            (out, is) -> out.writeByte((byte) (is ? 1 : 0)), in -> in.readByte() == 1);
    simple.put(boolean.class, truth);
    simple.put(Boolean.class, truth);
    WireForm single =
        WireValues.<Float>of(
            (out, number) -> out.writeInt(Float.floatToRawIntBits(number)),
            in -> Float.intBitsToFloat(in.readInt()));
    simple.put(float.class, single);
    simple.put(Float.class, single);
    WireForm number =
        WireValues.<Double>of(
            (out, value) -> out.writeLong(Double.doubleToRawLongBits(value)),
            in -> Double.longBitsToDouble(in.readLong()));
    simple.put(double.class, number);
    simple.put(Double.class, number);
    simple.put(
        String.class,
        WireValues.<String>of(
            (out, text) -> writeBytes(new BytesRef(text.getBytes(StandardCharsets.UTF_8)), out),
            in -> new String(readBytes(in), StandardCharsets.UTF_8)));
    simple.put(
        BytesRef.class,
        WireValues.<BytesRef>of((out, b) -> writeBytes(b, out), in -> new BytesRef(readBytes(in))));
    simple.put(
        byte[].class,
        WireValues.<byte[]>of(
            (out, bytes) -> writeBytes(new BytesRef(bytes), out), WireValues::readBytes));
    simple.put(
        WordPlaces.class,
        WireValues.<WordPlaces>of(
            (out, places) -> writeBytes(new BytesRef(places.bytes()), out),
            in -> WordPlaces.ofBytes(readBytes(in))));
    simple.put(
        LocalDate.class,
        WireValues.<LocalDate>of(
            (out, day) -> out.writeZLong(day.toEpochDay()),
            in -> LocalDate.ofEpochDay(in.readZLong())));
    simple.put(
        YearMonth.class,
        WireValues.<YearMonth>of(
            (out, month) -> {
              out.writeZInt(month.getYear());
              out.writeVInt(month.getMonthValue());
            },
            in -> YearMonth.of(in.readZInt(), in.readVInt())));
    simple.put(
        Instant.class,
        WireValues.<Instant>of(
            (out, moment) -> {
              out.writeZLong(moment.getEpochSecond());
              out.writeVInt(moment.getNano());
            },
            in -> Instant.ofEpochSecond(in.readZLong(), in.readVInt())));
    simple.put(
        Duration.class,
        WireValues.<Duration>of(
            (out, time) -> out.writeZLong(time.toNanos()), in -> Duration.ofNanos(in.readZLong())));
    simple.put(
        OptionalLong.class,
        WireValues.<OptionalLong>of(
            (out, maybe) -> MAYBE_LONG.write(maybe.isPresent() ? maybe.getAsLong() : null, out),
            in -> {
              Object value = MAYBE_LONG.read(in);
              return value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
            }));
    simple.put(
        OptionalInt.class,
        WireValues.<OptionalInt>of(
            (out, maybe) -> MAYBE_INT.write(maybe.isPresent() ? maybe.getAsInt() : null, out),
            in -> {
              Object value = MAYBE_INT.read(in);
              return value == null ? OptionalInt.empty() : OptionalInt.of((Integer) value);
            }));
    return Map.copyOf(simple);
  }

  private static void writeBytes(BytesRef bytes, DataOutput out) throws IOException {
    out.writeVInt(bytes.length);
    out.writeBytes(bytes.bytes, bytes.offset, bytes.length);
  }

  private static byte[] readBytes(ByteArrayDataInput in) throws IOException {
    byte[] bytes = new byte[length(in)];
    in.readBytes(bytes, 0, bytes.length);
    return bytes;
  }

  /** The length of a text or a list, each of whose elements takes a byte at least. */
  static int length(ByteArrayDataInput in) throws IOException {
    int length = in.readVInt();
    if (length < 0 || length > in.length() - in.getPosition()) {
      throw new IOException("a length of " + length);
    }
    return length;
  }
}
