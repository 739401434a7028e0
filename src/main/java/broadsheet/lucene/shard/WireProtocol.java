package broadsheet.lucene.shard;

import broadsheet.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The form in which programs of one release send values: the components of records, the kinds of
 * interfaces and the constants of enums, each in order. This program's own is that of its classes.
 * The one of the release before is kept in a file, as {@code WireSchema} printed it then, so that
 * nodes of both releases understand each other while a cluster is upgraded. What a class has gained
 * since has its default value, and what it has lost is passed over. A kind in the file that ends
 * with an exclamation mark is not understood any more. Thread-safe.
 */
final class WireProtocol {

  /** The number of this program's own. */
  static final int NEWEST = 2;

  /** The oldest that this program understands. */
  static final int OLDEST = 1;

  private static final Map<Integer, WireProtocol> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, List<String>> schema;
  private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<Object>> members = new ConcurrentHashMap<>();

  /**
   * @param schema the words after the name of a type, by this name; empty for the classes' own
   */
  private WireProtocol(Map<String, List<String>> schema) {
    this.schema = schema;
  }

  /**
   * The protocol of a number.
   *
   * @throws IllegalArgumentException when this program does not know it
   */
  static WireProtocol of(int number) {
    if (number < OLDEST || number > NEWEST) {
      throw new IllegalArgumentException(
          "protocol %s; this program knows %s to %s".formatted(number, OLDEST, NEWEST));
    }
    return KNOWN.computeIfAbsent(
        number, known -> new WireProtocol(known == NEWEST ? Map.of() : schema(lines(known))));
  }

  /** The lines that describe the protocol of an earlier release. */
  static List<String> lines(int number) {
    String file = "protocol-%s.txt".formatted(number);
    try (InputStream in = WireProtocol.class.getResourceAsStream(file)) {
      byte[] text = Objects.requireNonNull(in, file).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> schema(List<String> lines) {
    Map<String, List<String>> schema = new HashMap<>();
    for (String line : lines) {
      List<String> words = List.of(line.split(" ", -1));
      schema.put(words.get(1), words.subList(2, words.size()));
    }
    return schema;
  }

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

  /** The slots and the constructor of a record. */
  static final class Shape {

    private final List<Slot> slots;
    private final Constructor<?> making;
    private final @Nullable Object[] defaults;

    private Shape(Class<?> type, Optional<List<String>> words) {
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
      return name.equals("answer")
          ? Optional.empty()
          : Optional.of(new Slot(named(type), -1, null));
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
  }

  Shape shape(Class<?> type) {
    return shapes.computeIfAbsent(
        type, of -> new Shape(of, Optional.ofNullable(schema.get(of.getTypeName()))));
  }

  /** The kind of a sealed interface by its number. */
  Class<?> kind(Class<?> sealed, int number) throws IOException {
    return (Class<?>) member(members.computeIfAbsent(sealed, this::kinds), number);
  }

  /**
   * The number of a kind.
   *
   * @throws EngineException when programs of this protocol do not know it
   */
  int indexOf(Class<?> kind, Class<?> sealed) {
    return indexOf(kind, members.computeIfAbsent(sealed, this::kinds));
  }

  /** Whether programs of this protocol know a kind. */
  boolean knows(Class<?> kind, Class<?> sealed) {
    return members.computeIfAbsent(sealed, this::kinds).contains(kind);
  }

  private List<Object> kinds(Class<?> sealed) {
    return inOrder(sealed, WireTypes.kinds(sealed), Class::getTypeName);
  }

  /** The constant of an enum by its number. */
  Object constant(Class<?> type, int number) throws IOException {
    return member(members.computeIfAbsent(type, this::constants), number);
  }

  /**
   * The number of a constant of an enum.
   *
   * @throws EngineException when programs of this protocol do not know it
   */
  int indexOf(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    return indexOf(constant, members.computeIfAbsent(type, this::constants));
  }

  private List<Object> constants(Class<?> type) {
    List<Enum<?>> constants = new ArrayList<>();
    for (Object each : type.getEnumConstants()) {
      constants.add((Enum<?>) each);
    }
    return inOrder(type, constants, Enum::name);
  }

  /** These in the order of the protocol; its words in place of those that are there no more. */
  private <T> List<Object> inOrder(
      Class<?> type, List<? extends T> own, java.util.function.Function<T, String> name) {
    List<String> words = schema.get(type.getTypeName());
    if (words == null) {
      return List.copyOf(own);
    }
    Map<String, Object> byName = new HashMap<>();
    own.forEach(each -> byName.put(name.apply(each), each));
    return words.stream().map(word -> byName.getOrDefault(word, word)).toList();
  }

  private static Object member(List<Object> members, int number) throws IOException {
    Object member = members.get(number);
    if (member instanceof String word) {
      throw new IOException("nothing knows %s any more".formatted(word));
    }
    return member;
  }

  private static int indexOf(Object member, List<Object> members) {
    int number = members.indexOf(member);
    if (number < 0) {
      throw new EngineException(
          "Nodes of the cluster have the plugin of an earlier release, which cannot do this."
              + " Replace it on all nodes: docs/distributed.md.");
    }
    return number;
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
