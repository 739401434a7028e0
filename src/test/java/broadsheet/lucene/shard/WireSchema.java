package broadsheet.lucene.shard;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    if (Question.class.isAssignableFrom(type)) {
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
