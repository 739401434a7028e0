package broadsheet.lucene.shard;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record that are sent in a {@link WireProtocol}, in their order. Immutable.
 */
final class WireShape {

  /**
   * The place of a component among those that are sent.
   *
   * @param type its declared type
   * @param number its number in the record; -1 if it has none any more
   */
  record Slot(Type type, int number, @Nullable Method accessor) {

    @Nullable Object of(Record one) {
      try {
        return accessor == null ? absent(WireTypes.raw(type)) : accessor.invoke(one);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    void put(@Nullable Object value, @Nullable Object[] components) {
      if (number >= 0) {
        components[number] = value;
      }
    }
  }

  private final List<Slot> slots;
  private final Constructor<?> making;
  private final @Nullable Object[] defaults;

  WireShape(Class<?> type, Optional<List<String>> words) {
    RecordComponent[] components = type.getRecordComponents();
    making = constructor(type, components);
    defaults = Arrays.stream(components).map(each -> absent(each.getType())).toArray();
    slots =
        words.isEmpty()
            ? IntStream.range(0, components.length).mapToObj(i -> slot(components[i], i)).toList()
            : slots(words.get(), components);
  }

  private static List<Slot> slots(List<String> words, RecordComponent[] components) {
    List<Slot> slots = new ArrayList<>();
    for (String word : words) {
      String name = word.substring(0, word.indexOf(':'));
      IntStream.range(0, components.length)
          .filter(i -> components[i].getName().equals(name))
          .mapToObj(i -> slot(components[i], i))
          .findFirst()
          .or(() -> lost(name, word.substring(name.length() + 1)))
          .ifPresent(slots::add);
    }
    return slots;
  }

  private static Optional<Slot> lost(String name, String type) {
    return name.equals("answer") ? Optional.empty() : Optional.of(new Slot(named(type), -1, null));
  }

  private static Slot slot(RecordComponent component, int number) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new Slot(component.getGenericType(), number, accessor);
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      Constructor<?> making = type.getDeclaredConstructor(parameters);
      making.setAccessible(true);
      return making;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Slot> slots() {
    return slots;
  }

  Constructor<?> making() {
    return making;
  }

  /** The components before any is read. */
  @Nullable Object[] defaults() {
    return defaults.clone();
  }

  /** The value of a component that was not sent. */
  private static @Nullable Object absent(Class<?> type) {
    if (type == boolean.class) {
      return false;
    } else if (type == int.class) {
      return 0;
    } else if (type == long.class) {
      return 0L;
    } else if (type == float.class) {
      return 0f;
    } else if (type == double.class) {
      return 0d;
    } else if (type == String.class) {
      return "";
    } else if (type == Optional.class) {
      return Optional.empty();
    } else if (type == OptionalInt.class) {
      return OptionalInt.empty();
    } else if (type == OptionalLong.class) {
      return OptionalLong.empty();
    } else if (type == List.class) {
      return List.of();
    } else if (type == Set.class) {
      return Set.of();
    }
    return type == Map.class ? Map.of() : null;
  }

  /** The type of a name in a schema: a simple one, or a list of one. */
  private static Type named(String name) {
    String list = "java.util.List<";
    return name.startsWith(list)
        ? new ListOf(simple(name.substring(list.length(), name.length() - 1)))
        : simple(name);
  }

  private static Class<?> simple(String name) {
    return switch (name) {
      case "boolean" -> boolean.class;
      case "int" -> int.class;
      case "long" -> long.class;
      case "java.lang.String" -> String.class;
      default -> throw new IllegalStateException("a lost component of type " + name);
    };
  }

  /** A list of values of one class. */
  private record ListOf(Class<?> element) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {element};
    }

    @Override
    public Type getRawType() {
      return List.class;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }
  }
}
