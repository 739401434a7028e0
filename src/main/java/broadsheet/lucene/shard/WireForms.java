package broadsheet.lucene.shard;

import broadsheet.article.WordPlaces;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The forms of all declared types in a {@link WireProtocol}, each made once. Thread-safe. */
final class WireForms {

  /** Writes a value that is there. */
  private interface Writing<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  /** Reads a value that is there. */
  private interface Reading<T> {
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
  private record Maybe(WireForm present) implements WireForm {
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

  private final WireProtocol protocol;
  private final Map<Type, WireForm> known = new ConcurrentHashMap<>();

  WireForms(WireProtocol protocol) {
    this.protocol = protocol;
  }

  /** Writes to an output. */
  private interface Output<T> {
    void write(DataOutput out, T value) throws IOException;
  }

  private static <T> WireForm of(Output<T> writing, Reading<T> reading) {
    return new Present<T>((value, out) -> writing.write(out, value), reading);
  }

  private static Map<Class<?>, WireForm> simple() {
    Map<Class<?>, WireForm> simple = new LinkedHashMap<>();
    simple.put(int.class, INT);
    simple.put(Integer.class, INT);
    simple.put(long.class, LONG);
    simple.put(Long.class, LONG);
    WireForm truth =
        WireForms.<Boolean>of(
            (out, is) -> out.writeByte((byte) (is ? 1 : 0)), in -> in.readByte() == 1);
    simple.put(boolean.class, truth);
    simple.put(Boolean.class, truth);
    WireForm single =
        WireForms.<Float>of(
            (out, number) -> out.writeInt(Float.floatToRawIntBits(number)),
            in -> Float.intBitsToFloat(in.readInt()));
    simple.put(float.class, single);
    simple.put(Float.class, single);
    WireForm number =
        WireForms.<Double>of(
            (out, value) -> out.writeLong(Double.doubleToRawLongBits(value)),
            in -> Double.longBitsToDouble(in.readLong()));
    simple.put(double.class, number);
    simple.put(Double.class, number);
    simple.put(
        String.class,
        WireForms.<String>of(
            (out, text) -> writeBytes(new BytesRef(text.getBytes(StandardCharsets.UTF_8)), out),
            in -> new String(readBytes(in), StandardCharsets.UTF_8)));
    simple.put(
        BytesRef.class,
        WireForms.<BytesRef>of((out, b) -> writeBytes(b, out), in -> new BytesRef(readBytes(in))));
    simple.put(
        byte[].class,
        WireForms.<byte[]>of(
            (out, bytes) -> writeBytes(new BytesRef(bytes), out), WireForms::readBytes));
    simple.put(
        WordPlaces.class,
        WireForms.<WordPlaces>of(
            (out, places) -> writeBytes(new BytesRef(places.bytes()), out),
            in -> WordPlaces.ofBytes(readBytes(in))));
    simple.put(
        LocalDate.class,
        WireForms.<LocalDate>of(
            (out, day) -> out.writeZLong(day.toEpochDay()),
            in -> LocalDate.ofEpochDay(in.readZLong())));
    simple.put(
        YearMonth.class,
        WireForms.<YearMonth>of(
            (out, month) -> {
              out.writeZInt(month.getYear());
              out.writeVInt(month.getMonthValue());
            },
            in -> YearMonth.of(in.readZInt(), in.readVInt())));
    simple.put(
        Instant.class,
        WireForms.<Instant>of(
            (out, moment) -> {
              out.writeZLong(moment.getEpochSecond());
              out.writeVInt(moment.getNano());
            },
            in -> Instant.ofEpochSecond(in.readZLong(), in.readVInt())));
    simple.put(
        Duration.class,
        WireForms.<Duration>of(
            (out, time) -> out.writeZLong(time.toNanos()), in -> Duration.ofNanos(in.readZLong())));
    simple.put(
        OptionalLong.class,
        WireForms.<OptionalLong>of(
            (out, maybe) -> MAYBE_LONG.write(maybe.isPresent() ? maybe.getAsLong() : null, out),
            in -> {
              Object value = MAYBE_LONG.read(in);
              return value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
            }));
    simple.put(
        OptionalInt.class,
        WireForms.<OptionalInt>of(
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
  private static int length(ByteArrayDataInput in) throws IOException {
    int length = in.readVInt();
    if (length < 0 || length > in.length() - in.getPosition()) {
      throw new IOException("a length of " + length);
    }
    return length;
  }

  /**
   * The form of a declared type.
   *
   * @throws IllegalStateException when values of this type are not sent
   */
  WireForm of(Type declared) {
    WireForm form = known.get(declared);
    if (form == null) { // two threads may make the same
      form = made(declared);
      known.put(declared, form);
    }
    return form;
  }

  private WireForm made(Type declared) {
    Class<?> type = WireTypes.raw(declared);
    WireForm present = present(type, declared);
    return type.isPrimitive() ? present : new Maybe(present);
  }

  private WireForm present(Class<?> type, Type declared) {
    WireForm simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    } else if (WireTypes.isOpen(type)) {
      return new Open(type);
    } else if (type.isRecord()) {
      return new Composed(protocol.shape(type));
    } else if (type.isEnum()) {
      return WireForms.<Enum<?>>of(
          (out, one) -> out.writeVInt(protocol.indexOf(one)),
          in -> (Enum<?>) protocol.constant(type, in.readVInt()));
    } else if (type == Optional.class) {
      WireForm inner = of(WireTypes.argument(declared, 0));
      return WireForms.<Optional<?>>of(
          (out, maybe) -> inner.write(maybe.orElse(null), out),
          in -> Optional.ofNullable(inner.read(in)));
    } else if (type == List.class || type == Collection.class) {
      return all(of(WireTypes.argument(declared, 0)), ArrayList::new);
    } else if (type == Set.class) {
      return all(of(WireTypes.argument(declared, 0)), LinkedHashSet::new);
    } else if (type == Map.class) {
      return map(declared, LinkedHashMap::new);
    } else if (type == NavigableMap.class) {
      return map(declared, TreeMap::new);
    }
    throw new IllegalStateException("nothing of this kind is sent: " + type);
  }

  private static WireForm all(WireForm each, Supplier<Collection<@Nullable Object>> making) {
    return WireForms.<Collection<?>>of(
        (out, all) -> {
          out.writeVInt(all.size());
          for (Object one : all) {
            each.write(one, out);
          }
        },
        in -> {
          Collection<@Nullable Object> all = making.get();
          for (int left = length(in); left > 0; left--) {
            all.add(each.read(in));
          }
          return all;
        });
  }

  private WireForm map(Type declared, Supplier<Map<@Nullable Object, @Nullable Object>> making) {
    WireForm keys = of(WireTypes.argument(declared, 0));
    WireForm values = of(WireTypes.argument(declared, 1));
    return WireForms.<Map<?, ?>>of(
        (out, all) -> {
          out.writeVInt(all.size());
          for (Map.Entry<?, ?> each : all.entrySet()) {
            keys.write(each.getKey(), out);
            values.write(each.getValue(), out);
          }
        },
        in -> {
          Map<@Nullable Object, @Nullable Object> all = making.get();
          for (int left = length(in); left > 0; left--) {
            Object key = keys.read(in);
            all.put(key, values.read(in));
          }
          return all;
        });
  }

  /** Values of several kinds, each after its number. */
  private final class Open implements WireForm {

    private record Kind(int number, WireForm form) {}

    private final Class<?> sealed;
    private final Map<Class<?>, Kind> kinds = new ConcurrentHashMap<>();
    private final Map<Integer, WireForm> forms = new ConcurrentHashMap<>();

    Open(Class<?> sealed) {
      this.sealed = sealed;
    }

    @Override
    public void write(@Nullable Object value, DataOutput out) throws IOException {
      Class<?> type = WireTypes.kind(Objects.requireNonNull(value));
      Kind kind = kinds.get(type);
      if (kind == null) {
        kind = new Kind(protocol.indexOf(type, sealed), present(type, type));
        kinds.put(type, kind);
      }
      out.writeVInt(kind.number());
      kind.form().write(value, out);
    }

    @Override
    public @Nullable Object read(ByteArrayDataInput in) throws IOException {
      int number = in.readVInt();
      WireForm form = forms.get(number);
      if (form == null) {
        Class<?> type = protocol.kind(sealed, number);
        form = present(type, type);
        forms.put(number, form);
      }
      return form.read(in);
    }
  }

  /** Records, component by component. Their forms are made when needed: a type may have itself. */
  private final class Composed implements WireForm {

    private final WireShape shape;
    private final WireForm @Nullable [] forms;

    Composed(WireShape shape) {
      this.shape = shape;
      forms = new WireForm[shape.slots().size()];
    }

    private WireForm form(int number) {
      WireForm form = forms[number];
      if (form == null) {
        form = of(shape.slots().get(number).type());
        forms[number] = form;
      }
      return form;
    }

    @Override
    public void write(@Nullable Object value, DataOutput out) throws IOException {
      Record one = (Record) Objects.requireNonNull(value);
      List<WireShape.Slot> slots = shape.slots();
      for (int i = 0; i < forms.length; i++) {
        form(i).write(slots.get(i).of(one), out);
      }
    }

    @Override
    public Object read(ByteArrayDataInput in) throws IOException {
      @Nullable Object[] components = shape.defaults();
      List<WireShape.Slot> slots = shape.slots();
      for (int i = 0; i < forms.length; i++) {
        slots.get(i).put(form(i).read(in), components);
      }
      try {
        return shape.making().newInstance(components);
      } catch (InvocationTargetException e) {
        String type = shape.making().getDeclaringClass().getSimpleName();
        throw new IOException("not a " + type + ": " + e.getCause(), e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
