package broadsheet.lucene.shard;

import broadsheet.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The form in which programs of one release send values: the components of records, the kinds of
 * interfaces and the constants of enums, each in order. This program's own is that of its classes.
 * That of the release before, if another, is kept in a file, as {@code WireSchema} prints it, so
 * that nodes of two releases understand each other while a cluster is upgraded. Components that a
 * record has gained since have default values, and those that it has lost are skipped. A name in
 * the file that ends with an exclamation mark is no longer supported. Thread-safe.
 */
final class WireProtocol {

  /** The number of this program's own. */
  static final int NEWEST = 5;

  /** The oldest that this program understands: that of release 2.0.0. */
  static final int OLDEST = 4;

  private static final Map<Integer, WireProtocol> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, List<String>> schema;
  private final Map<Class<?>, WireShape> shapes = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<Object>> members = new ConcurrentHashMap<>();
  private final WireForms forms = new WireForms(this);

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
        number, known -> known == NEWEST ? new WireProtocol(Map.of()) : of(lines(known)));
  }

  /** The protocol that the lines of a schema describe. */
  static WireProtocol of(List<String> lines) {
    Map<String, List<String>> schema = new HashMap<>();
    for (String line : lines) {
      List<String> words = List.of(line.split(" ", -1));
      schema.put(words.get(1), words.subList(2, words.size()));
    }
    return new WireProtocol(schema);
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

  /** The form of a declared type. */
  WireForm form(Type declared) {
    return forms.of(declared);
  }

  /** The slots of a record. */
  WireShape shape(Class<?> type) {
    return shapes.computeIfAbsent(
        type, of -> new WireShape(of, Optional.ofNullable(schema.get(of.getTypeName()))));
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
  private <T> List<Object> inOrder(Class<?> type, List<? extends T> own, Function<T, String> name) {
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
}
