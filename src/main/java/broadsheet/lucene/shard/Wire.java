package broadsheet.lucene.shard;

import broadsheet.article.WordPlaces;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into bytes and back, for programs of the same version: component by component, in
 * the order of their declaration. Components are records, sealed interfaces of records, enums,
 * numbers, texts, bytes, days, moments, lists, sets, maps and optional values of these. Nothing in
 * the bytes names a class, so none but those of the declared type are ever made. Stateless.
 */
final class Wire {

  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private static final Map<Class<?>, List<Class<?>>> KINDS = new ConcurrentHashMap<>();

  private Wire() {}

  /** A record's components, and how to make one. */
  private record Shape(List<Method> read, List<Type> types, Constructor<?> making) {

    static Shape of(Class<?> type) {
      List<Method> read = new ArrayList<>();
      List<Type> types = new ArrayList<>();
      List<Class<?>> parameters = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        read.add(accessor);
        types.add(component.getGenericType());
        parameters.add(component.getType());
      }
      try {
        Constructor<?> making = type.getDeclaredConstructor(parameters.toArray(Class[]::new));
        making.setAccessible(true);
        return new Shape(read, types, making);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * A value as bytes.
   *
   * @param type its declared type
   */
  static byte[] bytes(@Nullable Object value, Type type) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      write(value, type, out);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
    return out.toArrayCopy();
  }

