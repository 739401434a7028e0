package broadsheet.lucene.shard;

import broadsheet.article.WordPlaces;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Writes values by their declared types, for {@link WireReader}. */
record WireWriter(WireProtocol protocol, DataOutput out) {

  void write(@Nullable Object value, Type declared) throws IOException {
    Class<?> type = WireTypes.raw(declared);
    if (!type.isPrimitive()) {
      out.writeByte((byte) (value == null ? 0 : 1));
    }
    if (value != null) {
      if (WireTypes.isOpen(type)) {
        out.writeVInt(protocol.indexOf(WireTypes.kind(value), type));
      }
      writePresent(value, type, declared);
    }
  }

  private void writePresent(Object value, Class<?> type, Type declared) throws IOException {
    switch (value) {
      case Boolean is -> out.writeByte((byte) (is ? 1 : 0));
      case Integer number -> out.writeZInt(number);
      case Long number -> out.writeZLong(number);
      case Float number -> out.writeInt(Float.floatToRawIntBits(number));
      case Double number -> out.writeLong(Double.doubleToRawLongBits(number));
      case String text -> writeBytes(text.getBytes(StandardCharsets.UTF_8));
      case BytesRef bytes -> writeBytes(BytesRef.deepCopyOf(bytes).bytes);
      case byte[] bytes -> writeBytes(bytes);
      case WordPlaces places -> writeBytes(places.bytes());
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
      case Enum<?> one -> out.writeVInt(protocol.indexOf(one));
      case Optional<?> maybe -> write(maybe.orElse(null), WireTypes.argument(declared, 0));
      case OptionalLong maybe -> write(maybe.isPresent() ? maybe.getAsLong() : null, Long.class);
      case OptionalInt maybe -> write(maybe.isPresent() ? maybe.getAsInt() : null, Integer.class);
      case Collection<?> all -> {
        out.writeVInt(all.size());
        for (Object each : all) {
          write(each, WireTypes.argument(declared, 0));
        }
      }
      case Map<?, ?> all -> {
        out.writeVInt(all.size());
        for (Map.Entry<?, ?> each : all.entrySet()) {
          write(each.getKey(), WireTypes.argument(declared, 0));
          write(each.getValue(), WireTypes.argument(declared, 1));
        }
      }
      case Record one -> writeRecord(one);
      default -> throw new IllegalStateException("nothing of this kind is sent: " + type);
    }
  }

  private void writeBytes(byte[] bytes) throws IOException {
    out.writeVInt(bytes.length);
    out.writeBytes(bytes, bytes.length);
  }

  private void writeRecord(Record one) throws IOException {
    for (WireShape.Slot slot : protocol.shape(one.getClass()).slots()) {
      write(slot.of(one), slot.type());
    }
  }
}
