package broadsheet.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of the records that are sent as JSON, read off the records themselves: a component
 * is a key, which may be null if the component is {@code @Nullable}, and absent if null, or its
 * type's default, is not included. Not thread-safe.
 */
final class RecordSchemas {
  private static final String PREFIX = "#/components/schemas/";
  private static final String TYPE = "type";

  private static final Map<Class<?>, Map<String, Object>> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, Map.of(TYPE, "string")),
          Map.entry(boolean.class, Map.of(TYPE, "boolean")),
          Map.entry(Boolean.class, Map.of(TYPE, "boolean")),
          Map.entry(int.class, Map.of(TYPE, "integer", "format", "int32")),
          Map.entry(Integer.class, Map.of(TYPE, "integer", "format", "int32")),
          Map.entry(long.class, Map.of(TYPE, "integer", "format", "int64")),
          Map.entry(Long.class, Map.of(TYPE, "integer", "format", "int64")),
          Map.entry(float.class, Map.of(TYPE, "number", "format", "float")),
          Map.entry(double.class, Map.of(TYPE, "number", "format", "double")),
          Map.entry(Double.class, Map.of(TYPE, "number", "format", "double")));

  private final Map<String, Class<?>> named = new TreeMap<>();
  private final Map<String, Object> schemas = new TreeMap<>();

  /** The schemas of all requested records, and of those within them, by name. */
  Map<String, Object> all() {
    return schemas;
  }

  /**
   * A reference to the schema of a record.
   *
   * @throws IllegalArgumentException if it is no record, or has a component of a type that no
   *     schema is known for
   */
  Map<String, Object> of(Type type) {
    if (type instanceof Class<?> record && record.isRecord()) {
      return reference(record);
    }
    throw new IllegalArgumentException("no record: " + type);
  }

  private Map<String, Object> reference(Class<?> record) {
    String name = name(record);
    Class<?> known = named.putIfAbsent(name, record);
    if (known == null) {
      schemas.put(name, object(record));
    } else if (!known.equals(record)) {
      throw new IllegalArgumentException(known + " and " + record + " are both called " + name);
    }
    return Map.of("$ref", PREFIX + name);
  }

  /** The name without its package, and without the word that all views share. */
  private static String name(Class<?> record) {
    String own = record.getSimpleName().replaceFirst("View$", "");
    Class<?> outer = record.getEnclosingClass();
    return outer == null ? own : name(outer) + "." + own;
  }

  private Map<String, Object> object(Class<?> record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      boolean mayBeAbsent = mayBeAbsent(component);
      properties.put(component.getName(), schema(component.getAnnotatedType(), mayBeAbsent));
      if (!mayBeAbsent) {
        required.add(component.getName());
      }
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(TYPE, "object");
    object.put("required", required);
    object.put("properties", properties);
    return object;
  }

  private static boolean mayBeAbsent(RecordComponent component) {
    JsonInclude rule = component.getAccessor().getAnnotation(JsonInclude.class);
    return rule != null && rule.value() != JsonInclude.Include.ALWAYS;
  }

  private Map<String, Object> schema(AnnotatedType type, boolean isNeverNull) {
    Map<String, Object> schema = plain(type);
    boolean mayBeNull = type.isAnnotationPresent(Nullable.class) && !isNeverNull;
    return mayBeNull ? Map.of("anyOf", List.of(schema, Map.of(TYPE, "null"))) : schema;
  }

  private Map<String, Object> plain(AnnotatedType type) {
    Type bare = type.getType();
    if (type instanceof AnnotatedParameterizedType generic) {
      return container(generic);
    }
    if (bare instanceof Class<?> simple && SIMPLE.containsKey(simple)) {
      return SIMPLE.get(simple);
    }
    if (bare instanceof Class<?> record && record.isRecord()) {
      RecordComponent value = onlyValue(record);
      return value == null ? reference(record) : schema(value.getAnnotatedType(), false);
    }
    throw new IllegalArgumentException("no schema is known for " + type);
  }

  private Map<String, Object> container(AnnotatedParameterizedType type) {
    AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
    Type raw = ((ParameterizedType) type.getType()).getRawType();
    if (raw.equals(List.class)) {
      return Map.of(TYPE, "array", "items", schema(arguments[0], false));
    }
    if (raw.equals(Map.class)) {
      return Map.of(TYPE, "object", "additionalProperties", schema(arguments[1], false));
    }
    throw new IllegalArgumentException("no schema is known for " + type);
  }

  /** The component that is written in place of the record; null if the record is an object. */
  private static @Nullable RecordComponent onlyValue(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
        .findFirst()
        .orElse(null);
  }
}
