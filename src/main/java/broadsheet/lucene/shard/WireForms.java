package broadsheet.lucene.shard;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.jspecify.annotations.Nullable;

/** The serializers of all declared types in a {@link WireProtocol}, each made once. Thread-safe. */
final class WireForms {

  private final WireProtocol protocol;
  private final Map<Type, WireForm> known = new ConcurrentHashMap<>();

  WireForms(WireProtocol protocol) {
    this.protocol = protocol;
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
    return type.isPrimitive() ? present : new WireValues.Maybe(present);
  }

  private WireForm present(Class<?> type, Type declared) {
    WireForm simple = WireValues.of(type);
    if (simple != null) {
      return simple;
    } else if (WireTypes.isOpen(type)) {
      return new Open(type);
    } else if (type.isRecord()) {
      return new Composed(protocol.shape(type));
    } else if (type.isEnum()) {
      return WireValues.<Enum<?>>of(
          (out, one) -> out.writeVInt(protocol.indexOf(one)),
          in -> (Enum<?>) protocol.constant(type, in.readVInt()));
    } else if (type == Optional.class) {
      WireForm inner = of(WireTypes.argument(declared, 0));
      return WireValues.<Optional<?>>of(
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
    return WireValues.<Collection<?>>of(
        (out, all) -> {
          out.writeVInt(all.size());
          for (Object one : all) {
            each.write(one, out);
          }
        },
        in -> {
          Collection<@Nullable Object> all = making.get();
          for (int left = WireValues.length(in); left > 0; left--) {
            all.add(each.read(in));
          }
          return all;
        });
  }

  private WireForm map(Type declared, Supplier<Map<@Nullable Object, @Nullable Object>> making) {
    WireForm keys = of(WireTypes.argument(declared, 0));
    WireForm values = of(WireTypes.argument(declared, 1));
    return WireValues.<Map<?, ?>>of(
        (out, all) -> {
          out.writeVInt(all.size());
          for (Map.Entry<?, ?> each : all.entrySet()) {
            keys.write(each.getKey(), out);
            values.write(each.getValue(), out);
          }
        },
        in -> {
          Map<@Nullable Object, @Nullable Object> all = making.get();
          for (int left = WireValues.length(in); left > 0; left--) {
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
    private final @Nullable WireForm[] forms;

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
