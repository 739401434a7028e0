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
 * exception of any kind.
 */
record WireReader(WireProtocol protocol, ByteArrayDataInput in) {

  @Nullable Object read(Type declared) throws IOException {
    Class<?> type = WireTypes.raw(declared);
    if (!type.isPrimitive() && in.readByte() == 0) {
      return null;
    }
    return WireTypes.isOpen(type)
        ? readPresent(protocol.kind(type, in.readVInt()), declared)
        : readPresent(type, declared);
  }

  private Object readPresent(Class<?> type, Type declared) throws IOException {
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
      return new String(readBytes(), StandardCharsets.UTF_8);
    } else if (type == BytesRef.class) {
      return new BytesRef(readBytes());
    } else if (type == byte[].class) {
      return readBytes();
    } else if (type == WordPlaces.class) {
      return WordPlaces.ofBytes(readBytes());
    } else if (type == LocalDate.class) {
      return LocalDate.ofEpochDay(in.readZLong());
    } else if (type == YearMonth.class) {
      return YearMonth.of(in.readZInt(), in.readVInt());
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(in.readZLong(), in.readVInt());
    } else if (type == Duration.class) {
      return Duration.ofNanos(in.readZLong());
    } else if (type.isEnum()) {
      return protocol.constant(type, in.readVInt());
    }
    return readComposed(type, declared);
  }

  private Object readComposed(Class<?> type, Type declared) throws IOException {
    if (type == Optional.class) {
      return Optional.ofNullable(read(WireTypes.argument(declared, 0)));
    } else if (type == OptionalLong.class) {
      Object number = read(Long.class);
      return number == null ? OptionalLong.empty() : OptionalLong.of((Long) number);
    } else if (type == OptionalInt.class) {
      Object number = read(Integer.class);
      return number == null ? OptionalInt.empty() : OptionalInt.of((Integer) number);
    } else if (type == List.class || type == Collection.class) {
      return readAll(new ArrayList<>(), WireTypes.argument(declared, 0));
    } else if (type == Set.class) {
      return readAll(new LinkedHashSet<>(), WireTypes.argument(declared, 0));
    } else if (type == Map.class) {
      return readMap(new LinkedHashMap<>(), declared);
    } else if (type == NavigableMap.class) {
      return readMap(new TreeMap<>(), declared);
    }
    return readRecord(type);
  }

  private byte[] readBytes() throws IOException {
    byte[] bytes = new byte[length()];
    in.readBytes(bytes, 0, bytes.length);
    return bytes;
  }

  /** The length of a text or a list, each of whose elements takes a byte at least. */
  private int length() throws IOException {
    int length = in.readVInt();
    if (length < 0 || length > in.length() - in.getPosition()) {
      throw new IOException("a length of " + length);
    }
    return length;
  }

  private Collection<Object> readAll(Collection<Object> into, Type of) throws IOException {
    for (int left = length(); left > 0; left--) {
      into.add(read(of));
    }
    return into;
  }

  private Map<Object, Object> readMap(Map<Object, Object> into, Type declared) throws IOException {
    for (int left = length(); left > 0; left--) {
      Object key = read(WireTypes.argument(declared, 0));
      into.put(key, read(WireTypes.argument(declared, 1)));
    }
    return into;
  }

  private Object readRecord(Class<?> type) throws IOException {
    WireShape shape = protocol.shape(type);
    @Nullable Object[] components = shape.defaults();
    for (WireShape.Slot slot : shape.slots()) {
      Object value = read(slot.type());
      slot.put(value, components);
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