  /**
   * The value that bytes stand for.
   *
   * @param type its declared type
   * @throws IOException when they do not stand for one
   */
  static @Nullable Object value(byte[] bytes, Type type) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    try {
      Object value = read(type, in);
      if (!in.eof()) {
        throw new IOException("more bytes than expected");
      }
      return value;
    } catch (IOException | RuntimeException e) {
      throw new IOException("not from a program of this version: " + e.getMessage(), e);
    }
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> simple -> simple;
      case ParameterizedType of -> (Class<?>) of.getRawType();
      case WildcardType any -> raw(any.getUpperBounds()[0]);
      default -> throw new IllegalStateException("no such type is sent: " + type);
    };
  }

  private static Type argument(Type type, int number) {
    return ((ParameterizedType) type).getActualTypeArguments()[number];
  }

  private static void write(@Nullable Object value, Type declared, DataOutput out)
      throws IOException {
    Class<?> type = raw(declared);
    if (!type.isPrimitive()) {
      out.writeByte((byte) (value == null ? 0 : 1));
    }
    if (value != null) {
      if (isOpen(type)) {
        out.writeVInt(kinds(type).indexOf(kind(value)));
      }
      writePresent(value, type, declared, out);
    }
  }

  @SuppressWarnings("EnumOrdinal") // both ends are of the same version
  private static void writePresent(Object value, Class<?> type, Type declared, DataOutput out)
      throws IOException {
    switch (value) {
      case Boolean is -> out.writeByte((byte) (is ? 1 : 0));
      case Integer number -> out.writeZInt(number);
      case Long number -> out.writeZLong(number);
      case Float number -> out.writeInt(Float.floatToRawIntBits(number));
      case Double number -> out.writeLong(Double.doubleToRawLongBits(number));
      case String text -> writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
      case BytesRef bytes -> writeBytes(BytesRef.deepCopyOf(bytes).bytes, out);
      case byte[] bytes -> writeBytes(bytes, out);
      case WordPlaces places -> writeBytes(places.bytes(), out);
      case LocalDate day -> out.writeZLong(day.toEpochDay());
      case YearMonth month -> {
        out.writeZInt(month.getYear());
        out.writeVInt(month.getMonthValue());
      }
      case Instant moment -> {
        out.writeZLong(moment.getEpochSecond());
        out.writeVInt(moment.getNano());
      }
      case Duration time -> out.writeZLong(time.toNanos());
      case Enum<?> one -> out.writeVInt(one.ordinal());
      case Optional<?> maybe -> write(maybe.orElse(null), argument(declared, 0), out);
      case OptionalLong maybe ->
          write(maybe.isPresent() ? maybe.getAsLong() : null, Long.class, out);
      case OptionalInt maybe ->
          write(maybe.isPresent() ? maybe.getAsInt() : null, Integer.class, out);
      case Collection<?> all -> {
        out.writeVInt(all.size());
        for (Object each : all) {
          write(each, argument(declared, 0), out);
        }
      }
      case Map<?, ?> all -> {
        out.writeVInt(all.size());
        for (Map.Entry<?, ?> each : all.entrySet()) {
          write(each.getKey(), argument(declared, 0), out);
          write(each.getValue(), argument(declared, 1), out);
        }
      }
      case Record one -> writeRecord(one, out);
      default -> throw new IllegalStateException("nothing of this kind is sent: " + type);
    }
  }

  private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
    out.writeVInt(bytes.length);
    out.writeBytes(bytes, bytes.length);
  }

  private static void writeRecord(Record one, DataOutput out) throws IOException {
    Shape shape = SHAPES.computeIfAbsent(one.getClass(), Shape::of);
    for (int i = 0; i < shape.types().size(); i++) {
      try {
        write(shape.read().get(i).invoke(one), shape.types().get(i), out);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Whether a value of a declared type may be of several kinds. */
  private static boolean isOpen(Class<?> type) {
    return type.isInterface() && type.isSealed();
  }

  private static Class<?> kind(Object value) {
    return value instanceof Enum<?> one ? one.getDeclaringClass() : value.getClass();
  }

  /** The kinds of a sealed interface, in the order in which it names them. */
  private static List<Class<?>> kinds(Class<?> sealed) {
    return KINDS.computeIfAbsent(sealed, Wire::kindsOf);
  }

  private static List<Class<?>> kindsOf(Class<?> sealed) {
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> kind : sealed.getPermittedSubclasses()) {
      if (isOpen(kind)) {
        kinds.addAll(kindsOf(kind));
      } else {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static @Nullable Object read(Type declared, ByteArrayDataInput in) throws IOException {
    Class<?> type = raw(declared);
    if (!type.isPrimitive() && in.readByte() == 0) {
      return null;
    }
    return isOpen(type)
        ? readPresent(kinds(type).get(in.readVInt()), declared, in)
        : readPresent(type, declared, in);
  }

  private static Object readPresent(Class<?> type, Type declared, ByteArrayDataInput in)
      throws IOException {
    if (type == boolean.class || type == Boolean.class) {
      return in.readByte() == 1;
    } else if (type == int.class || type == Integer.class) {
      return in.readZInt();
    } else if (type == long.class || type == Long.class) {
      return in.readZLong();
    } else if (type == float.class || type == Float.class) {
      return Float.intBitsToFloat(in.readInt());
    } else if (type == double.class || type == Double.class) {
      return Double.longBitsToDouble(in.readLong());
    } else if (type == String.class) {
      return new String(readBytes(in), StandardCharsets.UTF_8);
    } else if (type == BytesRef.class) {
      return new BytesRef(readBytes(in));
    } else if (type == byte[].class) {
      return readBytes(in);
    } else if (type == WordPlaces.class) {
      return WordPlaces.ofBytes(readBytes(in));
    } else if (type == LocalDate.class) {
      return LocalDate.ofEpochDay(in.readZLong());
    } else if (type == YearMonth.class) {
      return YearMonth.of(in.readZInt(), in.readVInt());
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(in.readZLong(), in.readVInt());
    } else if (type == Duration.class) {
      return Duration.ofNanos(in.readZLong());
    } else if (type.isEnum()) {
      return type.getEnumConstants()[in.readVInt()];
    }
    return readComposed(type, declared, in);
  }

  private static Object readComposed(Class<?> type, Type declared, ByteArrayDataInput in)
      throws IOException {
    if (type == Optional.class) {
      return Optional.ofNullable(read(argument(declared, 0), in));
    } else if (type == OptionalLong.class) {
      Object number = read(Long.class, in);
      return number == null ? OptionalLong.empty() : OptionalLong.of((Long) number);
    } else if (type == OptionalInt.class) {
      Object number = read(Integer.class, in);
      return number == null ? OptionalInt.empty() : OptionalInt.of((Integer) number);
    } else if (type == List.class || type == Collection.class) {
      return readAll(new ArrayList<>(), argument(declared, 0), in);
    } else if (type == Set.class) {
      return readAll(new LinkedHashSet<>(), argument(declared, 0), in);
    } else if (type == Map.class) {
      return readMap(new LinkedHashMap<>(), declared, in);
    } else if (type == NavigableMap.class) {
      return readMap(new TreeMap<>(), declared, in);
    }
    return readRecord(type, in);
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

  private static Collection<Object> readAll(Collection<Object> into, Type of, ByteArrayDataInput in)
      throws IOException {
    for (int left = length(in); left > 0; left--) {
      into.add(read(of, in));
    }
    return into;
  }

  private static Map<Object, Object> readMap(
      Map<Object, Object> into, Type declared, ByteArrayDataInput in) throws IOException {
    for (int left = length(in); left > 0; left--) {
      Object key = read(argument(declared, 0), in);
      into.put(key, read(argument(declared, 1), in));
    }
    return into;
  }

  private static Object readRecord(Class<?> type, ByteArrayDataInput in) throws IOException {
    Shape shape = SHAPES.computeIfAbsent(type, Shape::of);
    Object[] components = new Object[shape.types().size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = read(shape.types().get(i), in);
    }
    try {
      return shape.making().newInstance(components);
    } catch (InvocationTargetException e) {
      throw new IOException("not a " + type.getSimpleName() + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
