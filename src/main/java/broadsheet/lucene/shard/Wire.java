package broadsheet.lucene.shard;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.jspecify.annotations.Nullable;

/**
 * Serializes records, between programs that agree on a {@link WireProtocol}: component by
 * component, in its order. Components are records, sealed interfaces of records, enums, numbers,
 * texts, bytes, days, moments, lists, sets, maps and optional values of these. The bytes name no
 * class, so only instances of the declared types are ever created. Stateless.
 */
final class Wire {
  private Wire() {}

  /**
   * The bytes of a value.
   *
   * @param type its declared type
   * @param protocol the number of the protocol
   * @throws broadsheet.engine.EngineException when it cannot be said in this protocol
   */
  static byte[] bytes(@Nullable Object value, Type type, int protocol) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      WireProtocol.of(protocol).form(type).write(value, out);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
    return out.toArrayCopy();
  }

  /**
   * The value that bytes encode.
   *
   * @param type its declared type
   * @param protocol the number of the protocol
   * @throws IOException when they do not encode one
   */
  static Object value(byte[] bytes, Type type, int protocol) throws IOException {
    return value(new ByteArrayDataInput(bytes), type, protocol);
  }

  private static Object value(ByteArrayDataInput in, Type type, int protocol) throws IOException {
    try {
      Object value = Objects.requireNonNull(WireProtocol.of(protocol).form(type).read(in));
      if (!in.eof()) {
        throw new IOException("more bytes than expected");
      }
      return value;
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "not from a program of this version or the one before: " + e.getMessage(), e);
    }
  }

  /** The same with the number of the protocol in front. */
  static byte[] marked(Object value, Type type, int protocol) {
    byte[] bytes = bytes(value, type, protocol);
    byte[] marked = new byte[bytes.length + 1];
    marked[0] = (byte) protocol;
    System.arraycopy(bytes, 0, marked, 1, bytes.length);
    return marked;
  }

  /** The number of the protocol of marked bytes. */
  static int protocol(byte[] marked) {
    return marked.length == 0 ? WireProtocol.NEWEST : marked[0];
  }

  /**
   * The value of marked bytes.
   *
   * @throws IOException when they do not encode one
   */
  static Object ofMarked(byte[] marked, Type type) throws IOException {
    int protocol = protocol(marked);
    int start = Math.min(1, marked.length);
    return value(new ByteArrayDataInput(marked, start, marked.length - start), type, protocol);
  }
}
