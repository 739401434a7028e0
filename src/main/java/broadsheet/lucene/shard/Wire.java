package broadsheet.lucene.shard;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.jspecify.annotations.Nullable;

/**
 * Converts records to bytes and back, between programs of the same version: component by component,
 * in the order of declaration. Components are records, sealed interfaces of records, enums,
 * numbers, texts, bytes, days, moments, lists, sets, maps and optional values of these. The bytes
 * name no class, so only instances of the declared types are ever created. Stateless.
 */
final class Wire {
  private Wire() {}

  /**
   * The bytes of a value.
   *
   * @param type its declared type
   */
  static byte[] bytes(@Nullable Object value, Type type) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      WireWriter.write(value, type, out);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
    return out.toArrayCopy();
  }

  /**
   * The value that bytes encode.
   *
   * @param type its declared type
   * @throws IOException when they do not encode one
   */
  static Object value(byte[] bytes, Type type) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    try {
      Object value = Objects.requireNonNull(WireReader.read(type, in));
      if (!in.eof()) {
        throw new IOException("more bytes than expected");
      }
      return value;
    } catch (IOException | RuntimeException e) {
      throw new IOException("not from a program of this version: " + e.getMessage(), e);
    }
  }
}
