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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of declared types, as written by {@link WireWriter}. Refuses malformed bytes with an
 * exception of any kind. Stateless.
 */
final class WireReader {
  private WireReader() {}

  static @Nullable Object read(Type declared, ByteArrayDataInput in) throws IOException {
    Class<?> type = WireTypes.raw(declared);
    if (!type.isPrimitive() && in.readByte() == 0) {
      return null;
    }
    return WireTypes.isOpen(type)
        ? readPresent(WireTypes.kinds(type).get(in.readVInt()), declared, in)
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
      return Optional.ofNullable(read(WireTypes.argument(declared, 0), in));
    } else if (type == OptionalLong.class) {
      Object number = read(Long.class, in);
      return number == null ? OptionalLong.empty() : OptionalLong.of((Long) number);
    } else if (type == OptionalInt.class) {
      Object number = read(Integer.class, in);
      return number == null ? OptionalInt.empty() : OptionalInt.of((Integer) number);
    } else if (type == List.class || type == Collection.class) {
      return readAll(new ArrayList<>(), WireTypes.argument(declared, 0), in);
    } else if (type == Set.class) {
      return readAll(new LinkedHashSet<>(), WireTypes.argument(declared, 0), in);
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
      Object key = read(WireTypes.argument(declared, 0), in);
      into.put(key, read(WireTypes.argument(declared, 1), in));
    }
    return into;
  }

  private static Object readRecord(Class<?> type, ByteArrayDataInput in) throws IOException {
    WireTypes.Shape shape = WireTypes.shape(type);
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
