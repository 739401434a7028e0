package broadsheet.lucene.shard;

import broadsheet.lucene.part.PartQuestion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The types of all that a client and the shards send one another. What it prints is the protocol of
 * this program: see {@link WireProtocol}.
 */
public final class WireSchema {

  private final Map<String, String> lines = new TreeMap<>();

  private WireSchema() {}

  /** Prints the schema. */
  public static void main(String[] arguments) {
    lines().forEach(System.out::println);
  }

  /** Its lines, sorted by the names of types. */
  static List<String> lines() {
    WireSchema schema = new WireSchema();
    schema.add(ShardCall.class);
    schema.add(ShardCall.Answer.class);
    schema.add(PageCall.class);
    schema.add(PageCall.Reply.class);
    schema.add(ShippedDocument.class);
    return List.copyOf(schema.lines.values());
  }

  /**
   * What would break an upgrade, by the names of types: words of a schema that another, of a later
   * release, contradicts. A later one may add components, kinds and constants, and drop components.
   * A name that ends with an exclamation mark may be gone.
   */
  static Map<String, List<String>> contradictions(List<String> before, List<String> now) {
    Map<String, String> later = byName(now);
    Map<String, List<String>> contradictions = new TreeMap<>();
    byName(before)
        .forEach(
            (name, line) -> {
              List<String> lost = lost(line, later.getOrDefault(name, line));
              if (!lost.isEmpty()) {
                contradictions.put(name, lost);
              }
            });
    return contradictions;
  }

  private static Map<String, String> byName(List<String> lines) {
    return lines.stream().collect(Collectors.toMap(line -> line.split(" ", -1)[1], line -> line));
  }

  private static List<String> lost(String before, String now) {
    List<String> words = List.of(now.split(" ", -1));
    Set<String> names =
        words.stream().map(word -> word.split(":", -1)[0]).collect(Collectors.toSet());
    boolean isRecord = before.startsWith("record ");
    return Arrays.stream(before.split(" ", -1))
        .filter(word -> !words.contains(word) && !word.endsWith("!"))
        .filter(word -> !isRecord || names.contains(word.split(":", -1)[0]))
        .toList();
  }

  private void add(Type declared) {
    if (declared instanceof ParameterizedType of) {
      Arrays.stream(of.getActualTypeArguments()).forEach(this::add);
    } else if (declared instanceof WildcardType any) {
      Arrays.stream(any.getUpperBounds()).forEach(this::add);
    }
    if (!(declared instanceof java.lang.reflect.TypeVariable<?>)) {
      add(WireTypes.raw(declared));
    }
  }

  private void add(Class<?> type) {
    String name = type.getTypeName();
    if (lines.containsKey(name) || !name.startsWith("broadsheet.")) {
      return;
    }
    if (type.isRecord()) {
      addRecord(type);
    } else if (type.isEnum()) {
      String constants =
          Arrays.stream(type.getEnumConstants())
              .map(each -> ((Enum<?>) each).name())
              .collect(Collectors.joining(" "));
      lines.put(name, "enum " + name + " " + constants);
    } else if (WireTypes.isOpen(type)) {
      List<Class<?>> kinds = WireTypes.kinds(type);
      String names = kinds.stream().map(Class::getTypeName).collect(Collectors.joining(" "));
      lines.put(name, "kinds " + name + " " + names);
      kinds.forEach(this::add);
    }
  }

  private void addRecord(Class<?> type) {
    List<String> words = new ArrayList<>(List.of("record", type.getTypeName()));
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      String of = component.getGenericType().getTypeName().replace(" ", "");
      words.add(component.getName() + ":" + of);
    }
    lines.put(type.getTypeName(), String.join(" ", words));
    Arrays.stream(components).map(RecordComponent::getGenericType).forEach(this::add);
    if (PartQuestion.class.isAssignableFrom(type)) {
      for (Type of : type.getGenericInterfaces()) {
        add(of);
        lines.computeIfPresent(
            type.getTypeName(), (_, line) -> line + " answer:" + answer(of).replace(" ", ""));
      }
    }
  }

  private static String answer(Type question) {
    return ((ParameterizedType) question).getActualTypeArguments()[0].getTypeName();
  }
}
